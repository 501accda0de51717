import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { connect, eventually, type LspClient } from '../harness/lspClient';
import { createTemporaryFolder } from '../harness/temporaryFolder';
import { startOverStdio } from '../harness/transports';
import { openFolder, policy, QUIET, soa, soaRow, watched } from './setup';

const CONFIG =
  'rules: { policy/missing-field: off, policy/uncontrolled-document: off, soa/missing-control: off, clause/missing-document: off }\n';
const UNMAPPED = ['mapping/unmapped-control'];
const UNKNOWN = ['mapping/unknown-control'];

/** The folder name holds what URIs must escape. */
function folderWith(files: Readonly<Record<string, string>>) {
  const folder = createTemporaryFolder(files, 'Über uns #1 (50%)');
  after(() => folder.dispose());
  return folder;
}

async function openFolders(...uris: readonly string[]): Promise<LspClient> {
  const server = startOverStdio();
  after(() => server.kill());
  return connect(server, { workspaceFolders: uris.map((uri) => ({ uri, name: uri })) });
}

function roots(client: LspClient): string[] {
  return client.statuses.at(-1)?.workspaces.map((each) => each.uri) ?? [];
}

describe('roots', () => {
  it('each isms.yaml further down is an ISMS of its own', async () => {
    const { client, at } = await openFolder({
      'isms.yaml': CONFIG,
      'soa.md': soa(soaRow('A.5.15')),
      'team/isms.yaml': CONFIG,
      'team/a.md': policy('A.5.15'),
      'team/soa.md': soa(soaRow('A.5.15')),
    });
    await client.rescan();
    assert.deepEqual(client.rules(at('soa.md')), UNMAPPED);
    assert.deepEqual(client.rules(at('team/soa.md')), []);
    assert.deepEqual(roots(client), [at('').replace(/\/$/, ''), at('team')]);
  });

  it('come and go with their isms.yaml, and open files move along', async () => {
    const editor = await openFolder({
      'isms.yaml': CONFIG,
      'soa.md': soa(soaRow('A.5.15')),
      'team/a.md': policy('A.5.15'),
    });
    const { client, folder, at } = editor;
    client.open(at('team/a.md'), policy('A.5.15', 'A.5.99'));
    await client.hasRules(at('team/a.md'), UNKNOWN);
    folder.write('team/isms.yaml', 'rules: { mapping/unknown-control: hint }\n');
    watched(editor, ['team/isms.yaml', 1]);
    await client.hasRules(at('soa.md'), UNMAPPED);
    await eventually(() =>
      assert.equal(client.diagnostics(at('team/a.md')).find((each) => each.code === UNKNOWN[0])?.severity, 4),
    );
    client.edit(at('team/a.md'), 'A.5.99', 'A.5.16');
    folder.remove('team/isms.yaml');
    watched(editor, ['team/isms.yaml', 3]);
    await client.hasRules(at('soa.md'), []);
    await client.hasRules(at('team/a.md'), []);
    client.edit(at('team/a.md'), 'A.5.15', 'A.5.17');
    await client.hasRules(at('soa.md'), UNMAPPED);
  });

  it('several folders are several ISMSs, also one within another', async () => {
    const folder = folderWith({
      'soa.md': `---\ntype: soa\n---\n\n${soa(soaRow('A.5.15'))}`,
      'own/p.md': policy('A.5.15'),
      'isms.yaml': CONFIG,
      'own/isms.yaml': CONFIG,
    });
    const client = await openFolders(folder.uri, folder.uriOf('own'));
    await client.rescan();
    assert.equal(roots(client).length, 2);
    assert.deepEqual(client.rules(folder.uriOf('soa.md')), UNMAPPED);
  });

  it('folders are opened and closed while the server runs', async () => {
    const one = folderWith({ 'isms.yaml': QUIET, 'a b#.md': policy('A.5.99') });
    const two = folderWith({ 'isms.yaml': QUIET, 'ö.md': policy('A.5.98') });
    const client = await openFolders(one.uri);
    await client.hasRules(one.uriOf('a b#.md'), UNKNOWN);
    const event = { added: [{ uri: two.uri, name: 'two' }], removed: [{ uri: one.uri, name: 'one' }] };
    await client.server.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await client.hasRules(two.uriOf('ö.md'), UNKNOWN);
    await client.hasRules(one.uriOf('a b#.md'), []);
    await client.rescan();
    assert.deepEqual(roots(client), [two.uri.replace(/\/$/, '')]);
  });

  it('a folder below an isms.yaml belongs to it and shows its own part, as on the command line', async () => {
    const folder = folderWith({
      'isms.yaml': CONFIG,
      'soa.md': soa('| A.5.16 | No | Nobody has an identity here | |', soaRow('A.5.15')),
      'policies/a.md': policy('A.5.16'),
    });
    const client = await openFolders(folder.uriOf('policies'));
    await client.hasRules(folder.uriOf('policies/a.md'), ['mapping/excluded-control']);
    assert.deepEqual(client.rules(folder.uriOf('soa.md')), []);
    client.open(folder.uriOf('soa.md'), soa(soaRow('A.5.15')));
    await client.hasRules(folder.uriOf('soa.md'), UNMAPPED);
    assert.equal(client.statuses.at(-1)?.workspaces[0]?.uri, folder.uri.replace(/\/$/, ''));
  });

  it('an editor with one root and no workspace folders', async () => {
    const folder = folderWith({ 'isms.yaml': QUIET, 'a.md': policy('A.5.99') });
    const server = startOverStdio();
    after(() => server.kill());
    const client = await connect(server, {
      rootUri: folder.uri,
      capabilities: {},
    });
    await client.hasRules(folder.uriOf('a.md'), UNKNOWN);
  });
});

