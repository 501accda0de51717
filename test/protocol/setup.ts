import { after } from 'node:test';
import type { InitializeParams } from 'vscode-languageserver-protocol/node';
import { connect, type LspClient } from '../harness/lspClient';
import { createTemporaryFolder, type TemporaryFolder } from '../harness/temporaryFolder';
import { startOverStdio, type RunningServer } from '../harness/transports';

/** Only what a test is about: rules that speak of every small fixture are off. */
export const QUIET = `rules:
  mapping/unmapped-control: off
  policy/missing-field: off
  policy/uncontrolled-document: off
  soa/missing: off
  soa/missing-control: off
  clause/missing-document: off
`;

export function policy(...ids: readonly string[]): string {
  const controls = ids.map((id) => `  - "${id}"\n`).join('');
  return `---\ntitle: Policy\ntype: policy\ncontrols:\n${controls}---\n\n# Policy\n`;
}

const HEADER = '| Control | Applicable | Justification | Status |\n| --- | --- | --- | --- |\n';
/** An SoA without front matter: its header row is line 0, its rows begin on line 2. */
export function soa(...rows: readonly string[]): string {
  return HEADER + rows.map((row) => `${row}\n`).join('');
}
export function soaRow(id: string): string {
  return `| ${id} | Yes | The port contract demands it (R-001) | Implemented |`;
}

export interface Editor {
  readonly folder: TemporaryFolder;
  readonly client: LspClient;
  /** The URI of a file. */
  at(path: string): string;
}

const opened: { readonly server: RunningServer; readonly folder: TemporaryFolder }[] = [];

/** Servers and folders live until the end of the test file, also where a test fails. */
after(() => {
  for (const { server, folder } of opened) {
    server.kill();
    folder.dispose();
  }
});

/** An editor with one folder open, its server over standard input and output. */
export async function openFolder(
  files: Readonly<Record<string, string>>,
  params: Partial<InitializeParams> = {},
  prepare?: (server: RunningServer) => void,
): Promise<Editor> {
  const folder = createTemporaryFolder(files);
  const server = startOverStdio();
  opened.push({ server, folder });
  const workspaceFolders = [{ uri: folder.uri, name: 'isms' }];
  const client = await connect(server, { workspaceFolders, ...params }, prepare);
  return { folder, client, at: folder.uriOf };
}

/** Tells the server of changed files as an editor does: 1 created, 2 changed, 3 deleted. */
export function watched({ client, at }: Editor, ...events: readonly (readonly [string, 1 | 2 | 3])[]): void {
  const changes = events.map(([path, type]) => ({ uri: at(path), type }));
  void client.server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}
