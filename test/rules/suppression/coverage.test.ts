import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkFixture } from '../../harness/engine';
import { config, next, outcome, page, REASON, row, UNKNOWN, type Case } from './outcome';

const COVERAGE: readonly Case[] = [
  {
    name: 'next-line: the line below and no further',
    literal: page(`${next(`${UNKNOWN} ${REASON}`)}\nSee A.5.99.\n\nSee A.5.98.`),
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.98`],
  },
  {
    name: 'next-line: over blank lines',
    literal: page(`${next(`${UNKNOWN} ${REASON}`)}\n\n\nSee A.5.99.`),
    suppressed: ['A.5.99'],
  },
  {
    name: 'next-line: stacked',
    literal: page(`${next(`${UNKNOWN} ${REASON}`)}\n${next(`suppression/unsued ${REASON}`)}\nSee A.5.99.`),
    suppressed: ['A.5.99'],
    reported: ['suppression/unknown-rule@suppression/unsued'],
  },
  {
    name: 'next-line: written on several lines',
    literal: page(`<!--\n  isms-disable-next-line ${UNKNOWN}\n  ${REASON}\n-->\nSee A.5.99.`),
    suppressed: ['A.5.99'],
  },
  {
    name: 'line: in a table cell, its row and no other',
    literal: `=== soa.md\n${row(`<!-- isms-disable-line ${UNKNOWN} ${REASON} -->`)}`,
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.98`],
  },
  {
    name: 'line: behind text',
    literal: page(`See A.5.99. <!-- isms-disable-line ${UNKNOWN} ${REASON} -->`),
    suppressed: ['A.5.99'],
  },
  {
    name: 'block: up to its end',
    literal: page(
      `<!-- isms-disable ${UNKNOWN} ${REASON} -->\n\nSee A.5.99.\n\n<!-- isms-enable ${UNKNOWN} -->\n\nSee A.5.98.`,
    ),
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.98`],
  },
  {
    name: 'block: another rule does not end it',
    literal: page(
      `<!-- isms-disable ${UNKNOWN} ${REASON} -->\n\nSee A.5.99.\n\n<!-- isms-enable soa/missing -->\n\nSee A.5.98.`,
    ),
    suppressed: ['A.5.99', 'A.5.98'],
  },
  {
    name: 'block: without an end to the end of the file, and not above',
    literal: page(`See A.5.97.\n\n<!-- isms-disable ${UNKNOWN} ${REASON} -->\n\nSee A.5.99.`),
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.97`],
  },
  {
    name: 'file: everywhere, front matter too',
    literal: page(`<!-- isms-disable-file ${UNKNOWN} ${REASON} -->\nSee A.5.99.`, 'controls: ["A.5.98"]'),
    suppressed: ['A.5.98', 'A.5.99'],
  },
  {
    name: 'file: limited to controls',
    literal: page(`<!-- isms-disable-file ${UNKNOWN} A.5.99 ${REASON} -->\nSee A.5.99 and A.5.98.`),
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.98`],
  },
  {
    name: 'file: not another file',
    literal: `${page(`<!-- isms-disable-file ${UNKNOWN} ${REASON} -->\nSee A.5.99.`)}=== b.md\n---\ncontrols: ["A.5.98"]\n---\n`,
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.98`],
  },
  {
    name: 'YAML: the line of a list item',
    literal: page('Text.', `controls:\n  - "A.5.99" # isms-disable-line ${UNKNOWN} ${REASON}\n  - "A.5.98"`),
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.98`],
  },
  {
    name: 'YAML: the next line',
    literal: page(
      'Text.',
      `controls:\n  # isms-disable-next-line ${UNKNOWN} ${REASON}\n  - "A.5.99"\n  - "A.5.98"`,
    ),
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.98`],
  },
  {
    name: 'YAML: the whole file',
    literal: page('See A.5.98.', `# isms-disable-file ${UNKNOWN} ${REASON}\ncontrols: ["A.5.99"]`),
    suppressed: ['A.5.99', 'A.5.98'],
  },
  {
    name: 'two rules in one comment',
    literal: page(`${next(`${UNKNOWN}, mapping/superseded-control ${REASON}`)}\nSee A.5.99 and A.9.2.1.`),
    suppressed: ['A.5.99', 'A.9.2.1'],
  },
  {
    name: 'only the rule that it names',
    literal: page(`${next(`mapping/superseded-control ${REASON}`)}\nSee A.5.99 and A.9.2.1.`),
    suppressed: ['A.9.2.1'],
    reported: [`${UNKNOWN}@A.5.99`],
  },
  {
    name: 'a comment inside a block of code is none',
    literal: page(`\`\`\`\n${next(`${UNKNOWN} ${REASON}`)}\n\`\`\`\nSee A.5.99.`),
    reported: [`${UNKNOWN}@A.5.99`],
  },
  {
    name: 'isms.yaml: files',
    literal: `${config(`  - { rule: ${UNKNOWN}, files: "old/**", reason: gone next year }`)}=== old/a.md\n---\ncontrols: ["A.5.99"]\n---\n=== b.md\n---\ncontrols: ["A.5.98"]\n---\n`,
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.98`],
  },
  {
    name: 'isms.yaml: controls',
    literal: `${config(`  - { rule: ${UNKNOWN}, controls: [A.5.99], reason: our own }`)}${page('See A.5.99 and A.5.98.')}`,
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.98`],
  },
  {
    name: 'isms.yaml: files and controls, both must hold',
    literal: `${config(`  - { rule: ${UNKNOWN}, files: [b.md], controls: [A.5.99], reason: our own }`)}${page('See A.5.99.')}=== b.md\n---\ncontrols: ["A.5.99", "A.5.98"]\n---\n`,
    suppressed: ['A.5.99'],
    reported: [`${UNKNOWN}@A.5.99`, `${UNKNOWN}@A.5.98`],
  },
];

