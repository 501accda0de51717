import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, assertFires, findingsOf, fixNamed } from '../../harness/rule';

const RULE = 'policy/uncontrolled-document';
const ISMS = '=== isms.yaml\norganization: ACME\n';

describe(RULE, () => {
  const firing: readonly (readonly [name: string, text: string])[] = [
    ['a policy by its annex lines', '⟪# Visitors⟫\n\n(Annex A: A.7.2)\n'],
    ['without a heading, on its first line', '⟪(Annex A: A.7.2)⟫\n\nText.\n'],
    ['a date alone is no document control', '⟪# Visitors⟫\n\n**Date:** 2026-01-01\n\n(Annex A: A.7.2)\n'],
    ['an SoA', '⟪# SoA⟫\n\n| Control | Applicable |\n| --- | --- |\n| A.5.1 | Yes |\n'],
  ];
  for (const [name, text] of firing) it(name, () => void assertFires(RULE, `${ISMS}=== a.md\n${text}`));

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['an owner in a line', `${ISMS}=== a.md\n# V\n\n**Owner:** CISO\n\n(Annex A: A.7.2)\n`],
    [
      'a version history',
      `${ISMS}=== a.md\n# V\n\n(Annex A: A.7.2)\n\n| Version | Date | Change |\n| --- | --- | --- |\n| 1.0 | 2026-01-01 | new |\n`,
    ],
    ['front matter, whose gaps have their own rule', `${ISMS}=== a.md\n---\ncontrols: [A.7.2]\n---\n`],
    ['a template', `${ISMS}=== templates/a.md\n# V\n\n(Annex A: A.7.2)\n`],
    ['a readme', `${ISMS}=== README.md\n# V\n\n(Annex A: A.7.2)\n`],
    ['no document of the ISMS', `${ISMS}=== a.md\n# V\n\nA.7.2 is a control.\n`],
    ['an SoA as CSV', `${ISMS}=== soa.csv\nControl,Applicable\nA.5.1,Yes\n`],
    ['where nothing says that this is an ISMS', '=== a.md\n# V\n\n(Annex A: A.7.2)\n'],
  ];
  for (const [name, literal] of silent)
    it(`not ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('the fix writes what the text says, and nothing else', () => {
    const literal = `${ISMS}=== a.md\n# Visitors: "who"\n\n## Door (Annex A: A.7.2, A.5.15)\n\nText.\n`;
    const { texts, left } = afterFix(
      literal,
      RULE,
      fixNamed(findingsOf(RULE, literal), 'Convert to front matter'),
    );
    assert.equal(
      texts.get('a.md'),
      '---\ntitle: "Visitors: \\"who\\""\ncontrols: ["A.5.15", "A.7.2"]\n---\n\n# Visitors: "who"\n\n## Door (Annex A: A.7.2, A.5.15)\n\nText.\n',
    );
    assert.deepEqual(left, []);
  });

  it('offers nothing where the text says nothing', () => {
    const [finding] = findingsOf(
      RULE,
      `${ISMS}=== soa.md\n| Control | Applicable |\n| --- | --- |\n| A.5.1 | Yes |\n`,
    );
    assert.deepEqual(finding?.fixes, []);
  });
});
