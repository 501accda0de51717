import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
  type Location,
} from 'vscode-languageserver-protocol/node';
import { openFolder, policy, QUIET, soa, soaRow } from './setup';

const FILES = {
  'isms.yaml': QUIET,
  'p.md': policy('A.5.15'),
  'soa.md': soa(soaRow('A.5.15')),
  'risks.md':
    '| Risk ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n| R-001 | Theft | Mitigate | A.5.15 |\n',
};
const IN_POLICY = { line: 4, character: 6 };
const IN_SOA = { line: 2, character: 4 };
const THE_RISK = { line: 2, character: 4 };

describe('navigation over the protocol', () => {
  async function opened() {
    const { client, at } = await openFolder(FILES);
    await client.rescan();
    const { connection } = client.server;
    const where = (uri: string, position: { line: number; character: number }) => ({
      textDocument: { uri: at(uri) },
      position,
    });
    /** `file:line` */
    const lines = (found: unknown): string[] =>
      (found as Location[]).map(
        ({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line}`,
      );
    return { client, at, connection, where, lines };
  }

  it('leads from a control to its row of the SoA, and from there to the documents that map it', async () => {
    const { connection, where, lines } = await opened();
    const from = async (...place: Parameters<typeof where>): Promise<string[]> =>
      lines(await connection.sendRequest(DefinitionRequest.type, where(...place)));
    assert.deepEqual(await from('p.md', IN_POLICY), ['soa.md:2']);
    assert.deepEqual(await from('soa.md', IN_SOA), ['p.md:4']);
    assert.deepEqual(await from('soa.md', { line: 0, character: 3 }), []);
  });

  it('lists every place that names an id, with or without the place that defines it', async () => {
    const { connection, where, lines } = await opened();
    const of = async (includeDeclaration: boolean): Promise<string[]> =>
      lines(
        await connection.sendRequest(ReferencesRequest.type, {
          ...where('risks.md', THE_RISK),
          context: { includeDeclaration },
        }),
      );
    assert.deepEqual(await of(true), ['risks.md:2', 'soa.md:2']);
    assert.deepEqual(await of(false), ['soa.md:2']);
    const marked = await connection.sendRequest(DocumentHighlightRequest.type, where('risks.md', THE_RISK));
    assert.equal(marked?.length, 1);
  });

  it('renames a risk in all files at once, and says why a control keeps its name', async () => {
    const { client, at, connection, where } = await opened();
    client.open(at('soa.md'), FILES['soa.md']);
    client.open(at('risks.md'), FILES['risks.md']);
    const range = await connection.sendRequest(PrepareRenameRequest.type, where('risks.md', THE_RISK));
    assert.deepEqual(range, { start: { line: 2, character: 2 }, end: { line: 2, character: 7 } });
    const edit = await connection.sendRequest(RenameRequest.type, {
      ...where('risks.md', THE_RISK),
      newName: 'R-042',
    });
    client.apply(edit ?? undefined);
    assert.match(client.textOf(at('soa.md')), /\(R-042\)/);
    await assert.rejects(
      connection.sendRequest(PrepareRenameRequest.type, where('p.md', IN_POLICY)),
      /The ids of controls are those of ISO\/IEC 27001/,
    );
    await assert.rejects(
      connection.sendRequest(RenameRequest.type, { ...where('risks.md', THE_RISK), newName: 'no id' }),
      /An id has letters and at least one digit/,
    );
  });

  it('finds documents, controls and risks by name', async () => {
    const { connection, lines } = await opened();
    const found = (await connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'theft' })) ?? [];
    assert.deepEqual(
      found.map(({ name }) => name),
      ['R-001 Theft'],
    );
    assert.deepEqual(lines(found.map(({ location }) => location)), ['risks.md:2']);
  });
});
