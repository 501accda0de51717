import { workspace, WorkspaceEdit } from 'vscode';
import { ask, scenario, until } from '../runner';
import {
  closeEditors,
  file,
  finding,
  findings,
  gone,
  open,
  policy,
  remove,
  replace,
  restoring,
  ruleOf,
  withFiles,
  write,
} from '../support';

const WRONG = policy('"A.5.93"');

scenario('a control that a policy begins to map is no longer reported in the SoA', async () => {
  await restoring(['policies/Access & identities.md'], async () => {
    const editor = await open('policies/Access & identities.md');
    await finding('soa.md', 'mapping/unmapped-control');
    await replace(editor, '  - "A.8.2"\n', '  - "A.8.2"\n  - "A.5.7"\n');
    await gone('soa.md', 'mapping/unmapped-control');
    await editor.document.save();
    await closeEditors();
    await gone('soa.md', 'mapping/unmapped-control');
  });
  await finding('soa.md', 'mapping/unmapped-control');
});

scenario('a file that is created, renamed and deleted takes its findings along', async () => {
  try {
    await write('policies/moving.md', WRONG);
    await finding('policies/moving.md', 'mapping/unknown-control');
    await rename('policies/moving.md', 'policies/moved file.md');
    await finding('policies/moved file.md', 'mapping/unknown-control');
    await until(() => findings('policies/moving.md').length === 0);
    await remove('policies/moved file.md');
    await until(() => findings('policies/moved file.md').length === 0);
  } finally {
    await remove('policies/moving.md');
    await remove('policies/moved file.md');
  }
});

scenario('a folder that is renamed and deleted takes its findings along', async () => {
  try {
    await write('annex/deep/one.md', WRONG);
    await write('annex/two.md', WRONG);
    await finding('annex/deep/one.md', 'mapping/unknown-control');
    await finding('annex/two.md', 'mapping/unknown-control');
    await rename('annex', 'appendix');
    await finding('appendix/deep/one.md', 'mapping/unknown-control');
    await until(() => [...findings('annex/deep/one.md'), ...findings('annex/two.md')].length === 0);
    await workspace.fs.delete(file('appendix'), { recursive: true, useTrash: false });
    await until(() => [...findings('appendix/deep/one.md'), ...findings('appendix/two.md')].length === 0);
  } finally {
    for (const folder of ['annex', 'appendix']) {
      await workspace.fs
        .delete(file(folder), { recursive: true, useTrash: false })
        .then(undefined, () => undefined);
    }
  }
});

scenario('the SoA that is deleted is missed, and found again', async () => {
  await restoring(['soa.md'], async () => {
    await finding('soa.md', 'mapping/unmapped-control');
    await remove('soa.md');
    await finding('isms.yaml', 'soa/missing');
  });
  await until(() => !findings('isms.yaml').some((each) => ruleOf(each) === 'soa/missing'));
  await finding('soa.md', 'mapping/unmapped-control');
});

scenario('an open file that is renamed keeps its findings under its new name', async () => {
  await withFiles({ 'policies/open.md': WRONG }, async () => {
    await open('policies/open.md');
    await finding('policies/open.md', 'mapping/unknown-control');
    await rename('policies/open.md', 'policies/opened.md');
    await finding('policies/opened.md', 'mapping/unknown-control');
    await until(() => findings('policies/open.md').length === 0);
    await closeEditors();
    await remove('policies/opened.md');
    await until(() => findings('policies/opened.md').length === 0);
  });
});

scenario(
  'what another program does to files is noticed',
  async () => {
    await ask('diskWrite', { path: 'policies/git/outside.md', text: WRONG });
    await finding('policies/git/outside.md', 'mapping/unknown-control');
    await ask('diskWrite', { path: 'policies/git/outside.md', text: policy('"A.5.1"') });
    await gone('policies/git/outside.md', 'mapping/unknown-control');
    await ask('diskWrite', { path: 'policies/git/outside.md', text: WRONG });
    await ask('diskRename', { from: 'policies/git', to: 'policies/branch' });
    await finding('policies/branch/outside.md', 'mapping/unknown-control');
    await until(() => findings('policies/git/outside.md').length === 0);
    await ask('diskDelete', { path: 'policies/branch' });
    await until(() => findings('policies/branch/outside.md').length === 0);
  },
  ['node', 'desktop'],
);

/** As the explorer does it. */
async function rename(from: string, to: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.renameFile(file(from), file(to));
  await workspace.applyEdit(edit);
}
