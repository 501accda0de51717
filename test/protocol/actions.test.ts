import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { FULL_CAPABILITIES } from '../harness/capabilities';
import { openFolder, policy, QUIET, soa, soaRow, type Editor } from './setup';

const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const WITH_SNIPPETS = {
  ...FULL_CAPABILITIES,
  workspace: {
    ...FULL_CAPABILITIES.workspace,
    workspaceEdit: { ...FULL_CAPABILITIES.workspace?.workspaceEdit, snippetEditSupport: true },
  },
};

/** An editor with one document open, once it has findings. */
async function openDocument(
  text: string,
  rules: readonly string[],
  params: Parameters<typeof openFolder>[1] = {},
): Promise<Editor & { readonly uri: string }> {
  const editor = await openFolder({ 'isms.yaml': QUIET, 'a.md': text }, params);
  const uri = editor.at('a.md');
  editor.client.open(uri, text);
  await editor.client.hasRules(uri, rules);
  return { ...editor, uri };
}

function titles(actions: readonly CodeAction[]): string[] {
  return actions.map((action) => action.title);
}

describe('quick fixes', () => {
  it('mend the text, the preferred one first', async () => {
    const { client, uri } = await openDocument(policy('A.5.99'), ['mapping/unknown-control']);
    const actions = await client.actions(uri, ALL);
    assert.match(actions[0]?.title ?? '', /^Change to A\.5\.9 /);
    assert.deepEqual(
      actions.map((action) => [action.kind, action.isPreferred ?? false]),
      [
        ['quickfix', true],
        ['quickfix', false],
        ['quickfix', false],
        ['quickfix', false],
      ],
    );
    assert.equal(actions[0]?.diagnostics?.[0]?.code, 'mapping/unknown-control');
    client.apply(actions[0].edit);
    assert.equal(client.textOf(uri), policy('A.5.9'));
    await client.hasRules(uri, []);
  });

  it('come only for the findings at the cursor', async () => {
    const { client, uri } = await openDocument(policy('A.5.99', 'A.5.98'), [
      'mapping/unknown-control',
      'mapping/unknown-control',
    ]);
    const at = { line: 5, character: 7 };
    const actions = await client.actions(uri, { start: at, end: at });
    assert.deepEqual(
      new Set(actions.flatMap((action) => action.diagnostics?.map((each) => each.range.start.line))),
      new Set([5]),
    );
    assert.deepEqual(
      await client.actions(uri, { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } }),
      [],
    );
  });

  it('insert the missing row into the SoA, in a file that is open elsewhere', async () => {
    const config = 'rules: { policy/missing-field: off, mapping/unmapped-control: off }\n';
    const { client, at } = await openFolder({
      'isms.yaml': config,
      'soa.md': soa(soaRow('A.5.1'), soaRow('A.5.3')),
    });
    await client.rescan();
    const uri = at('soa.md');
    client.open(uri, soa(soaRow('A.5.1'), soaRow('A.5.3')));
    await client.rescan();
    const fix = (await client.actions(uri, ALL)).find((action) => /A\.5\.2(?!\d)/.test(action.title));
    client.apply(fix?.edit);
    assert.match(client.textOf(uri).split('\n')[3] ?? '', /^\| A\.5\.2 \| TBC/);
  });

  it('create a document that does not exist yet', async () => {
    const config =
      'rules: { policy/missing-field: off, policy/uncontrolled-document: off, soa/missing-control: off, soa/implemented-by-draft: off }\n';
    const { client, at } = await openFolder({
      'isms.yaml': config,
      'soa.md': soa(soaRow('A.8.24')),
      'a.md': policy('A.5.1'),
    });
    const uri = at('soa.md');
    await client.hasRules(uri, ['mapping/unmapped-control']);
    const actions = await client.actions(uri, ALL);
    const create = actions.find((action) => action.edit?.documentChanges?.some((change) => 'kind' in change));
    assert.ok(create, titles(actions).join('\n'));
    const [[path, text] = ['', '']] = client.apply(create.edit);
    assert.match(path, /\.md$/);
    assert.match(text, /controls: \["A\.8\.24"\]/);
    client.open(path, text);
    await client.hasRules(uri, []);
  });

  it('of one kind are applied all at once', async () => {
    const { client, uri } = await openDocument(policy('a.5.15', 'A 5.16', 'A.5.99'), [
      'mapping/noncanonical-id',
      'mapping/noncanonical-id',
      'mapping/unknown-control',
    ]);
    const actions = await client.actions(uri, ALL);
    const all = actions.filter((action) => action.title.startsWith('Fix all'));
    assert.deepEqual(titles(all), ['Fix all: mapping/noncanonical-id (2 in this file)']);
    client.apply(all[0]?.edit);
    assert.equal(client.textOf(uri), policy('A.5.15', 'A.5.16', 'A.5.99'));
  });

  it('fit the text of this moment, also where the diagnostics are older', async () => {
    const { client, uri } = await openDocument(policy('A.5.99'), ['mapping/unknown-control']);
    const old = client.diagnostics(uri);
    client.edit(uri, 'title: Policy', 'title: A much longer title\nowner: Me');
    const stale = await client.actions(uri, ALL, { diagnostics: [...old] });
    assert.deepEqual(stale, [], 'the finding is on another line by now');
    client.edit(uri, 'title: A much longer title\nowner: Me', 'title: Policies');
    const fresh = await client.actions(uri, ALL, { diagnostics: [...old] });
    client.apply(fresh[0]?.edit);
    assert.equal(client.textOf(uri), policy('A.5.9').replace('title: Policy', 'title: Policies'));
  });

  it('need no diagnostics from the editor', async () => {
    const { client, uri } = await openDocument(policy('A.5.99'), ['mapping/unknown-control']);
    const actions = await client.actions(uri, ALL, { diagnostics: [] });
    assert.equal(actions.length, 4);
    assert.deepEqual(
      await client.actions(
        uri,
        { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        { diagnostics: [] },
      ),
      [],
    );
  });

  it('leave the findings of others alone', async () => {
    const { client, uri } = await openDocument(policy('A.5.99'), ['mapping/unknown-control']);
    const foreign = { range: ALL, message: 'x', source: 'markdownlint', code: 'mapping/unknown-control' };
    const at = { line: 0, character: 0 };
    assert.deepEqual(await client.actions(uri, { start: at, end: at }, { diagnostics: [foreign] }), []);
  });

  it('for an editor that knows neither versions nor new files', async () => {
    const { client, uri } = await openDocument(policy('A.5.99'), ['mapping/unknown-control'], {
      capabilities: { textDocument: { codeAction: FULL_CAPABILITIES.textDocument?.codeAction ?? {} } },
    });
    const actions = await client.actions(uri, ALL);
    assert.deepEqual(
      actions[0]?.edit?.changes?.[uri]?.map((edit) => edit.newText),
      ['A.5.9'],
    );
    assert.equal(actions[0]?.edit?.documentChanges, undefined);
  });

  it('are none for an editor without actions as values', async () => {
    const { client, uri } = await openDocument(policy('A.5.99'), ['mapping/unknown-control'], {
      capabilities: {},
    });
    assert.deepEqual(await client.actions(uri, ALL), []);
  });
});

