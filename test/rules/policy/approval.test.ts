import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFires } from '../../harness/rule';
import { controlledPolicy } from './controlled';

describe('policy/missing-approval', () => {
  for (const [what, yaml, missing] of [
    ['neither', 'status: ⟪approved⟫', 'who approved it and when it was approved'],
    ['no day', 'status: ⟪published⟫\napprover: Board', 'when it was approved'],
    ['nobody', 'status: ⟪"Active"⟫\napproved_date: 2026-01-01', 'who approved it'],
    [
      'an empty value',
      'status: ⟪approved⟫\napprover: ""\napproved_date: n/a',
      'who approved it and when it was approved',
    ],
  ] as const) {
    it(`fires on ${what}`, () => {
      const [finding] = assertFires('policy/missing-approval', controlledPolicy(yaml));
      assert.ok(finding?.message.includes(missing), finding?.message);
    });
  }

  for (const [what, yaml] of [
    ['both', 'status: approved\napprover: Board\napproved_date: 2026-01-01'],
    ['other keys', 'status: final\napproved_by: Board\napproval_date: Jan 1 2026'],
    ['a draft', 'status: draft'],
    ['no status', 'owner: CISO'],
    [
      'a placeholder, which has a rule of its own',
      'status: approved\napprover: "[Name]"\napproved_date: TBD',
    ],
  ] as const) {
    it(`does not fire on ${what}`, () => {
      assertFires('policy/missing-approval', controlledPolicy(yaml));
    });
  }
});

describe('policy/self-approval', () => {
  for (const [what, yaml] of [
    ['the owner', 'owner: Ana Ruiz\napprover: ⟪Ana Ruiz⟫'],
    ['the author', 'owner: CISO\nauthor: Ana Ruiz\napprover: ⟪ANA RUIZ⟫'],
    ['a role behind a name', 'owner: Ana Ruiz (CISO)\napprover: ⟪CISO⟫'],
    ['two who made it together', 'owner: Ana Ruiz\nauthor: Jo Brandt\napprover: ⟪Ana Ruiz, Jo Brandt⟫'],
  ] as const) {
    it(`fires on ${what}`, () => {
      assertFires('policy/self-approval', controlledPolicy(yaml));
    });
  }

  for (const [what, yaml] of [
    ['somebody else', 'owner: Ana Ruiz (CISO)\napprover: Jo Brandt (CEO)'],
    ['a second approver', 'owner: Ana Ruiz\napprover: Ana Ruiz and Jo Brandt'],
    ['a list with somebody else', 'owner: CISO\napprover:\n  - CISO\n  - CEO'],
    ['a draft', 'status: draft\nowner: CISO\napprover: CISO'],
    ['placeholders', 'owner: TBD\napprover: TBD'],
    ['a name that is part of another', 'owner: Security\napprover: Security Board'],
  ] as const) {
    it(`does not fire on ${what}`, () => {
      assertFires('policy/self-approval', controlledPolicy(yaml));
    });
  }
});
