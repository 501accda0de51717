import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../server/src/engine/check/finding';
import type { Isms } from '../../server/src/engine/index/model';
import { BASELINE_FILE, readBaseline } from '../../server/src/engine/readers/baseline';
import { isSuppressible } from '../../server/src/engine/suppression/active';
import {
  entryLine,
  matchBaseline,
  pruneBaseline,
  writeBaseline,
} from '../../server/src/engine/suppression/baseline';
import { identitiesOf } from '../../server/src/engine/suppression/identity';
import { createSource } from '../../server/src/engine/text/source';
import { engine, TODAY } from '../harness/engine';
import { goldenCases } from '../harness/golden';
import { ismsOfFolder } from '../harness/folder';

type Texts = ReadonlyMap<string, string>;

function ismsOfTexts(texts: Texts, baseline?: string): Isms {
  const configText = texts.get('isms.yaml');
  const config = configText === undefined ? undefined : engine.loadConfig('isms.yaml', configText);
  const files = [...texts].filter(([path]) => path.endsWith('.md'));
  return engine.build({
    config,
    files: new Map(files.map(([path, text]) => [path, engine.read(path, text, config)])),
    baseline: baseline === undefined ? undefined : engine.loadBaseline(BASELINE_FILE, baseline),
  });
}

const findingsIn = (isms: Isms): readonly Finding[] => engine.check(isms, { today: TODAY }).findings;
const acceptable = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ ruleId }) => isSuppressible(ruleId));
const summary = (findings: readonly Finding[]): string[] =>
  findings.map(({ ruleId, path, message }) => `${ruleId} ${path} ${message}`);

function textsOf(isms: Isms): Texts {
  const files = [...isms.files].map(
    ([path, { source }]) => [path, source.byteOrderMark + source.text] as const,
  );
  const config =
    isms.config === undefined ? [] : [[isms.config.source.path, isms.config.source.text] as const];
  return new Map([...config, ...files]);
}

/** Edits that change nothing of what is found, only where it stands. */
const EDITS: Readonly<Record<string, (text: string, path: string) => string>> = {
  'a remark behind the front matter': (text) =>
    text.replace(/^(\ufeff?---\n[\s\S]*?\n---\n)/, '$1\n<!-- A remark. -->\n'),
  'a comment in the front matter': (text) => text.replace(/^(\ufeff?---\n)/, '$1# a comment\n'),
  'blank lines at the end': (text) => `${text}\n\n`,
  'other line breaks': (text) => text.replace(/\r?\n/g, '\r\n'),
  'a byte order mark': (text) => `\ufeff${text.replace(/^\ufeff/, '')}`,
};

const CASES = goldenCases()
  .filter(({ name }) => name !== 'baseline' && name !== 'unreadable' && name !== 'nested-roots')
  .map(({ name, folder }) => ({ name, isms: ismsOfFolder(folder) }));

describe('a baseline of everything that is found', () => {
  for (const { name, isms } of CASES) {
    it(`${name}: leaves no finding, and is sorted with a line each`, () => {
      const texts = textsOf(isms);
      const findings = findingsIn(ismsOfTexts(texts));
      const baseline = writeBaseline(isms, findings);
      const checked = engine.check(ismsOfTexts(texts, baseline), { today: TODAY });
      assert.deepEqual(summary(acceptable(checked.findings)), []);
      const lines = baseline.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      assert.equal(lines.length, acceptable(findings).length);
      assert.deepEqual(lines, [...lines].sort());
      assert.equal(new Set(lines).size, lines.length);
      assert.ok(checked.suppressed.filter(({ where }) => where === 'baseline').length === lines.length);
    });

    it(`${name}: still leaves none after edits elsewhere`, () => {
      const texts = textsOf(isms);
      const baseline = writeBaseline(isms, findingsIn(ismsOfTexts(texts)));
      const edit = fc.constantFrom(...Object.keys(EDITS));
      const path = fc.constantFrom(...[...texts.keys()].filter((each) => each.endsWith('.md')));
      fc.assert(
        fc.property(fc.array(fc.tuple(path, edit), { minLength: 1, maxLength: 4 }), (edits) => {
          const edited = new Map(texts);
          for (const [file, what] of edits)
            edited.set(file, EDITS[what]?.(edited.get(file) ?? '', file) ?? '');
          assert.deepEqual(summary(acceptable(findingsIn(ismsOfTexts(edited, baseline)))), []);
        }),
        { numRuns: 15 },
      );
    });
  }
});

