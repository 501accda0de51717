import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, assertFires, fixNamed } from '../../harness/rule';
import { controlledPolicy } from './controlled';

const RULE = 'policy/invalid-value';

describe(RULE, () => {
  for (const [what, yaml] of [
    ['a misspelt status', 'status: ⟪aproved⟫'],
    ['an unknown status', 'status: ⟪"gold"⟫'],
    ['a date that means two days', 'next_review: ⟪03/04/2027⟫'],
    ['a day that does not exist', 'next_review: ⟪2027-02-30⟫'],
    ['words where a date is expected', 'next_review: ⟪some time in spring⟫'],
    ['a version without a number', 'version: ⟪latest⟫'],
  ] as const) {
    it(`fires on ${what}`, () => {
      assertFires(RULE, controlledPolicy(yaml));
    });
  }

  for (const [what, yaml] of [
    ['words of every language', 'status: freigegeben\nversion: "2.1"\nnext_review: 1. Juni 2027'],
    ['a note behind a status', 'status: Approved (board, 2026-03-01)'],
    ['a note behind a date', 'next_review: 2027-03-01 (annual)'],
    ['a cycle in the place of a date', 'next_review: annually'],
    ['yes in the place of a date', 'approved: true'],
    [
      'placeholders, which have a rule of their own',
      'status: "[Status]"\nversion: TBD\nnext_review: "[Date]"',
    ],
    ['nothing', 'status: ""\nversion: null\nnext_review:'],
    ['a version with a letter', 'version: Rev. C'],
    ['a month', 'next_review: June 2027'],
  ] as const) {
    it(`does not fire on ${what}`, () => {
      assertFires(RULE, controlledPolicy(yaml));
    });
  }

  it('knows the words that isms.yaml gives a meaning', () => {
    const literal = controlledPolicy('status: gold').replace(
      'organization: Example Ltd',
      'statuses: { gold: approved }',
    );
    assertFires(RULE, literal);
  });

  it('reads other carriers as well, and takes no prose for a date', () => {
    const table =
      '# Access\n\n| Field | Value |\n| --- | --- |\n| Status | ⟪Goldd⟫ |\n| Next review | see the calendar |\n';
    assertFires(RULE, controlledPolicy('owner: CISO', table));
  });

  it('offers the status that was meant first', () => {
    const literal = controlledPolicy('status: ⟪"aproved"⟫  # by the board');
    const findings = assertFires(RULE, literal);
    const fix = fixNamed(findings);
    assert.ok(fix.preferred);
    const { texts, left } = afterFix(literal, RULE, fix);
    assert.match(texts.get('policies/access.md') ?? '', /^status: "approved" {2}# by the board$/m);
    assert.deepEqual(left, []);
    assert.deepEqual(
      findings[0]?.fixes.map((each) => each.edits[0]?.newText),
      ['"approved"', '"draft"', '"in-review"', '"retired"'],
    );
  });

  it('offers both days of an ambiguous date', () => {
    const literal = controlledPolicy('next_review: ⟪03/04/2027⟫');
    const findings = assertFires(RULE, literal);
    assert.deepEqual(
      findings[0]?.fixes.map((each) => each.edits[0]?.newText),
      ['2027-04-03', '2027-03-04'],
    );
    assert.deepEqual(afterFix(literal, RULE, fixNamed(findings)).left, []);
  });
});
