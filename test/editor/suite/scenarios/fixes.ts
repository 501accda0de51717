import { commands, Range } from 'vscode';
import { equal, includes, ok } from '../assert';
import { scenario, until } from '../runner';
import {
  actions,
  apply,
  file,
  finding,
  findings,
  gone,
  open,
  policy,
  restoring,
  ruleOf,
  withFiles,
} from '../support';

const PATH = 'policies/fixes.md';

scenario('a quick fix replaces exactly the wrong id', async () => {
  const text = policy('"A.5.38"', "'A.5.1'");
  await withFiles({ [PATH]: text }, async () => {
    const { document } = await open(PATH);
    const { range } = await finding(PATH, 'mapping/unknown-control');
    await apply(document.uri, range, /A\.5\.37/);
    await until(() => document.getText() !== text);
    equal(document.getText(), text.replace('A.5.38', 'A.5.37'));
    await gone(PATH, 'mapping/unknown-control');
  });
});

scenario('a quick fix in the SoA inserts the missing row in its place', async () => {
  await restoring(['soa.md'], async () => {
    const { document } = await open('soa.md');
    const before = document.getText().split('\n');
    const { range } = await finding('soa.md', 'soa/missing-control');
    await apply(document.uri, range, /A\.7\.4/);
    const row = await until(
      () =>
        document
          .getText()
          .split('\n')
          .findIndex((line) => line.startsWith('| A.7.4 |')) + 1,
    );
    const after = document.getText().split('\n');
    includes(after[row - 1] ?? '', 'TBC');
    ok(after[row - 2]?.startsWith('| A.7.3 |'), `above it stands ${after[row - 2]}`);
    equal(
      after.filter((_, index) => index !== row - 1),
      before,
      'all other lines',
    );
    await gone('soa.md', 'soa/missing-control');
  });
});

scenario('"fix all" applies the safe fixes, and those alone', async () => {
  const text = policy('"A.5.15"', '"a.5.16"', '"A.5.15"', '"A.5.96"');
  await withFiles({ [PATH]: text }, async () => {
    const { document } = await open(PATH);
    await finding(PATH, 'mapping/duplicate-control');
    await finding(PATH, 'mapping/unknown-control');
    await commands.executeCommand('ismsPolicy.fixAll');
    await until(() => document.getText() !== text);
    equal(document.getText(), policy('"A.5.15"', '"A.5.16"', '"A.5.96"'));
    await until(() => findings(PATH).every((each) => ruleOf(each) === 'mapping/unknown-control'));
  });
});

scenario('an action is only offered as what it is', async () => {
  await withFiles({ [PATH]: policy('"A.5.95"') }, async () => {
    const { document } = await open(PATH);
    const { range } = await finding(PATH, 'mapping/unknown-control');
    const quickFixes = await until(async () =>
      (await actions(document.uri, range, 'quickfix')).filter((each) => each.diagnostics?.length),
    );
    for (const each of quickFixes)
      ok(each.kind?.value.startsWith('quickfix'), `${each.title} is a ${each.kind?.value}`);
    const everything = new Range(0, 0, document.lineCount, 0);
    const sources = await actions(document.uri, everything, 'source.organizeImports');
    equal(
      sources.map((each) => each.title),
      [],
      'actions of a kind that is not ours',
    );
  });
});

scenario('an accepted finding needs a reason before it is silent', async () => {
  const text = policy('"A.5.94"');
  await withFiles({ [PATH]: text }, async () => {
    const { document } = await open(PATH);
    const { range } = await finding(PATH, 'mapping/unknown-control');
    await apply(document.uri, range, /ignore/i);
    await until(() => document.getText().includes('isms-disable-line'));
    includes(document.getText(), '# isms-disable-line mapping/unknown-control');
    await finding(PATH, 'suppression/missing-reason');
    await finding(PATH, 'mapping/unknown-control');
  });
  equal(findings(PATH).length, 0, `findings in ${file(PATH).path}, which is gone`);
});
