import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFires } from '../../harness/rule';
import { controlledPolicy } from './controlled';

/** Examples are checked on 2026-11-22. */
describe('policy/review-overdue', () => {
  for (const [what, yaml] of [
    ['a next review in the past', 'status: approved\nnext_review: ⟪2026-11-21⟫'],
    ['a date as people write it', 'next_review: ⟪Nov 1, 2026⟫'],
    ['a month that is over', 'next_review: ⟪2026-10⟫'],
    ['the last review plus the cycle', 'last_review: ⟪2025-06-01⟫\nreview_cycle: annual'],
    ['a cycle in months', 'last_review: ⟪2025-06-01⟫\nreview_cycle: 12'],
    ['an ISO duration', 'last_review: ⟪2024-01-15⟫\nreview_cycle: P2Y'],
    ['a cycle where the next review should stand', 'last_review: ⟪2025-06-01⟫\nnext_review: jährlich'],
    ['a next review after the approval', 'approved_date: 2025-05-12\nnext_review: ⟪2026-05-12⟫'],
    ['the approval, where nobody reviewed since', 'approved_date: ⟪2025-06-01⟫\nreview_cycle: P1Y'],
  ] as const) {
    it(`fires on ${what}`, () => {
      assertFires('policy/review-overdue', controlledPolicy(yaml));
    });
  }

  for (const [what, yaml] of [
    ['today', 'next_review: 2026-11-22'],
    ['the month that runs', 'next_review: November 2026'],
    ['a draft', 'status: draft\nnext_review: 2020-01-01'],
    ['what is retired', 'status: retired\nnext_review: 2020-01-01'],
    ['a review in time', 'last_review: 2026-06-01\nreview_cycle: annual'],
    ['a date that means two days', 'next_review: 03/04/2020'],
    ['a placeholder', 'next_review: "[Date]"'],
    ['reviews as needed', 'last_review: 2020-01-01\nreview_cycle: as needed'],
    ['a word of two senses', 'last_review: 2020-01-01\nreview_cycle: biannual'],
    ['a last review without a cycle', 'last_review: 2020-01-01'],
    ['a next review before the approval', 'approved_date: 2026-05-12\nnext_review: 2026-05-01'],
    ['a later change of the text', 'last_review: 2025-06-01\nupdated: 2026-06-01\nreview_cycle: annual'],
  ] as const) {
    it(`does not fire on ${what}`, () => {
      assertFires('policy/review-overdue', controlledPolicy(yaml));
    });
  }

  it('takes the cycle of isms.yaml where the document names none', () => {
    const literal = controlledPolicy('last_review: ⟪2025-06-01⟫');
    assertFires('policy/review-overdue', literal.replace('organization: Example Ltd', 'reviewCycle: 12'));
  });
});

describe('policy/review-due', () => {
  for (const [what, yaml] of [
    ['today', 'next_review: ⟪2026-11-22⟫'],
    ['the thirtieth day', 'next_review: ⟪2026-12-22⟫'],
    ['the last review plus the cycle', 'last_review: ⟪1 Dec 2025⟫\nreview_cycle: annual'],
  ] as const) {
    it(`fires on ${what}`, () => {
      assertFires('policy/review-due', controlledPolicy(yaml));
    });
  }

  for (const [what, yaml] of [
    ['the day after', 'next_review: 2026-12-23'],
    ['a review that is past', 'next_review: 2026-11-21'],
    ['a draft', 'status: draft\nnext_review: 2026-12-01'],
  ] as const) {
    it(`does not fire on ${what}`, () => {
      assertFires('policy/review-due', controlledPolicy(yaml));
    });
  }
});

describe('policy/date-order', () => {
  for (const [what, yaml] of [
    ['an approval after the effect', 'approved_date: ⟪2026-05-12⟫\neffective_date: 2026-05-11'],
    ['an approval that is still to come', 'status: approved\napproved_date: ⟪2026-11-23⟫'],
    ['a review before the approval', 'approved_date: 2026-05-12\nnext_review: ⟪2026-05-11⟫'],
    ['two faults', 'approved_date: ⟪2026-05-12⟫\neffective_date: 2026-05-11\nnext_review: ⟪2025-01-01⟫'],
  ] as const) {
    it(`fires on ${what}`, () => {
      assertFires('policy/date-order', controlledPolicy(yaml));
    });
  }

  for (const [what, yaml] of [
    ['one day for all', 'approved_date: 2026-05-12\neffective_date: 2026-05-12\nnext_review: 2026-05-12'],
    ['the month of the approval', 'approved_date: 2026-05-12\neffective_date: May 2026'],
    ['a draft with plans', 'status: draft\napproved_date: 2027-01-01'],
    ['dates that are not understood', 'approved_date: 03/04/2027\neffective_date: 2020-01-01'],
  ] as const) {
    it(`does not fire on ${what}`, () => {
      assertFires('policy/date-order', controlledPolicy(yaml));
    });
  }

  it('points at the other date', () => {
    const [finding] = assertFires(
      'policy/date-order',
      controlledPolicy('approved_date: ⟪2026-05-12⟫\neffective_date: 2026-05-11'),
    );
    assert.equal(finding?.related[0]?.message, 'in effect since');
  });
});
