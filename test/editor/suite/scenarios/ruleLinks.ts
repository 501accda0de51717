import { commands, Uri, window, workspace } from 'vscode';
import { equal, excludes, includes, ok } from '../assert';
import { ask, scenario, until } from '../runner';
import { closeEditors, cursorAt, finding, open } from '../support';

const PATH = 'policies/Access & identities.md';

scenario('the page of a rule opens in the Markdown preview', async () => {
  await commands.executeCommand('ismsPolicy.openRule', 'mapping/unknown-control');
  await previewIsOpen();
  await closeEditors();
  const page = await workspace.openTextDocument(Uri.parse('isms-docs:/rules/mapping/unknown-control.md'));
  includes(page.getText(), '# mapping/unknown-control');
});

scenario('a page links to pages that are there, and never out of its folder', async () => {
  const text = async (path: string) =>
    (await workspace.openTextDocument(Uri.from({ scheme: 'isms-docs', path }))).getText();
  const index = await text('/rules/README.md');
  const links = [...index.matchAll(/\]\(([\w./-]+\.md)\)/g)].map(([, link = '']) => link);
  ok(links.length > 10, `${links.length} links`);
  for (const link of links)
    excludes(await text(Uri.joinPath(Uri.parse('isms-docs:/rules/'), link).path), 'no such page');
  includes(await text('/rules/../../../package.json.md'), 'no such page');
});

scenario(
  'the link in the hover of a finding opens the page of its rule',
  async () => {
    const editor = await open(PATH);
    const { range } = await finding(PATH, 'mapping/unknown-control');
    cursorAt(editor, range.start);
    await commands.executeCommand('editor.action.showHover');
    await ask('click', {
      selector: '.monaco-hover .code-link',
      text: 'mapping/unknown-control',
    });
    await previewIsOpen();
    await closeEditors();
  },
  ['web', 'node'],
);

scenario(
  'the link in the Problems view opens the page of its rule',
  async () => {
    await open(PATH);
    await finding(PATH, 'mapping/unknown-control');
    await commands.executeCommand('ismsPolicy.showFindings');
    await ask('click', {
      selector: '.markers-panel .monaco-link',
      text: 'mapping/unknown-control',
    });
    await previewIsOpen();
    await closeEditors();
    await commands.executeCommand('workbench.action.closePanel');
  },
  ['web', 'node'],
);

async function previewIsOpen(): Promise<void> {
  const tab = await until(() => {
    const label = window.tabGroups.activeTabGroup.activeTab?.label;
    return label?.includes('unknown-control') ? label : undefined;
  });
  includes(tab, 'unknown-control.md');
  equal(window.activeTextEditor, undefined, 'a text editor instead of the preview');
}
