import { commands, window, workspace } from 'vscode';
import { includes, ok } from '../assert';
import { ask, scenario, until } from '../runner';
import { open, policy, withFiles } from '../support';

scenario('what was understood of a document opens beside it', async () => {
  const { document } = await open('soa.md');
  await commands.executeCommand('ismsPolicy.inspect', document.uri);
  const tab = await until(() =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => JSON.stringify(input).includes('isms-inspect')),
  );
  ok(tab.label !== '', 'the tab has no name');
  const page = await until(() => workspace.textDocuments.find(({ uri }) => uri.scheme === 'isms-inspect'));
  includes(page.getText(), 'Statement of Applicability');
  await commands.executeCommand('workbench.action.closeAllEditors');
});

scenario(
  'an approval is recorded with who, when and the fingerprint of the rules',
  async () => {
    await withFiles({ 'policies/approved.md': policy('"A.5.15"') }, async () => {
      const { document } = await open('policies/approved.md');
      const recorded = commands.executeCommand('ismsPolicy.recordApproval');
      await ask('click', { selector: '.quick-input-widget .quick-input-box input' });
      await ask('press', { keys: 'O' });
      await ask('press', { keys: 'Enter' });
      await recorded;
      await until(() => document.getText().includes('approved_fingerprint:'));
      includes(document.getText(), 'approver:');
    });
  },
  ['web', 'node'],
);
