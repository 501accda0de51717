import { commands, window } from 'vscode';
import { equal, includes, ok } from '../assert';
import { ask, scenario, until } from '../runner';
import {
  closeEditors,
  completions,
  cursorAt,
  file,
  finding,
  hoverText,
  inside,
  labelOf,
  open,
  policy,
  rangeOf,
  withFiles,
} from '../support';

scenario('a hover explains the control and what this ISMS says of it', async () => {
  const { document } = await open('policies/Access & identities.md');
  await finding('policies/Access & identities.md', 'mapping/unknown-control');
  const text = await until(async () => {
    const shown = await hoverText(document, 'A.5.15');
    return shown.includes('Access control') ? shown : undefined;
  });
  includes(text, 'A.5.15');
  includes(text, 'Access and identities');
  includes(text, 'R-001');
  await closeEditors();
});

scenario(
  'a link in a hover leads to the row of the SoA',
  async () => {
    const editor = await open('policies/Access & identities.md');
    await finding('policies/Access & identities.md', 'mapping/unknown-control');
    cursorAt(editor, inside(editor.document, 'A.5.15'));
    await commands.executeCommand('editor.action.showHover');
    await ask('click', { selector: '.monaco-hover a', text: 'SoA' });
    const target = await until(() =>
      window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith('/soa.md')),
    );
    await until(() => target.document.lineAt(target.selection.active.line).text.startsWith('| A.5.15 |'));
    await closeEditors();
  },
  ['web', 'node'],
);

scenario('a hover works in the text and in the rows of the SoA', async () => {
  const { document } = await open('soa.md');
  includes(await until(() => hoverText(document, 'A.8.28 |')), 'Secure coding');
  const policyEditor = await open('policies/Access & identities.md');
  includes(await until(() => hoverText(policyEditor.document, '(A.5.16)')), 'Identity management');
  await closeEditors();
});

scenario('completion offers the controls that the list lacks, by number and by title', async () => {
  await withFiles({ 'policies/completion.md': policy('"A.5.15"', '"A.5."') }, async () => {
    const editor = await open('policies/completion.md');
    const position = rangeOf(editor.document, '"A.5."').end.translate(0, -1);
    const items = await until(async () => {
      const offered = await completions(editor.document, position);
      return offered.some((item) => labelOf(item).includes('A.5.16')) ? offered : undefined;
    });
    const labels = items.map(labelOf);
    ok(!labels.some((label) => /A\.5\.15\b/.test(label)), 'A.5.15 is offered although it is listed');
    const access = items.find((item) => /A\.5\.18\b/.test(labelOf(item)));
    const typed = access && (access.filterText ?? labelOf(access));
    ok(typed?.includes('Access rights'), `the title does not find it: ${typed}`);
  });
});

scenario('an accepted completion leaves the quotes right', async () => {
  await withFiles({ 'policies/accepted.md': policy('"A.5.1"', '"A.7."') }, async () => {
    const editor = await open('policies/accepted.md');
    cursorAt(editor, inside(editor.document, 'A.7."').translate(0, 2));
    await until(async () => {
      await commands.executeCommand('editor.action.triggerSuggest');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await commands.executeCommand('acceptSelectedSuggestion');
      return /"A\.7\.\d+"\n/.test(editor.document.getText());
    });
    equal(window.activeTextEditor?.document.uri.toString(), file('policies/accepted.md').toString());
    ok(
      /^ {2}- "A\.5\.1"\n {2}- "A\.7\.\d+"\n---$/m.test(editor.document.getText()),
      editor.document.getText(),
    );
  });
});