const DATES: readonly (readonly [until: string, holds: boolean])[] = [
  ['2026-11-21', false],
  ['2026-11-22', true],
  ['2027-01-01', true],
  ['2026-13-01', false],
  ['2027-02-29', false],
  ['2028-02-29', true],
  ['soon', false],
  ['01.02.2027', false],
  ['9999', false],
];

describe('suppression', () => {
  for (const { name, literal, reported = [], suppressed = [] } of COVERAGE) {
    it(`covers: ${name}`, () => {
      assert.deepEqual(outcome(literal), { reported: [...reported], suppressed: [...suppressed] });
    });
  }

  for (const [until, holds] of DATES) {
    it(`until=${until} ${holds ? 'holds' : 'does not hold'} on 2026-11-22`, () => {
      const literal = page(`${next(`${UNKNOWN} until=${until} by="Ann Lee" ${REASON}`)}\nSee A.5.99.`);
      const expected = holds
        ? { reported: [], suppressed: ['A.5.99'] }
        : { reported: [`suppression/expired@${until}`, `${UNKNOWN}@A.5.99`], suppressed: [] };
      assert.deepEqual(outcome(literal), expected);
    });
  }

  it('an expired entry of isms.yaml does not hold, and is marked at its date', () => {
    const literal = `${config(`  - rule: ${UNKNOWN}\n    reason: our own\n    until: 2026-11-21`)}${page('See A.5.99.')}`;
    assert.deepEqual(outcome(literal), {
      reported: [`${UNKNOWN}@A.5.99`, 'suppression/expired@2026-11-21'],
      suppressed: [],
    });
  });

  it('an entry of isms.yaml whose date is none does not hold, and the entries around it do', () => {
    const literal = `${config(`  - { rule: ${UNKNOWN}, controls: [A.5.99], reason: a, until: 2026-02-30 }\n  - { rule: ${UNKNOWN}, controls: [A.5.98], reason: b }\n  - rule: suppression/unsued\n    reason: c`)}${page('See A.5.99 and A.5.98.')}`;
    assert.deepEqual(outcome(literal), {
      reported: [`${UNKNOWN}@A.5.99`, 'suppression/unknown-rule@suppression/unsued'],
      suppressed: ['A.5.98'],
    });
  });

  it('records reason, date, person and place', () => {
    const { suppressed } = checkFixture(
      page(`${next(`${UNKNOWN} until=2027-01-01 by="Ann Lee" -- our own list -- see annex`)}\nSee A.5.99.`),
    );
    assert.deepEqual(
      suppressed.map(({ reason, until, by, where }) => ({ reason, until, by, where })),
      [{ reason: 'our own list -- see annex', until: '2027-01-01', by: 'Ann Lee', where: 'inline' }],
    );
  });
});
