import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkJson, isms, temporaryWorkspace } from '../harness/cli';

const OPTIONS = ['--today', '2026-11-22', '--rule', 'soa/missing=off'];

/** A workspace with `count` documents that have the same fault, and one that has another. */
function documents(count: number): string {
  const same = Array.from(
    { length: count },
    (_, index) => `=== many/${String(index).padStart(3, '0')}.md\n---\ncontrols: ["A.5.99"]\n---\n`,
  );
  return `${same.join('')}=== z.md\n---\ntitle: Z\ncontrols: ["A.5.15", "A.5.15"]\n---\n`;
}

/** How often each rule's heading of a finding stands in the text. */
function shown(stdout: string, ruleId: string): number {
  return stdout.split('\n').filter((line) => /^ {2}\d+:\d+ {2}/.test(line) && line.endsWith(ruleId)).length;
}

describe('many findings of one rule', { concurrency: 2 }, () => {
  it('are five and a count; the finding that stands alone is not buried', async () => {
    const { folder } = temporaryWorkspace(documents(200));
    const { stdout, code } = await isms(['check', ...OPTIONS], { cwd: folder });
    assert.equal(shown(stdout, 'mapping/unknown-control'), 5);
    assert.equal(shown(stdout, 'mapping/duplicate-control'), 1);
    assert.match(
      stdout,
      /^ {2}… and 195 more of mapping\/unknown-control in 195 files: many\/005\.md, many\/006\.md, many\/007\.md …$/m,
    );
    assert.match(stdout, /^"isms check --all" shows each\./m);
    assert.match(stdout, /"isms baseline write" accepts/);
    assert.ok(stdout.split('\n').length < 120, 'the text is short');
    assert.equal(code, 1, 'what is not shown counts');
  });

  it('are all counted in the summary', async () => {
    const { folder } = temporaryWorkspace(documents(200));
    const { stdout } = await isms(['check', ...OPTIONS], { cwd: folder });
    assert.match(stdout, /^200 errors, 1 warning in 201 documents/m);
  });

  it('are all shown with --all, and in JSON without it', async () => {
    const { folder } = temporaryWorkspace(documents(40));
    const { stdout } = await isms(['check', '--all', ...OPTIONS], { cwd: folder });
    assert.equal(shown(stdout, 'mapping/unknown-control'), 40);
    assert.doesNotMatch(stdout, /more of/);
    const { diagnostics } = await checkJson([], { cwd: folder });
    assert.equal(diagnostics.filter(({ ruleId }) => ruleId === 'mapping/unknown-control').length, 40);
  });

  it('keep their count with --quiet, where the summary is missing', async () => {
    const { folder } = temporaryWorkspace(documents(40));
    const { stdout } = await isms(['check', '--quiet', ...OPTIONS], { cwd: folder });
    assert.match(stdout, /… and 35 more of mapping\/unknown-control/);
    assert.doesNotMatch(stdout, /errors, /);
  });

  it('of one file are told by their lines', async () => {
    const lines = Array.from({ length: 10 }, (_, index) => `  - A.5.${90 + index}`);
    const { folder } = temporaryWorkspace(`=== a.md\n---\ntitle: A\ncontrols:\n${lines.join('\n')}\n---\n`);
    const { stdout } = await isms(['check', ...OPTIONS], { cwd: folder });
    assert.match(stdout, /… and 5 more of mapping\/unknown-control in a\.md, lines 9–13$/m);
  });

  const few: readonly (readonly [count: number, shown: number])[] = [
    [5, 5],
    [7, 7],
    [8, 5],
  ];
  for (const [count, expected] of few)
    it(`${count} of a rule: ${expected} are shown`, async () => {
      const { folder } = temporaryWorkspace(documents(count));
      const { stdout } = await isms(['check', ...OPTIONS], { cwd: folder });
      assert.equal(shown(stdout, 'mapping/unknown-control'), expected);
    });

  it('of two ISMSs are counted apart', async () => {
    const one = documents(8);
    const { folder } = temporaryWorkspace(
      `=== a/isms.yaml\norganization: A\n${one.replace(/^=== /gm, '=== a/')}=== b/isms.yaml\norganization: B\n${one.replace(/^=== /gm, '=== b/')}`,
    );
    const { stdout } = await isms(['check', '.', ...OPTIONS], { cwd: folder });
    assert.equal(shown(stdout, 'mapping/unknown-control'), 10);
    assert.match(stdout, /… and 3 more of mapping\/unknown-control in 3 files: a\/many\/005\.md/);
    assert.match(stdout, /… and 3 more of mapping\/unknown-control in 3 files: b\/many\/005\.md/);
  });
});
