import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkJson } from '../harness/cli';
import {
  checkByEngine,
  goldenCases,
  summarised,
  type GoldenExpectation,
  type ReportedFinding,
} from '../harness/golden';

/** `UPDATE_GOLDEN=1` writes what is found now into the expectations. Review every line of the difference. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

async function checkByCommandLine(folder: string): Promise<ReportedFinding[]> {
  const { diagnostics } = await checkJson([], { cwd: folder });
  return diagnostics.map(({ ruleId, severity, file, range, message, control }) => ({
    ruleId,
    severity,
    file,
    range,
    message,
    ...(control !== undefined && { control }),
  }));
}

describe('golden corpus', { concurrency: 2 }, () => {
  for (const { name, folder, expected, expectedFile } of goldenCases()) {
    describe(name, () => {
      const { findings, suppressed, mapped } = checkByEngine(folder);
      const actual: GoldenExpectation = {
        about: expected?.about ?? '',
        mapped,
        findings: findings.map((finding) => summarised(folder, finding)),
        suppressed,
      };
      if (UPDATE) writeFileSync(expectedFile, oneLineEach(actual));

      it('has exactly the findings that are expected', () => {
        if (UPDATE) return;
        assert.ok(expected !== undefined, 'there is no expectation; write one');
        assert.notEqual(expected.about, '', 'the expectation does not say what the case is about');
        assert.deepEqual(actual, expected);
      });

      it('is the same on the command line', async () => {
        assert.deepEqual(await checkByCommandLine(folder), findings);
      });
    });
  }
});

/** Each finding on a line of its own, so that differences can be read. */
function oneLineEach(expectation: GoldenExpectation): string {
  const list = (items: readonly object[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
  const { about, mapped, findings, suppressed } = expectation;
  return `{\n  "about": ${JSON.stringify(about)},\n  "mapped": ${JSON.stringify(mapped)},\n  "findings": ${list(findings)},\n  "suppressed": ${list(suppressed)}\n}\n`;
}

const QUESTIONS = 'mapping/missing-element';
const MOST_QUESTIONS = 75;

interface Gap {
  readonly ruleId: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly control?: string;
  readonly why: string;
}

describe('examples/acme', () => {
  const folder = new URL('../../examples/acme', import.meta.url).pathname;
  const gaps = JSON.parse(readFileSync(new URL('acme.expected.json', import.meta.url), 'utf8')) as Gap[];
  const { findings } = checkByEngine(folder);
  const at = (finding: ReportedFinding, gap: Gap): boolean =>
    finding.ruleId === gap.ruleId &&
    finding.file === gap.file &&
    finding.range.start.line + 1 === gap.line &&
    (gap.control === undefined || finding.control === gap.control);

  for (const gap of gaps) {
    it(`${gap.file}:${gap.line} ${gap.ruleId}: ${gap.why}`, () => {
      const found = findings.filter((finding) => at(finding, gap));
      assert.equal(found.length, 1);
      assert.equal(found[0]?.severity, gap.severity);
    });
  }

  it('has at least fifteen deliberate gaps of many kinds, and nothing else is found', () => {
    assert.ok(gaps.length >= 15);
    assert.ok(new Set(gaps.map(({ ruleId }) => ruleId)).size >= 12);
    const others = findings.filter((finding) => !gaps.some((gap) => at(finding, gap)));
    assert.deepEqual(
      others.filter(({ ruleId }) => ruleId !== QUESTIONS),
      [],
    );
  });

  it('leaves the questions open that no text of it answers, as hints, one for each control', () => {
    const asked = findings.filter(({ ruleId }) => ruleId === QUESTIONS);
    assert.ok(asked.every(({ severity }) => severity === 'hint'));
    const controls = asked.map(({ control }) => control);
    assert.equal(new Set(controls).size, controls.length);
    const questions = asked.map(({ message }) => message.split('?').length - 1);
    const total = questions.reduce((sum, count) => sum + count, 0);
    assert.ok(
      total <= MOST_QUESTIONS,
      `${total} questions: a text this thorough answers nearly all of some 480`,
    );
    const byControl = new Map(asked.map(({ control, message }) => [control, message]));
    assert.match(byControl.get('A.5.33') ?? '', /legible after changes of format/);
    assert.match(byControl.get('A.8.24') ?? '', /laws limit encryption/);
  });

  it('is the same on the command line', async () => {
    assert.deepEqual(await checkByCommandLine(folder), findings);
  });
});
