import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { CHECK_FORMAT_NAMES, type CheckFormat } from '../../../server/src/cli/formatNames';
import { checkJson, isms, temporaryWorkspace, type TemporaryWorkspace } from '../../harness/cli';
import { hostileWorkspace, soundWorkspace } from '../../harness/hostileWorkspace';
import { commandsIn, type Reported } from '../../harness/reportChecks';
import { FORMAT_CHECKS } from './formatChecks';

const TODAY = '2026-11-22';
const HOSTILE = hostileWorkspace();
const SOUND = soundWorkspace();

async function reportedIn(workspace: TemporaryWorkspace): Promise<Reported> {
  const { diagnostics } = await checkJson([], { cwd: workspace.folder });
  return {
    findings: diagnostics.map((each) => ({ ...each, line: each.range.start.line + 1 })),
    read: (file) => workspace.read(file),
  };
}

const reportOf = async (workspace: TemporaryWorkspace, format: string): Promise<string> =>
  (await isms(['check', '--today', TODAY, '--format', format], { cwd: workspace.folder })).stdout;

/** Formats that are made of commands of a build machine. */
const COMMANDS: Readonly<Partial<Record<CheckFormat, RegExp>>> = {
  github: /^::(?:error|warning|notice)::$/,
  azure: /^##vso\[$/,
};

for (const [name, workspace] of [
  ['hostile text', HOSTILE],
  ['no findings', SOUND],
] as const) {
  describe(`every format of isms check, with ${name}`, { concurrency: 2 }, () => {
    let reported: Reported;
    before(async () => void (reported = await reportedIn(workspace)));

    for (const format of CHECK_FORMAT_NAMES) {
      it(format, async () => {
        const text = await reportOf(workspace, format);
        await FORMAT_CHECKS[format](text, reported);
        assert.ok(!text.startsWith('\ufeff'), 'no byte order mark');
        assert.ok(text === '' || text.endsWith('\n'), 'ends with a line feed');
        assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f]/, 'no control characters');
        assert.ok(!text.includes(workspace.folder), 'no path of this machine');
        const wanted = COMMANDS[format] ?? /^$/;
        assert.deepEqual(
          commandsIn(text).filter((command) => !wanted.test(command)),
          [],
        );
      });
    }

    it('the findings are the same whatever the format', () => {
      assert.equal(reported.findings.length > 8, workspace === HOSTILE);
    });
  });
}

describe('the formats together', { concurrency: 2 }, () => {
  it('give the same exit code', async () => {
    for (const format of CHECK_FORMAT_NAMES) {
      const run = await isms(['check', '--format', format], { cwd: HOSTILE.folder });
      assert.deepEqual([format, run.code, run.stderr], [format, 1, '']);
      assert.equal((await isms(['check', '--format', format], { cwd: SOUND.folder })).code, 0);
    }
  });

  it('are all written by one run', async () => {
    HOSTILE.write('out/.gitignore', '*\n');
    const outputs = CHECK_FORMAT_NAMES.flatMap((format) => ['--output', `${format}=out/${format}`]);
    await isms(['check', '--today', TODAY, ...outputs], { cwd: HOSTILE.folder });
    for (const format of CHECK_FORMAT_NAMES)
      assert.equal(HOSTILE.read(`out/${format}`), await reportOf(HOSTILE, format), format);
  });

  it('name files from the root of the git work tree in the formats of forges', async () => {
    const args = ['check', '..', '--today', TODAY, '--format'];
    const forges = CHECK_FORMAT_NAMES.filter((name) => !['text', 'json', 'markdown', 'html'].includes(name));
    for (const format of forges) {
      const inside = await isms([...args, format], { cwd: HOSTILE.path('policies') });
      const here = await reportOf(HOSTILE, format);
      // The line that says how many more there are names the ISMS from where it was run.
      assert.equal(inside.stdout.replaceAll('isms check ..', 'isms check .'), here, format);
    }
  });
});

describe('formats with a cap', { concurrency: 2 }, () => {
  const many = (count: number): TemporaryWorkspace => {
    const lines = Array.from({ length: count }, (_, index) => `${index}: A.5.${60 + (index % 40)}\n\n`);
    return temporaryWorkspace(
      `=== a.md\n---\ntitle: X\ntype: record\ncontrols: ["A.5.1"]\n---\n\n${lines.join('')}`,
    );
  };

  it('azure keeps ten of a level, the last of which says how many more there are', async () => {
    const lines = (await reportOf(many(30), 'azure')).trimEnd().split('\n');
    const errors = lines.filter((line) => line.includes('type=error'));
    assert.equal(errors.length, 10);
    assert.match(
      errors.at(-1) ?? '',
      /sourcepath=a\.md;.*\]21 more findings are not shown here: .* lists them all\.$/,
    );
  });

  it('bitbucket keeps a thousand, the last of which says how many more there are', async () => {
    const { annotations } = JSON.parse(await reportOf(many(1100), 'bitbucket')) as {
      annotations: { summary: string; path: string; external_id: string }[];
    };
    assert.equal(annotations.length, 1000);
    assert.equal(new Set(annotations.map((each) => each.external_id)).size, 1000);
    assert.match(annotations.at(-1)?.summary ?? '', /^\d+ more findings are not shown here/);
    assert.equal(annotations.at(-1)?.path, 'a.md');
  });

  it('markdown stays below one MiB and says how many rows it leaves out', { timeout: 120_000 }, async () => {
    const text = await reportOf(many(9000), 'markdown');
    assert.ok(Buffer.byteLength(text) <= 1_048_576, `${Buffer.byteLength(text)} bytes`);
    assert.ok(Buffer.byteLength(text) > 1_000_000, 'and uses what there is');
    assert.ok(/^\d+ of \d+ shown; "isms check" lists them all\.$/m.test(text));
    assert.equal(text.match(/<details>/g)?.length, text.match(/<\/details>/g)?.length);
  });
});