describe('a baseline holds', () => {
  const policy = (id: string): string =>
    `---\n${id}title: Access\ntype: record\ncontrols: ["A.5.99"]\n---\n\nA.5.98\n`;
  const withId = policy('id: POL-1\n');
  const accepted = (texts: Texts): string => {
    const isms = ismsOfTexts(texts);
    return writeBaseline(isms, findingsIn(isms));
  };

  it('when a document with an id is renamed', () => {
    const baseline = accepted(new Map([['a.md', withId]]));
    assert.match(baseline, /^mapping\/unknown-control POL-1 A\.5\.98$/m);
    assert.deepEqual(findingsIn(ismsOfTexts(new Map([['new/b.md', withId]]), baseline)), []);
  });

  it('when a document gets an id', () => {
    const baseline = accepted(new Map([['a.md', policy('')]]));
    assert.match(baseline, /^mapping\/unknown-control a\.md A\.5\.98$/m);
    assert.deepEqual(findingsIn(ismsOfTexts(new Map([['a.md', withId]]), baseline)), []);
  });

  it('not for a second finding of the kind', () => {
    const baseline = accepted(new Map([['a.md', withId]]));
    const found = findingsIn(
      ismsOfTexts(new Map([['a.md', `${withId}\nA.5.98 again, and A.5.97.\n`]]), baseline),
    );
    assert.deepEqual(
      found.map(({ control }) => control),
      ['A.5.98', 'A.5.97'],
    );
  });

  it('and keeps reasons, comments and entries that still stand when it is written anew', () => {
    const texts = new Map([['a.md', withId]]);
    const old =
      '# Agreed with the auditor.\n\nmapping/unknown-control a.md A.5.98 -- own id\nmapping/unknown-control POL-1 A.5.1\n';
    const isms = ismsOfTexts(texts, old);
    const { findings, suppressed } = engine.check(isms, { today: TODAY });
    const all = [...findings, ...suppressed.map(({ finding }) => finding)];
    assert.equal(
      writeBaseline(isms, all),
      '# Agreed with the auditor.\n\nmapping/unknown-control POL-1 A.5.98 -- own id\nmapping/unknown-control POL-1 A.5.99\n',
    );
  });
});

describe('the lines of a baseline', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', ' ', '"', '\\', '#', '-', 'ü', '🔐', '1', '/'),
    minLength: 1,
    maxLength: 8,
  });
  const line = fc.record(
    {
      rule: fc.constantFrom('soa/missing-status', 'mapping/unknown-control'),
      document: word,
      subject: fc.oneof(fc.constant(''), word),
      number: fc.integer({ min: 1, max: 12 }),
      reason: fc.constantFrom(undefined, 'why -- and how', 'Grund'),
    },
    { noNullPrototype: true },
  );

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (entries) => {
        const { entries: read } = readBaseline(
          createSource(BASELINE_FILE, entries.map((each) => `${entryLine(each)}\n`).join('')),
        );
        assert.deepEqual(
          read.map(({ rule, document, subject, number, reason }) => ({
            rule,
            document,
            subject,
            number,
            reason,
          })),
          entries,
        );
      }),
    );
  });

  it('are never a fault, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const baseline = readBaseline(createSource(BASELINE_FILE, text));
        for (const { span } of baseline.entries) assert.ok(span.end <= baseline.source.text.length);
      }),
    );
  });

  it('go one by one when a baseline is pruned, and nothing else', () => {
    const text = '# a\r\nr/a x\r\n\r\n# b\r\nr/b y\r\nr/c z';
    const { entries } = readBaseline(createSource(BASELINE_FILE, text));
    assert.equal(pruneBaseline(text, entries.slice(1)), '# a\r\nr/a x\r\n\r\n# b\r\n');
    assert.equal(pruneBaseline(text, entries.slice(0, 1)), '# a\r\n\r\n# b\r\nr/b y\r\nr/c z');
  });
});

describe('an identity', () => {
  it('is the risk of a register, the first cell of another table, or the text itself', () => {
    const risks =
      '| ID | Risk | Owner | Treatment | Controls |\n| --- | --- | --- | --- | --- |\n| R-001 | Theft | CISO | Mitigate | A.5.99 |\n| R-002 | Fire | | Mitigate | A.7.5 |\n';
    const isms = ismsOfTexts(new Map([['risks.md', `---\ntype: risk-register\n---\n\n${risks}`]]));
    const at = (text: string): Finding => {
      const source = isms.files.get('risks.md')?.source.text ?? '';
      const start = source.indexOf(text);
      return {
        ruleId: 'x/y',
        severity: 'error',
        path: 'risks.md',
        span: { start, end: start + text.length },
        message: '',
        hint: '',
        control: undefined,
        related: [],
        fixes: [],
      };
    };
    const subjects = ['Theft', 'Fire', 'risk-register'].map((text) => {
      const finding = at(text);
      return identitiesOf(isms, [finding]).get(finding)?.subject;
    });
    assert.deepEqual(subjects, ['R-001', 'R-002', 'risk-register']);
  });

  it('is found for each finding once, and matches nothing without a baseline', () => {
    const isms = ismsOfTexts(new Map([['a.md', '---\ntitle: A\ntype: record\ncontrols: ["A.5.99"]\n---\n']]));
    const findings = findingsIn(isms);
    assert.equal(identitiesOf(isms, findings).size, findings.length);
    assert.equal(matchBaseline(isms, findings).accepted.size, 0);
  });
});
