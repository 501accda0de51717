import { DiagnosticSeverity, Uri, workspace } from 'vscode';
import { equal, includes, ok } from '../assert';
import { scenario, until } from '../runner';
import {
  closeEditors,
  finding,
  findings,
  gone,
  open,
  policy,
  read,
  replace,
  restoring,
  summary,
  withFiles,
} from '../support';

const ACCESS = 'policies/Access & identities.md';

scenario('findings appear in documents that nobody opened', async () => {
  await finding(ACCESS, 'mapping/unknown-control');
  await finding('soa.md', 'soa/missing-control');
  equal(summary(ACCESS, await read(ACCESS)), ['mapping/unknown-control error "A.5.99"']);
  const soa = summary('soa.md', await read('soa.md'));
  equal(
    soa.filter((each) => each.startsWith('mapping/')),
    ['mapping/unmapped-control warning "A.5.7"'],
  );
  equal(
    soa.filter((each) => each.startsWith('soa/missing-control')).length,
    1,
    'findings about the missing row',
  );
  equal(summary('policies/Everything else.md', await read('policies/Everything else.md')), []);
});

scenario('a finding says what is wrong and links to its rule', async () => {
  const { message, code, source } = await finding(ACCESS, 'mapping/unknown-control');
  includes(message, 'A.5.99');
  equal(source, 'isms');
  ok(typeof code === 'object', 'the code has no link');
  equal(code.target.toString(), 'isms-docs:/rules/mapping/unknown-control.md');
});

scenario('a finding vanishes while the fault is being corrected, and comes back with it', async () => {
  await restoring([ACCESS], async () => {
    const editor = await open(ACCESS);
    await finding(ACCESS, 'mapping/unknown-control');
    await replace(editor, 'A.5.99', 'A.5.18');
    await gone(ACCESS, 'mapping/unknown-control');
    await replace(editor, '"A.5.18"', '"A.5.98"');
    await finding(ACCESS, 'mapping/unknown-control');
  });
});

scenario('what was typed and thrown away is forgotten', async () => {
  const editor = await open('policies/Everything else.md');
  await replace(editor, '"A.8.1"', '"A.8.77"');
  await finding('policies/Everything else.md', 'mapping/unknown-control');
  await closeEditors();
  await gone('policies/Everything else.md', 'mapping/unknown-control');
});

scenario('isms.yaml is checked, and an unknown key is named with the one that is meant', async () => {
  await restoring(['isms.yaml'], async () => {
    const editor = await open('isms.yaml');
    await replace(editor, 'riskRegister', 'riskRegistr');
    const { message } = await finding('isms.yaml', 'config/invalid');
    includes(message, 'riskRegister');
    await replace(editor, 'riskRegistr', 'riskRegister');
    await gone('isms.yaml', 'config/invalid');
  });
});

scenario('settings switch a rule off and on, and the whole extension', async () => {
  await withFiles({ 'policies/settings.md': policy('"A.5.97"') }, async () => {
    const settings = () => workspace.getConfiguration('ismsPolicy');
    await finding('policies/settings.md', 'mapping/unknown-control');
    await settings().update('rules', { 'mapping/unknown-control': 'off' }, false);
    await gone('policies/settings.md', 'mapping/unknown-control');
    await settings().update('rules', { 'mapping/unknown-control': 'hint' }, false);
    await until(() =>
      findings('policies/settings.md').some((each) => each.severity === DiagnosticSeverity.Hint),
    );
    await settings().update('rules', undefined, false);
    await settings().update('enable', false, false);
    await until(() => findings('policies/settings.md').length === 0);
    await settings().update('enable', undefined, false);
    await finding('policies/settings.md', 'mapping/unknown-control');
  });
});

scenario('addresses with blanks and signs are those of the editor itself', async () => {
  const { uri } = (await open(ACCESS)).document;
  equal(Uri.parse(uri.toString()).path, uri.path);
  await finding(ACCESS, 'mapping/unknown-control');
  await closeEditors();
});
