import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-protocol/node';
import { createNodeFileSystem } from '../../server/src/host/nodeFileSystem';
import { createProject } from '../../server/src/workspace/project';
import { engine } from '../harness/engine';
import { connect, eventually, TODAY } from '../harness/lspClient';
import { startOverStdio } from '../harness/transports';
import { openFolder, policy, QUIET, soa, soaRow } from './setup';

describe('findings', () => {
  it('come without any file being opened', async () => {
    const { client, at } = await openFolder({ 'isms.yaml': QUIET, 'a.md': policy('A.5.99') });
    await client.hasRules(at('a.md'), ['mapping/unknown-control']);
  });

  it('hold everything that an editor can show', async () => {
    const { client, at } = await openFolder({
      'isms.yaml': QUIET,
      'a.md': policy('A.5.15', 'A.5.99', 'A.5.15'),
    });
    await client.hasRules(at('a.md'), ['mapping/unknown-control', 'mapping/duplicate-control']);
    const [unknown, duplicate] = client.diagnostics(at('a.md'));
    assert.deepEqual(unknown?.range, { start: { line: 5, character: 5 }, end: { line: 5, character: 11 } });
    assert.equal(unknown.severity, DiagnosticSeverity.Error);
    assert.equal(unknown.source, 'isms');
    assert.equal(unknown.codeDescription?.href, 'https://isms-policy.example/rules/mapping/unknown-control');
    assert.match(
      String(unknown.message),
      /^A\.5\.99 is not a control of .+ Correct the id, for example to A\.5\.9 or/,
    );
    assert.equal(unknown.tags, undefined);
    assert.deepEqual(duplicate?.tags, [DiagnosticTag.Unnecessary]);
    assert.equal(duplicate.relatedInformation?.[0]?.location.uri, at('a.md'));
    assert.equal(duplicate.relatedInformation[0].location.range.start.line, 4);
  });

  it('of one rule in many closed files are one that stands for all; an open file shows its own', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`p/${index + 100}.md`, policy('A.5.99')]),
    );
    const { client, at } = await openFolder({ 'isms.yaml': QUIET, ...files });
    await client.hasRules(at('p/100.md'), ['mapping/unknown-control']);
    const [first] = client.diagnostics(at('p/100.md'));
    assert.match(String(first?.message), /There are 199 more of mapping\/unknown-control in 199 files/);
    assert.equal(first?.relatedInformation?.length, 100);
    assert.deepEqual(client.diagnostics(at('p/120.md')), []);
    client.open(at('p/120.md'), policy('A.5.99'));
    await client.hasRules(at('p/120.md'), ['mapping/unknown-control']);
    await eventually(() =>
      assert.match(String(client.diagnostics(at('p/100.md'))[0]?.message), /There are 198 more/),
    );
  });

  it('hold no more than an editor understands', async () => {
    const { client, at } = await openFolder(
      { 'isms.yaml': QUIET, 'a.md': policy('A.5.15', 'A.5.15') },
      { capabilities: {} },
    );
    await client.hasRules(at('a.md'), ['mapping/duplicate-control']);
    assert.deepEqual(Object.keys(client.diagnostics(at('a.md'))[0] ?? {}).sort(), [
      'code',
      'message',
      'range',
      'severity',
      'source',
    ]);
  });

  it('link to where the editor says that the pages are', async () => {
    const { client, at } = await openFolder(
      { 'isms.yaml': QUIET, 'a.md': policy('A.5.99') },
      { initializationOptions: { today: TODAY, ruleBaseHref: 'vscode://isms-policy.isms-policy/rules/' } },
    );
    await client.hasRules(at('a.md'), ['mapping/unknown-control']);
    assert.equal(
      client.diagnostics(at('a.md'))[0]?.codeDescription?.href,
      'vscode://isms-policy.isms-policy/rules/mapping/unknown-control',
    );
  });

  it('follow what is typed, with the version of the document', async () => {
    const { client, at } = await openFolder({ 'isms.yaml': QUIET, 'a.md': policy('A.5.15') });
    client.open(at('a.md'), policy('A.5.15'));
    client.edit(at('a.md'), 'A.5.15', 'A.5.97');
    await client.hasRules(at('a.md'), ['mapping/unknown-control']);
    assert.equal(client.published.at(-1)?.version, 2);
    client.edit(at('a.md'), 'A.5.97', 'A.5.17');
    await client.hasRules(at('a.md'), []);
  });

  it('in another file follow too, and are sent for files that changed alone', async () => {
    const { client, at } = await openFolder({
      'isms.yaml':
        'rules: { policy/missing-field: off, policy/uncontrolled-document: off, soa/missing-control: off, clause/missing-document: off }\n',
      'a.md': policy('A.5.15'),
      'b.md': policy('A.5.99'),
      'soa.md': soa(soaRow('A.5.15')),
    });
    await client.hasRules(at('b.md'), ['mapping/unknown-control']);
    client.open(at('a.md'), policy('A.5.15'));
    client.published.length = 0;
    client.edit(at('a.md'), 'A.5.15', 'A.5.16');
    await client.hasRules(at('soa.md'), ['mapping/unmapped-control']);
    client.edit(at('a.md'), 'A.5.16', 'A.5.15');
    await client.hasRules(at('soa.md'), []);
    assert.deepEqual([...new Set(client.published.map((each) => each.uri))], [at('soa.md')]);
  });

  it('come for an isms.yaml that does not hold to its schema, and its settings count at once', async () => {
    const { client, at } = await openFolder({ 'isms.yaml': QUIET, 'a.md': policy('A.5.99') });
    await client.hasRules(at('a.md'), ['mapping/unknown-control']);
    client.open(at('isms.yaml'), QUIET);
    client.edit(at('isms.yaml'), 'rules:', 'rulez: {}\nrules:\n  mapping/unknown-control: hint');
    await client.hasRules(at('isms.yaml'), ['config/invalid']);
    await eventually(() =>
      assert.equal(client.diagnostics(at('a.md'))[0]?.severity, DiagnosticSeverity.Hint),
    );
    client.edit(at('isms.yaml'), 'rulez: {}\n', 'documents: { exclude: ["a.md"] }\n');
    await client.hasRules(at('a.md'), []);
    client.edit(at('isms.yaml'), 'documents: { exclude: ["a.md"] }\n', '');
    await client.hasRules(at('a.md'), ['mapping/unknown-control']);
  });

  it('are the same as those of the command line for the example', async () => {
    const folder = fileURLToPath(new URL('../../examples/acme', import.meta.url));
    const project = createProject({ engine, fileSystem: createNodeFileSystem(folder) });
    await project.load();
    const { findings } = engine.check(project.isms(), { today: TODAY });
    const uri = pathToFileURL(folder).href;
    const server = startOverStdio();
    const client = await connect(server, { workspaceFolders: [{ uri, name: 'acme' }] });
    await client.rescan();
    const shown = [...new Set(client.published.map((each) => each.uri))].flatMap((each) =>
      client.diagnostics(each).map(({ code, message }) => `${each.slice(uri.length + 1)} ${code} ${message}`),
    );
    assert.ok(findings.length >= 15, 'the example has its gaps');
    assert.deepEqual(
      shown.sort(),
      findings.map(({ path, ruleId, message, hint }) => `${path} ${ruleId} ${message} ${hint}`).sort(),
    );
    const status = client.statuses.at(-1);
    assert.equal(status?.ready, true);
    assert.equal(status.workspaces[0]?.errors, findings.filter((each) => each.severity === 'error').length);
    assert.deepEqual([status.workspaces[0].controls.total, status.workspaces[0].controls.mapped], [93, 90]);
    await client.quit();
  });
});

