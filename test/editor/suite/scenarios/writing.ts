import { commands, Range, window, workspace, type TextEditor } from 'vscode';
import markdownSnippets from '../../../../snippets/isms.code-snippets';
import yamlSnippets from '../../../../snippets/isms-yaml.code-snippets';
import { dateVariables, expandSnippet } from '../../../harness/snippet';
import { equal, ok } from '../assert';
import { ask, scenario, until } from '../runner';
import { closeEditors, cursorAt, inside, open, policy, withFiles } from '../support';

/** What the bundler makes of a snippets file: its text. */
const files: readonly (readonly [string, string])[] = [
  ['markdown', markdownSnippets],
  ['yaml', yamlSnippets],
];

for (const [language, text] of files) {
  scenario(`every snippet of ${language} inserts what the tests read`, async () => {
    const snippets = JSON.parse(text.replace(/^\/\/.*$/m, '')) as Record<string, { body: string[] }>;
    ok(Object.keys(snippets).length > 0, 'no snippets');
    const document = await workspace.openTextDocument({ language, content: '' });
    const editor = await window.showTextDocument(document);
    for (const [name, { body }] of Object.entries(snippets)) {
      await commands.executeCommand('editor.action.insertSnippet', { langId: language, name });
      await until(() => document.getText() !== '');
      equal(document.getText(), expandSnippet(body.join('\n'), dateVariables(new Date())), name);
      await commands.executeCommand('leaveSnippet');
      await editor.edit((edit) => edit.delete(new Range(0, 0, document.lineCount, 0)));
      await until(() => document.getText() === '');
    }
    await closeEditors();
  });
}

const HIGHLIGHTED = policy(
  '"A.5.15"',
  '"A.9.2.1" # isms-disable-line mapping/superseded-control -- agreed',
).replace('Text.', 'Rules of A.8.2 <!-- isms-disable-line mapping/unknown-control -- agreed -->');

scenario(
  'ids, keys and suppressions are highlighted',
  async () => {
    await withFiles({ 'policies/highlighting.md': HIGHLIGHTED }, async () => {
      const editor = await open('policies/highlighting.md');
      for (const [text, scope] of [
        ['controls', 'keyword.control.control-key.isms'],
        ['owner', 'variable.other.property.metadata.isms'],
        ['A.5.15', 'entity.name.type.control.isms'],
        ['A.9.2.1', 'constant.numeric.control-2013.isms'],
        ['isms-disable-line mapping/superseded', 'keyword.control.directive.isms'],
        ['mapping/superseded-control', 'entity.name.function.rule.isms'],
        ['A.8.2', 'entity.name.type.control.isms'],
        ['isms-disable-line mapping/unknown', 'keyword.control.directive.isms'],
        ['mapping/unknown-control', 'entity.name.function.rule.isms'],
      ] as const) {
        // A switch that shows and hides: under load the two may come to be the wrong way round once.
        await until(async () => (await scopesAt(editor, text)).includes(scope), 30_000);
      }
    });
  },
  ['web', 'node'],
);

/** What "Inspect Tokens and Scopes" of the editor shows: the one view on its tokens that needs no test build. */
async function scopesAt(editor: TextEditor, text: string): Promise<string> {
  cursorAt(editor, inside(editor.document, text));
  await commands.executeCommand('editor.action.inspectTMScopes');
  try {
    const widget = { selector: '.token-inspect-widget', text: 'textmate scopes', timeoutMs: 5000 };
    return String(await ask('textOf', widget));
  } finally {
    await commands.executeCommand('editor.action.inspectTMScopes');
  }
}
