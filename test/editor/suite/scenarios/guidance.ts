import { commands, Uri, window, workspace } from 'vscode';
import { includes, ok } from '../assert';
import { ask, scenario, until } from '../runner';
import { apply, closeEditors, cursorAt, file, inside, open, policy, rangeOf, withFiles } from '../support';

scenario('the full card of a control is a read-only document with the state of this ISMS', async () => {
  await open('policies/Access & identities.md');
  await commands.executeCommand('ismsPolicy.showCard', 'A.5.15', file('soa.md').toString());
  const tab = await until(() => window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isCard));
  includes(tab.label, 'A.5.15');
  const card = Uri.from({
    scheme: 'isms-card',
    path: '/A.5.15.md',
    query: file('soa.md').toString(),
  });
  const text = (await workspace.openTextDocument(card)).getText();
  for (const heading of ['## Why', '## How', '## Wording', '## Evidence', '## What auditors find'])
    includes(text, heading);
  includes(text, 'Access and identities');
  await closeEditors();
});

scenario(
  'a hover ends with a link that opens the full card',
  async () => {
    const editor = await open('policies/Access & identities.md');
    cursorAt(editor, inside(editor.document, 'A.5.16'));
    await until(async () => {
      await commands.executeCommand('editor.action.showHover');
      return ask('click', { selector: '.monaco-hover a', text: 'Full card' }).then(() => true);
    });
    ok(await until(() => window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isCard)), 'no card');
    await closeEditors();
  },
  ['web', 'node'],
);

scenario(
  'wording of a control is chosen from a list and inserted where its section is',
  async () => {
    const text = `${policy('"A.8.13"')}\n## Backup (A.8.13)\n\nWe copy what we cannot lose.\n`;
    await withFiles({ 'policies/wording.md': text }, async () => {
      const { document } = await open('policies/wording.md');
      const at = rangeOf(document, 'We copy');
      const applied = apply(document.uri, at, /^Insert wording for A\.8\.13 /);
      await ask('click', { selector: '.quick-input-widget .quick-input-list .monaco-list-row' });
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await applied;
      await until(() => /cannot lose\.\n\n- \S/.test(document.getText()));
    });
  },
  ['web', 'node'],
);

function isCard({ label }: { readonly label: string }): boolean {
  return /A\.\d\.\d+/.test(label) && !label.startsWith('Access');
}
