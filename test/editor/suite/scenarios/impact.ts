import { commands, Uri, window, workspace } from 'vscode';
import { equal, includes } from '../assert';
import { scenario, until } from '../runner';
import { api, closeEditors } from '../support';

// The folder of this run lies in no repository, so each host has a reason of its own to say.
const REASONS = {
  web: 'The web has no git',
  node: 'There is nothing to compare with: this folder lies in no git repository.',
  desktop: 'There is nothing to compare with: this folder lies in no git repository.',
} as const;

scenario('the impact of changes says plainly why it cannot be shown', async (host) => {
  await (
    await api()
  ).started;
  const document = await until(async () => {
    const opened = await workspace.openTextDocument(Uri.parse('isms-impact:/Impact.md'));
    return opened.getText().includes(REASONS[host]) ? opened : undefined;
  });
  includes(document.getText(), '# The impact of your changes cannot be shown');
});

scenario('the command opens the impact in the Markdown preview', async () => {
  await commands.executeCommand('ismsPolicy.impact');
  const tab = await until(() => {
    const labels = window.tabGroups.all.map((group) => group.activeTab?.label ?? '');
    return labels.find((label) => label.includes('Impact of My Changes'));
  });
  includes(tab, 'Impact of My Changes.md');
  equal(window.activeTextEditor, undefined, 'a text editor instead of the preview');
  await closeEditors();
});
