import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import {
  READ_DIRECTORY,
  READ_FILE,
  type ReadDirectoryParams,
  type ReadFileParams,
} from '../../server/src/lsp/protocol';
import { relativePath } from '../../server/src/lsp/uris';
import type { FileSystem } from '../../server/src/workspace/fileSystem';
import { connect, TODAY } from '../harness/lspClient';
import { createMemoryFileSystem } from '../harness/memoryFileSystem';
import { createTemporaryFolder } from '../harness/temporaryFolder';
import {
  startCommandLine,
  startInWorker,
  startOverIpc,
  startOverStdio,
  type RunningServer,
} from '../harness/transports';
import { policy, QUIET } from './setup';

const FILES = {
  'isms.yaml': QUIET,
  'policies/access.md': policy('A.5.15', 'A.5.99'),
  'notes.md': 'A.5.99 is nothing.\n',
};
const VIRTUAL = 'vscode-test-web://mount';

interface Transport {
  readonly name: string;
  readonly start: () => RunningServer;
  /** The folder, and how the editor answers for its files. */
  readonly workspace: () => {
    readonly uri: string;
    readonly answers?: FileSystem;
    readonly dispose: () => void;
  };
}

const onDisk: Transport['workspace'] = () => createTemporaryFolder(FILES);
const inEditor: Transport['workspace'] = () => ({
  uri: VIRTUAL,
  answers: createMemoryFileSystem(FILES),
  dispose: () => undefined,
});

const TRANSPORTS: readonly Transport[] = [
  { name: 'standard input and output', start: () => startOverStdio(), workspace: onDisk },
  { name: 'Node IPC', start: startOverIpc, workspace: onDisk },
  { name: 'isms lsp', start: startCommandLine, workspace: onDisk },
  { name: 'a web worker', start: startInWorker, workspace: inEditor },
  { name: 'a virtual workspace on the desktop', start: startOverIpc, workspace: inEditor },
];

/** Answers as our client does: from the editor's file system. */
function answer({ connection }: RunningServer, files: FileSystem): void {
  const path = (uri: string): string => relativePath(VIRTUAL, uri) ?? '';
  connection.onRequest(READ_DIRECTORY, async ({ uri }: ReadDirectoryParams) => {
    const entries = await files.readDirectory(path(uri));
    return 'failure' in entries ? entries : { entries };
  });
  connection.onRequest(READ_FILE, async ({ uri }: ReadFileParams) => {
    const bytes = await files.readFile(path(uri));
    return 'failure' in bytes ? bytes : { base64: Buffer.from(bytes).toString('base64') };
  });
}

for (const { name, start, workspace } of TRANSPORTS) {
  describe(`over ${name}`, () => {
    const server = start();
    const { uri, answers, dispose } = workspace();
    const path = `${uri.replace(/\/$/, '')}/policies/access.md`;
    after(() => {
      server.kill();
      dispose();
    });
    const connected = connect(
      server,
      {
        workspaceFolders: [{ uri, name: 'isms' }],
        initializationOptions: { today: TODAY, clientFileSystem: answers !== undefined },
      },
      (each) => answers && answer(each, answers),
    );

    it('says what it is and what it can do', async () => {
      const { result } = await connected;
      assert.equal(result.serverInfo?.name, 'isms-policy');
      assert.match(result.serverInfo.version ?? '', /^\d+\.\d+\.\d+/);
      assert.equal(result.capabilities.hoverProvider, true);
    });

    it('finds, explains, completes, mends and ends', async () => {
      const client = await connected;
      await client.hasRules(path, ['mapping/unknown-control']);
      const hover = await client.hover(path, { line: 4, character: 8 });
      assert.match(JSON.stringify(hover?.contents), /\*\*A\.5\.15 Access control\*\*/);
      client.open(path, FILES['policies/access.md']);
      const [fix] = await client.actions(path, {
        start: { line: 5, character: 8 },
        end: { line: 5, character: 8 },
      });
      client.apply(fix?.edit);
      assert.equal(client.textOf(path), policy('A.5.15', 'A.5.9'));
      await client.hasRules(path, []);
      client.edit(path, '"A.5.9"', '"A.5."');
      const labels = (await client.complete(path, { line: 5, character: 9 })).map((item) => item.label);
      assert.ok(labels.includes('A.5.16 Identity management') && !labels.includes('A.5.15 Access control'));
      assert.deepEqual(
        client.published.filter((each) => each.uri.endsWith('notes.md')),
        [],
      );
      assert.deepEqual(client.logged, []);
      assert.equal((await client.quit()) ?? 0, 0);
    });
  });
}
