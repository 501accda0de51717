import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyFix, checkFixture } from '../../harness/engine';

const RULE = 'config/invalid';

/** The configuration after each offered fix, by the fix's title. */
function fixesOf(config: string): [title: string, fixed: string][] {
  const { findings, fixture } = checkFixture(`=== isms.yaml\n${config}`);
  return findings
    .filter((finding) => finding.ruleId === RULE)
    .flatMap((finding) =>
      finding.fixes.map((fix): [string, string] => [
        fix.title,
        applyFix(fixture, fix).get('isms.yaml') ?? '',
      ]),
    );
}

const FIXES: readonly (readonly [name: string, config: string, title: string, fixed: string])[] = [
  ['a key', 'riskregister: risks.md\n', 'Change to riskRegister', 'riskRegister: risks.md\n'],
  ['a severity', 'rules:\n  soa/missing: warn\n', 'Change to warning', 'rules:\n  soa/missing: warning\n'],
  [
    'a rule',
    'rules:\n  suppression/unusde: off\n',
    'Change to suppression/unused',
    'rules:\n  suppression/unused: off\n',
  ],
  ['a field', 'requiredFields: [titel]\n', 'Change to title', 'requiredFields: [title]\n'],
];

describe(RULE, () => {
  for (const [name, config, title, fixed] of FIXES) {
    it(`offers the nearest ${name}`, () => {
      assert.deepEqual(fixesOf(config), [[title, fixed]]);
    });
  }

  it('offers nothing where nothing is near', () => {
    assert.deepEqual(fixesOf('zzzzzzzz: 1\n'), []);
  });

  it('stands on isms.yaml at the fault, once for each', () => {
    const { findings, fixture } = checkFixture('=== isms.yaml\nsoa: 5\nnonsense: 1\n');
    const text = fixture.files[0]?.text ?? '';
    const places = findings
      .filter((finding) => finding.ruleId === RULE)
      .map(({ path, span }) => [path, text.slice(span.start, span.end)]);
    assert.deepEqual(places, [
      ['isms.yaml', '5'],
      ['isms.yaml', 'nonsense'],
    ]);
  });

  it('is silent without isms.yaml', () => {
    const { findings } = checkFixture('=== a.md\n---\ncontrols: ["A.5.15"]\n---\n');
    assert.deepEqual(
      findings.filter((finding) => finding.ruleId === RULE),
      [],
    );
  });
});