describe('a single file', () => {
  it('is checked with its folder and what lies below', async () => {
    const folder = folderWith({ 'policies/a.md': policy('A.5.16'), 'other.md': policy('A.5.99') });
    const client = await openFolders();
    const unmapped = (): number =>
      client.rules(folder.uriOf('soa.md')).filter((rule) => rule === UNMAPPED[0]).length;
    client.open(folder.uriOf('soa.md'), soa(soaRow('A.5.15'), soaRow('A.5.16')));
    await eventually(() => assert.equal(unmapped(), 1));
    client.open(folder.uriOf('policies/a.md'), policy('A.5.15', 'A.5.16'));
    await eventually(() => assert.equal(unmapped(), 0));
    assert.deepEqual(client.rules(folder.uriOf('other.md')), [], 'a file that nobody opened');
  });

  it('is checked with the ISMS around it, which is let go when it is closed', async () => {
    const folder = folderWith({
      'isms.yaml': CONFIG,
      'soa.md': soa(soaRow('A.5.15')),
      'policies/a.md': policy('A.5.99'),
    });
    const client = await openFolders();
    client.open(folder.uriOf('policies/a.md'), policy('A.5.99'));
    await client.hasRules(folder.uriOf('policies/a.md'), UNKNOWN);
    assert.equal(roots(client).length, 1);
    client.close(folder.uriOf('policies/a.md'));
    await client.hasRules(folder.uriOf('policies/a.md'), []);
    await client.rescan();
    assert.deepEqual(roots(client), []);
  });

  it('that is no Markdown, or lies nowhere, has no ISMS', async () => {
    const folder = folderWith({ 'isms.yaml': QUIET, 'a.md': policy('A.5.99') });
    const client = await openFolders();
    client.open(folder.uriOf('x.txt'), 'A.5.99');
    client.open('untitled:Untitled-1', policy('A.5.99'));
    client.open(folder.uriOf('a.md').replace('file:', 'git:'), policy('A.5.99'));
    await client.rescan();
    assert.deepEqual([client.published, roots(client)], [[], []]);
  });
});