describe('silence', () => {
  it('in a folder without an ISMS', async () => {
    const { client, at } = await openFolder({
      'README.md': '# A library\n\nSince 5.15 the option A.5.99 is gone.\n',
      'blog.md': '---\ntitle: Hello\ntags: [a]\n---\n',
      'broken.md': '---\ntitle: "Hello\n---\n',
    });
    client.open(at('README.md'), '# A library\n\nA.5.99\n');
    await client.rescan();
    assert.deepEqual(client.published, []);
    assert.deepEqual(client.statuses.at(-1), { workspaces: [], ready: true });
    assert.equal(await client.hover(at('README.md'), { line: 2, character: 2 }), null);
  });

  it('in Markdown beside an ISMS', async () => {
    const { client, at } = await openFolder({
      'isms.yaml': QUIET,
      'a.md': policy('A.5.99'),
      'notes.md': '# Notes\n\nA.5.99\n',
    });
    client.open(at('notes.md'), '# Notes\n\nA.5.99\n');
    client.edit(at('notes.md'), 'Notes', 'More notes');
    await client.rescan();
    assert.deepEqual([...new Set(client.published.map((each) => each.uri))], [at('a.md')]);
  });

  it('where the settings say so', async () => {
    const asked: unknown[] = [];
    const { client, at } = await openFolder(
      { 'isms.yaml': QUIET, 'a.md': policy('A.5.99') },
      { capabilities: { workspace: { configuration: true } } },
      ({ connection }) => {
        connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
          asked.push(...items);
          return [
            {
              enable: asked.length > 1,
              rules: { 'mapping/unknown-control': 'information', 'no/rule': 'off' },
            },
          ];
        });
      },
    );
    await client.rescan();
    assert.deepEqual(asked[0], { scopeUri: at('').replace(/\/$/, ''), section: 'ismsPolicy' });
    await client.hasRules(at('a.md'), ['mapping/unknown-control']);
    assert.equal(client.diagnostics(at('a.md'))[0]?.severity, DiagnosticSeverity.Information);
    assert.ok(client.logged.includes('ismsPolicy.rules: there is no rule "no/rule".'));
    assert.equal(client.published.length, 1, 'nothing was said while it was off');
  });
});
