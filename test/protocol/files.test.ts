import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFolder, policy, QUIET, soa, soaRow, watched } from './setup';

/** A.5.15 is mapped by a.md alone: without it the SoA has a finding. */
const FILES = {
  'isms.yaml':
    'rules: { policy/missing-field: off, policy/uncontrolled-document: off, soa/missing-control: off, clause/missing-document: off }\n',
  'policies/a.md': policy('A.5.15'),
  'soa.md': soa(soaRow('A.5.15')),
};
const UNMAPPED = ['mapping/unmapped-control'];

describe('files on disk', () => {
  it('are watched by the server itself, folders included', async () => {
    const { client } = await openFolder(FILES);
    await client.rescan();
    const [watchers, settings] = ['workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration'].map(
      (method) => client.registered.find((each) => each.method === method),
    );
    assert.deepEqual(watchers?.registerOptions, {
      watchers: [
        { globPattern: '**/*.{md,markdown,yml,yaml,json,csv}' },
        { globPattern: '**/.gitignore' },
        { globPattern: '**/.isms-baseline' },
        { globPattern: '**', kind: 5 },
      ],
    });
    assert.equal(settings, undefined, 'this editor has no settings to ask for');
  });

  it('edited, deleted and created again', async () => {
    const editor = await openFolder(FILES);
    const { client, folder, at } = editor;
    await client.rescan();
    assert.deepEqual(client.rules(at('soa.md')), []);
    folder.write('policies/a.md', policy('A.5.98'));
    watched(editor, ['policies/a.md', 2]);
    await client.hasRules(at('policies/a.md'), ['mapping/unknown-control']);
    await client.hasRules(at('soa.md'), UNMAPPED);
    folder.remove('policies/a.md');
    watched(editor, ['policies/a.md', 3]);
    await client.hasRules(at('policies/a.md'), []);
    assert.deepEqual(client.rules(at('soa.md')), UNMAPPED);
    folder.write('policies/a.md', policy('A.5.15'));
    watched(editor, ['policies/a.md', 1]);
    await client.hasRules(at('soa.md'), []);
  });

  it('a baseline that comes, changes and goes', async () => {
    const editor = await openFolder({ ...FILES, 'policies/a.md': policy('A.5.98') });
    const { client, folder, at } = editor;
    await client.hasRules(at('policies/a.md'), ['mapping/unknown-control']);
    folder.write('.isms-baseline', 'mapping/unknown-control policies/a.md A.5.98\n');
    watched(editor, ['.isms-baseline', 1]);
    await client.hasRules(at('policies/a.md'), []);
    folder.write('.isms-baseline', 'mapping/unknown-control policies/a.md A.5.97\n');
    watched(editor, ['.isms-baseline', 2]);
    await client.hasRules(at('policies/a.md'), ['mapping/unknown-control']);
    await client.hasRules(at('.isms-baseline'), ['suppression/unused']);
    folder.remove('.isms-baseline');
    watched(editor, ['.isms-baseline', 3]);
    await client.hasRules(at('.isms-baseline'), []);
    assert.deepEqual(client.rules(at('policies/a.md')), ['mapping/unknown-control']);
  });

  it('renamed: the finding moves along', async () => {
    const editor = await openFolder({ ...FILES, 'policies/b.md': policy('A.5.98') });
    const { client, folder, at } = editor;
    await client.hasRules(at('policies/b.md'), ['mapping/unknown-control']);
    folder.rename('policies/b.md', 'policies/c.md');
    watched(editor, ['policies/b.md', 3], ['policies/c.md', 1]);
    await client.hasRules(at('policies/c.md'), ['mapping/unknown-control']);
    assert.deepEqual(client.rules(at('policies/b.md')), []);
  });

  it('a folder renamed and deleted, of which only the folder itself is told', async () => {
    const editor = await openFolder(FILES);
    const { client, folder, at } = editor;
    await client.rescan();
    folder.rename('policies', 'rules');
    folder.write('rules/b.md', policy('A.5.97'));
    watched(editor, ['policies', 3], ['rules', 1]);
    await client.hasRules(at('rules/b.md'), ['mapping/unknown-control']);
    assert.deepEqual(client.rules(at('soa.md')), []);
    folder.remove('rules');
    watched(editor, ['rules', 3]);
    await client.hasRules(at('soa.md'), UNMAPPED);
    assert.deepEqual(client.rules(at('rules/b.md')), []);
  });

  it('a burst of events is one pass', async () => {
    const editor = await openFolder(FILES);
    const { client, folder, at } = editor;
    await client.rescan();
    const names = Array.from({ length: 60 }, (_, i) => `policies/p${i}.md`);
    for (const name of names) folder.write(name, policy('A.5.96'));
    client.statuses.length = 0;
    for (const name of names) watched(editor, [name, 1]);
    await client.hasRules(at('policies/p59.md'), ['mapping/unknown-control']);
    assert.equal(client.published.filter((each) => each.uri === at('policies/p0.md')).length, 1);
    assert.ok(client.statuses.filter((each) => !each.ready).length <= 4, `${client.statuses.length} states`);
  });

  it('editors without watchers tell of what they do themselves', async () => {
    const { client, folder, at } = await openFolder(FILES);
    const { connection } = client.server;
    await client.rescan();
    folder.rename('policies/a.md', 'policies/b.md');
    await connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: at('policies/a.md'), newUri: at('policies/b.md') }],
    });
    const hover = async (): Promise<string> =>
      JSON.stringify(await client.hover(at('soa.md'), { line: 2, character: 4 }));
    await client.rescan();
    assert.match(await hover(), /policies\/b\.md/);
    folder.write('policies/c.md', policy('A.5.95'));
    await connection.sendNotification('workspace/didCreateFiles', { files: [{ uri: at('policies/c.md') }] });
    await client.hasRules(at('policies/c.md'), ['mapping/unknown-control']);
    folder.remove('policies/b.md');
    await connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: at('policies/b.md') }] });
    await client.hasRules(at('soa.md'), UNMAPPED);
    folder.write('policies/d.md', policy('A.5.15'));
    client.open(at('policies/d.md'), policy('A.5.15'));
    await connection.sendNotification('textDocument/didSave', { textDocument: { uri: at('policies/d.md') } });
    client.close(at('policies/d.md'));
    await client.hasRules(at('soa.md'), []);
  });

  it('that cannot be read are named, and everything else is checked', async () => {
    const { client, folder, at } = await openFolder({ ...FILES, 'policies/b.md': policy('A.5.98') });
    folder.write('policies/c.md', new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0xfa]));
    await client.rescan();
    assert.deepEqual(client.rules(at('policies/c.md')), ['input/unreadable']);
    assert.deepEqual(client.rules(at('policies/b.md')), ['mapping/unknown-control']);
  });
});

