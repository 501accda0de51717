import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkFixture } from '../../harness/engine';
import { config, next, outcome, page, REASON, UNKNOWN, type Case } from './outcome';

const ABOUT: readonly Case[] = [
  {
    name: 'no reason',
    literal: page(`${next(UNKNOWN)}\nSee A.5.99.`),
    reported: [`suppression/missing-reason@${next(UNKNOWN)}`, `${UNKNOWN}@A.5.99`],
  },
  {
    name: 'two hyphens and nothing behind them',
    literal: page(`${next(`${UNKNOWN} --`)}\nSee A.5.99.`),
    reported: [`suppression/missing-reason@${next(`${UNKNOWN} --`)}`, `${UNKNOWN}@A.5.99`],
  },
  {
    name: 'no reason in isms.yaml',
    literal: `${config(`  - rule: ${UNKNOWN}`)}${page('See A.5.99.')}`,
    reported: [`${UNKNOWN}@A.5.99`, `suppression/missing-reason@rule: ${UNKNOWN}`],
  },
  {
    name: 'no rule',
    literal: page(`${next(REASON)}\nSee A.5.99.`),
    reported: [`suppression/unknown-rule@${next(REASON)}`, `${UNKNOWN}@A.5.99`],
  },
  {
    name: 'an unknown rule',
    literal: page(`${next(`mapping/unknown ${REASON}`)}\nSee A.5.99.`),
    reported: ['suppression/unknown-rule@mapping/unknown', `${UNKNOWN}@A.5.99`],
  },
  {
    name: 'an unused one',
    literal: page(`${next(`${UNKNOWN} ${REASON}`)}\nSee A.5.15.`),
    reported: [`suppression/unused@${next(`${UNKNOWN} ${REASON}`)}`],
  },
  {
    name: 'an unused entry of isms.yaml',
    literal: `${config(`  - rule: ${UNKNOWN}\n    reason: our own`)}${page('See A.5.15.')}`,
    reported: [`suppression/unused@rule: ${UNKNOWN}`],
  },
  {
    name: 'one finding at most: without a reason and unused',
    literal: page(`${next(UNKNOWN)}\nSee A.5.15.`),
    reported: [`suppression/missing-reason@${next(UNKNOWN)}`],
  },
  {
    name: 'nothing in a file that is no document of the ISMS',
    literal: `=== notes.md\n${next('nonsense')}\nSee A.5.99.\n`,
  },
];

describe('findings about suppressions', () => {
  for (const { name, literal, reported = [] } of ABOUT) {
    it(name, () => {
      assert.deepEqual(outcome(literal).reported, [...reported]);
    });
  }

  it('unused counts only rules that ran', () => {
    const literal = page(`${next(`${UNKNOWN} ${REASON}`)}\nSee A.5.15.`);
    assert.deepEqual(outcome(literal, { [UNKNOWN]: 'off' }).reported, []);
  });

  it('unused is not concluded from what could not be read', () => {
    const literal = page(`${next(`${UNKNOWN} ${REASON}`)}\nSee A.5.15.`);
    assert.equal(outcome(literal).reported.length, 1);
    assert.deepEqual(outcome(`${literal}=== b.md (unreadable: permission denied)\n`).reported, []);
    assert.deepEqual(
      outcome(`${literal}=== b.md\n---\ntitle: a: b\ncontrols: ["A.5.15"]\n---\n`).reported,
      [],
    );
  });

  it('can be switched off and set to another severity', () => {
    const literal = page(`${next(`${UNKNOWN} ${REASON}`)}\nSee A.5.15.`);
    assert.deepEqual(outcome(literal, { 'suppression/unused': 'off' }).reported, []);
    const { findings } = checkFixture(literal, { 'suppression/unused': 'error' });
    assert.equal(findings.find((finding) => finding.ruleId === 'suppression/unused')?.severity, 'error');
  });

  it('a suppression of a suppression is impossible, inline and in isms.yaml', () => {
    const expired = `${next(`${UNKNOWN} until=2026-01-01 ${REASON}`)}\nSee A.5.99.`;
    const inline = outcome(page(`<!-- isms-disable-file suppression/expired ${REASON} -->\n\n${expired}`));
    assert.deepEqual(inline, {
      reported: [
        `suppression/unused@<!-- isms-disable-file suppression/expired ${REASON} -->`,
        'suppression/expired@2026-01-01',
        `${UNKNOWN}@A.5.99`,
      ],
      suppressed: [],
    });
    const configured = outcome(
      `${config('  - { rule: suppression/expired, reason: no time }')}${page(expired)}`,
    );
    assert.deepEqual(configured.suppressed, []);
    assert.deepEqual(
      configured.reported.map((each) => each.split('@')[0]),
      ['suppression/expired', UNKNOWN, 'suppression/unused'],
    );
  });

  it('a comment that breaks a table cannot be suppressed either', () => {
    const table = `| Control | Applicable |\n| --- | --- |\n| A.5.1 | Yes |\n${next(`${UNKNOWN} ${REASON}`)}\n| A.5.2 | Yes |\n`;
    const { reported } = outcome(
      `=== soa.md\n<!-- isms-disable-file suppression/breaks-table ${REASON} -->\n\n${table}`,
    );
    assert.ok(reported.some((each) => each.startsWith('suppression/breaks-table@')));
  });
});