describe('the kinds that are asked for', () => {
  const CASES: readonly (readonly [readonly string[] | undefined, readonly string[]])[] = [
    [undefined, ['quickfix']],
    [['quickfix'], ['quickfix']],
    [['quickfix.isms'], []],
    [['source'], ['source.fixAll.isms']],
    [['source.fixAll'], ['source.fixAll.isms']],
    [['source.fixAll.isms'], ['source.fixAll.isms']],
    [['source.fixAll.eslint'], []],
    [['source.fix'], []],
    [['refactor', 'source.organizeImports'], []],
    [['refactor', 'quickfix'], ['quickfix']],
    [[''], ['quickfix', 'source.fixAll.isms']],
  ];
  it('are strictly kept to', async () => {
    const { client, uri } = await openDocument(policy('A 5.15'), ['mapping/noncanonical-id']);
    for (const [only, kinds] of CASES) {
      const actions = await client.actions(uri, ALL, only === undefined ? {} : { only: [...only] });
      assert.deepEqual(
        [...new Set(actions.map((action) => action.kind))],
        kinds,
        `only ${JSON.stringify(only)}`,
      );
    }
  });

  it('fix all applies what is safe, until nothing changes', async () => {
    const { client, uri } = await openDocument(policy('A.5.15', 'A 5.15', 'A.5.99'), [
      'mapping/duplicate-control',
      'mapping/noncanonical-id',
      'mapping/unknown-control',
    ]);
    const [action, ...others] = await client.actions(uri, ALL, { only: ['source.fixAll'] });
    assert.deepEqual(others, []);
    client.apply(action?.edit);
    assert.equal(client.textOf(uri), policy('A.5.15', 'A.5.99'));
    await client.hasRules(uri, ['mapping/unknown-control']);
    assert.deepEqual(await client.actions(uri, ALL, { only: ['source.fixAll'] }), []);
  });
});

describe('ignoring a finding', () => {
  const text = `${policy('A.5.15')}\nSee A.5.99.\n`;
  const RULES = ['mapping/unknown-control'];

  it('waits for a reason where the editor can put the cursor there', async () => {
    const { client, uri } = await openDocument(text, RULES, { capabilities: WITH_SNIPPETS });
    const action = (await client.actions(uri, ALL)).find(
      (each) => each.title === 'Ignore this finding here…',
    );
    const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit;
    assert.equal(change.textDocument.version, 1);
    assert.deepEqual(change.edits, [
      {
        range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } },
        snippet: {
          kind: 'snippet',
          value: '<!-- isms-disable-next-line mapping/unknown-control -- $1 -->\n',
        },
      },
    ]);
  });

  it('suppresses nothing until a reason is typed', async () => {
    const { client, uri } = await openDocument(text, RULES);
    const action = (await client.actions(uri, ALL)).find(
      (each) => each.title === 'Ignore this finding here…',
    );
    client.apply(action?.edit);
    await client.hasRules(uri, ['suppression/missing-reason', 'mapping/unknown-control']);
    client.edit(uri, '--  -->', '-- a typo in a quotation -->');
    await client.hasRules(uri, []);
  });
});