describe('open files', () => {
  it('outrank the disk, unsaved, until they are closed', async () => {
    const editor = await openFolder(FILES);
    const { client, folder, at } = editor;
    client.open(at('policies/a.md'), policy('A.5.15'));
    client.edit(at('policies/a.md'), 'A.5.15', 'A.5.16');
    await client.hasRules(at('soa.md'), UNMAPPED);
    folder.write('policies/a.md', policy('A.5.15', 'A.8.1'));
    watched(editor, ['policies/a.md', 2]);
    await client.rescan();
    assert.deepEqual(client.rules(at('soa.md')), UNMAPPED);
    client.close(at('policies/a.md'));
    await client.hasRules(at('soa.md'), []);
  });

  it('deleted on disk count no more, as on the command line', async () => {
    const editor = await openFolder(FILES);
    const { client, folder, at } = editor;
    client.open(at('policies/a.md'), policy('A.5.15'));
    await client.rescan();
    folder.remove('policies/a.md');
    watched(editor, ['policies/a.md', 3]);
    await client.hasRules(at('soa.md'), UNMAPPED);
  });

  it('are checked before they are saved for the first time', async () => {
    const { client, at } = await openFolder(FILES);
    await client.rescan();
    client.open(at('policies/new.md'), policy('A.5.94'));
    await client.hasRules(at('policies/new.md'), ['mapping/unknown-control']);
    client.close(at('policies/new.md'));
    await client.hasRules(at('policies/new.md'), []);
  });

  it('that git ignores stay silent', async () => {
    const { client, at } = await openFolder({ ...FILES, '.gitignore': 'drafts/\n' });
    client.open(at('drafts/x.md'), policy('A.5.94'));
    client.open(at('node_modules/y.md'), policy('A.5.94'));
    await client.rescan();
    assert.deepEqual(client.published, []);
  });

  it('with Windows line breaks and emoji have their findings in the right place', async () => {
    const { client, at } = await openFolder({ 'isms.yaml': QUIET });
    const text =
      '---\r\ntitle: "🔐 Zugänge"\r\ntype: policy\r\ncontrols: ["A.5.15"]\r\n---\r\n\r\n🔐 Siehe A.5.99.\r\n';
    client.open(at('ä.md'), text);
    await client.hasRules(at('ä.md'), ['mapping/unknown-control']);
    assert.deepEqual(client.diagnostics(at('ä.md'))[0]?.range, {
      start: { line: 6, character: 9 },
      end: { line: 6, character: 15 },
    });
  });
});
