import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isms, temporaryWorkspace } from '../harness/cli';

const RULES_OFF = [
  '--rule',
  'soa/missing=off',
  '--rule',
  'policy/missing-field=off',
  '--today',
  '2026-11-22',
];

describe('isms check for people', { concurrency: 2 }, () => {
  it('shows each finding with its place, its line, what to do and where else to look', async () => {
    const workspace = temporaryWorkspace(`
=== policies/access.md
---
title: Access
controls:
\t- x
---
=== policies/ids.md
---
title: 管理 🔐
controls: ["管理 🔐", "A.5.17", "A.5.16–A.5.18", "A 5.1"]
---
`);
    const { stdout } = await isms(['check', 'policies/ids.md', ...RULES_OFF], { cwd: workspace.folder });
    const lines = stdout.split('\n');
    assert.equal(lines[0], 'policies/ids.md');
    const at = lines.findIndex((line) => /^ {2}3:\d+ {2}warning {2}mapping\/duplicate-control$/.test(line));
    const end = lines.indexOf('', at);
    const block = lines.slice(at, end);
    assert.ok(block.includes('    3 | controls: ["管理 🔐", "A.5.17", "A.5.16–A.5.18", "A 5.1"]'), stdout);
    assert.ok(block.some((line) => /^ {6}\| +\^~+$/.test(line)));
    assert.ok(block.some((line) => line.startsWith('    help: ')));
    assert.ok(block.some((line) => /^ {4}see: {2}policies\/ids\.md:3:\d+ /.test(line)));
    for (const line of lines) assert.ok(line.length <= 100, line);
  });

  it('puts the marks exactly below the text, behind wide characters', async () => {
    const workspace = temporaryWorkspace(
      '=== a.md\n---\ntitle: X\ntype: record\n---\n\n管理策略 🔐 A.5.99 ist neu\n',
    );
    const { stdout } = await isms(['check', ...RULES_OFF], { cwd: workspace.folder });
    // Four wide characters and an emoji take ten columns where they are seven characters long.
    assert.match(stdout, /^ {4}6 \| 管理策略 🔐 A\.5\.99 ist neu\n {6}\| {13}\^~~~~~$/m);
  });

  it('says how to mend: by isms fix, in the editor, or by hand', async () => {
    const workspace = temporaryWorkspace(
      '=== a.md\n---\ntitle: X\ntype: record\ncontrols: ["A 5.15", "A.5.99"]\n---\n',
    );
    const { stdout } = await isms(['check', ...RULES_OFF], { cwd: workspace.folder });
    assert.match(stdout, /help: .*\(fix: isms fix\)/);
    assert.match(stdout, /help: .*\(editor: quick fix\)/);
    assert.match(stdout, /^"isms fix" mends 1 of them/m);
  });

  it('counts severities and suppressions, and ends with the coverage of each theme', async () => {
    const workspace = temporaryWorkspace(`
=== a.md
---
title: X
controls: ["A.5.15", "A.6.1", "A.6.2", "A.5.99"] # isms-disable-line mapping/unknown-control -- an id of our own
---
`);
    const { stdout } = await isms(['check', ...RULES_OFF], { cwd: workspace.folder });
    assert.match(stdout, /^No findings in 1 document, 1 suppressed\.$/m);
    const tail = [
      'Controls that a document maps',
      '  Organizational  1 of 37',
      '  People          2 of  8',
      '  Physical        0 of 14',
      '  Technological   0 of 34',
      '  All themes      3 of 93',
      '',
    ];
    assert.deepEqual(stdout.split('\n').slice(-7), tail);
  });

  it('writes the plural only of more than one', async () => {
    const one = temporaryWorkspace('=== a.md\n---\ntitle: X\ntype: record\ncontrols: ["A.5.99"]\n---\n');
    assert.match(
      (await isms(['check', ...RULES_OFF], { cwd: one.folder })).stdout,
      /^1 error in 1 document\.$/m,
    );
    const two = temporaryWorkspace(
      '=== a.md\n---\ntitle: X\ntype: record\ncontrols: ["A.5.99", "A.5.98"]\n---\n=== b.md\n---\ntitle: Y\ntype: record\n---\n',
    );
    assert.match(
      (await isms(['check', ...RULES_OFF], { cwd: two.folder })).stdout,
      /^2 errors in 2 documents\.$/m,
    );
  });
});

describe('npm start', () => {
  it('shows the findings of the example and ends with its coverage', async () => {
    const run = await isms(['check', 'examples/acme', '--today', '2026-11-22', '--fail-on', 'never']);
    assert.deepEqual([run.code, run.stderr], [0, '']);
    assert.match(run.stdout, /mapping\/numeric-id/);
    assert.match(
      run.stdout,
      / {2}Organizational +\d+ of 37\n {2}People +\d+ of {2}8\n {2}Physical +\d+ of 14\n {2}Technological +\d+ of 34\n {2}All themes +\d+ of 93\n$/,
    );
  });
});
