import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyFix, checkFixture } from '../../harness/engine';

const UNKNOWN = 'mapping/unknown-control';

/** The file after the only fix of the first finding of a rule. */
function fixed(rule: string, path: string, literal: string): string | undefined {
  const { findings, fixture } = checkFixture(literal);
  const finding = findings.find((each) => each.ruleId === rule);
  assert.ok(finding !== undefined, `${rule} does not fire`);
  const [fix, ...more] = finding.fixes;
  assert.deepEqual(more, []);
  return fix === undefined ? undefined : applyFix(fixture, fix).get(path);
}

const HEAD = '---\ncontrols: ["A.5.15"]\n---\n\n';

const REMOVALS: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'with its line',
    `Text.\n\n<!-- isms-disable-next-line ${UNKNOWN} -- r -->\nSee A.5.15.\n`,
    'Text.\n\nSee A.5.15.\n',
  ],
  ['with the blank before it', `See A.5.15. <!-- isms-disable-line ${UNKNOWN} -- r -->\n`, 'See A.5.15.\n'],
  [
    'from a table cell',
    `| A | B |\n| - | - |\n| A.5.15 | x <!-- isms-disable-line ${UNKNOWN} -- r --> |\n`,
    '| A | B |\n| - | - |\n| A.5.15 | x |\n',
  ],
  [
    'with the end of its block',
    `<!-- isms-disable ${UNKNOWN} -- r -->\nText.\n\n<!-- isms-enable ${UNKNOWN} -->\n\nEnd.\n`,
    'Text.\n\n\nEnd.\n',
  ],
  [
    'without the end of all blocks',
    `<!-- isms-disable ${UNKNOWN} -- r -->\nText.\n\n<!-- isms-enable -->\n`,
    'Text.\n\n<!-- isms-enable -->\n',
  ],
  [
    'of one rule out of two',
    `<!-- isms-disable-next-line ${UNKNOWN} mapping/superseded-control -- r -->\nSee A.9.2.1.\n`,
    '<!-- isms-disable-next-line mapping/superseded-control -- r -->\nSee A.9.2.1.\n',
  ],
];

describe('suppression/unused: the fix removes the comment', () => {
  for (const [name, before, after] of REMOVALS) {
    it(name, () => {
      assert.equal(fixed('suppression/unused', 'a.md', `=== a.md\n${HEAD}${before}`), HEAD + after);
    });
  }

  it('an entry of isms.yaml with its lines', () => {
    const before = `ignore:\n  - rule: ${UNKNOWN}\n    reason: a\n  # stays\n  - rule: mapping/superseded-control\n    reason: b\n`;
    const literal = `=== isms.yaml\n${before}=== a.md\n${HEAD}See A.9.2.1.\n`;
    assert.equal(
      fixed('suppression/unused', 'isms.yaml', literal),
      'ignore:\n  # stays\n  - rule: mapping/superseded-control\n    reason: b\n',
    );
  });

  it('is not offered for an entry that shares its line', () => {
    const literal = `=== isms.yaml\nignore: [{ rule: ${UNKNOWN}, reason: a }]\n=== a.md\n${HEAD}`;
    assert.equal(fixed('suppression/unused', 'isms.yaml', literal), undefined);
  });
});

describe('other fixes', () => {
  it('suppression/unknown-rule changes to the nearest rule', () => {
    const literal = `=== a.md\n${HEAD}<!-- isms-disable-next-line mapping/unknown-contol -- r -->\nSee A.5.99.\n`;
    assert.equal(
      fixed('suppression/unknown-rule', 'a.md', literal),
      `${HEAD}<!-- isms-disable-next-line ${UNKNOWN} -- r -->\nSee A.5.99.\n`,
    );
  });

  it('suppression/missing-reason offers none: only a person knows the reason', () => {
    assert.equal(
      fixed(
        'suppression/missing-reason',
        'a.md',
        `=== a.md\n${HEAD}<!-- isms-disable-next-line ${UNKNOWN} -->\nSee A.5.99.\n`,
      ),
      undefined,
    );
  });
});
