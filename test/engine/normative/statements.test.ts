import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  normativeStatements,
  type NormativeStatement,
} from '../../../server/src/engine/normative/statements';
import { engine } from '../../harness/engine';

function statementsOf(text: string): readonly NormativeStatement[] {
  return normativeStatements(engine.read('policies/a.md', text, undefined), engine.vocabulary);
}

describe('the modality of a sentence', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Staff must lock their screens.', 'must'],
    ['Staff MUST lock their screens.', 'must'],
    ['Owners shall review access.', 'must'],
    ['MFA is required for all admin access.', 'must'],
    ['Users are required to report events.', 'must'],
    ['Passwords must not be shared.', 'must-not'],
    ['No employee may share a password.', 'must-not'],
    ['Sharing accounts is prohibited.', 'must-not'],
    ['Laptops should be encrypted.', 'should'],
    ['Administrators should not work from public networks.', 'should-not'],
    ['Managers may grant exceptions.', 'may'],
    ['Guests do not need to sign the rules.', 'may'],
    ['Guests need not sign.', 'may'],
    ['Bildschirme müssen gesperrt werden.', 'must'],
    ['Der Zugriff ist jährlich zu überprüfen.', 'must'],
    ['Die Fristen sind einzuhalten.', 'must'],
    ['Passwörter dürfen nicht weitergegeben werden.', 'must-not'],
    ['Passwörter dürfen auf keinen Fall und unter keinen Umständen Dritten gezeigt werden.', 'must-not'],
    ['Niemand darf Konten teilen.', 'must-not'],
    ['Das Teilen von Konten ist untersagt.', 'must-not'],
    ['Laptops sollten verschlüsselt sein.', 'should'],
    ['Private Geräte dürfen genutzt werden.', 'may'],
    ['Gäste müssen nicht unterschreiben.', 'may'],
    ['The owner reviews access each quarter.', 'states'],
    ['The policy takes effect in May 2026.', 'states'],
    ['Should an incident occur, the lead decides.', 'states'],
    ['Sollte ein Vorfall eintreten, entscheidet die Leitung.', 'states'],
    ['Access follows the need-to-know principle.', 'states'],
    ['No later than Friday, staff must answer.', 'must'],
  ];
  for (const [sentence, expected] of cases) {
    it(`${expected}: ${sentence}`, () => {
      assert.deepEqual(
        statementsOf(`# Rules\n\n${sentence}\n`).map((each) => each.modality),
        [expected],
      );
    });
  }
});

const POLICY = `---
title: Access
owner: CISO
---

# Access

> **Version:** 1.2
> **Owner:** CISO

## 1. Purpose

This policy explains why access matters. Even here staff must read it.

## 2. Rules

Staff must:

- lock their *screens*
- report [events](events.md) at once

| System | Outage |
| --- | --- |
| Mail | ≤ 4 h |

Access is reviewed every 90
days. Nobody shares it.

### Version history

| Version | Date | Change |
| --- | --- | --- |
| 1.2 | 2026-01-01 | Rules of access must be read |

## References

- The handbook
`;

describe('normativeStatements', () => {
  it('finds the rules of a policy with what they ask for', () => {
    assert.deepEqual(
      statementsOf(POLICY).map(
        ({ modality, kind, plain, section }) => `${section} | ${kind} | ${modality} | ${plain}`,
      ),
      [
        '1. Purpose | paragraph | must | even here staff must read it',
        '2. Rules | paragraph | must | staff must',
        '2. Rules | bullet | must | lock their screens',
        '2. Rules | bullet | must | report events at once',
        '2. Rules | header | states | ¦ system ¦ outage',
        '2. Rules | row | states | ¦ mail ¦ ≤ 4 h',
        '2. Rules | paragraph | states | access is reviewed every 90 days',
        '2. Rules | paragraph | states | nobody shares it',
      ],
    );
  });

  for (const [name, text] of [
    ['LF', POLICY],
    ['CRLF', POLICY.replace(/\n/g, '\r\n')],
  ] as const) {
    it(`knows the places (${name})`, () => {
      for (const { span, text: seen, kind } of statementsOf(text)) {
        const source = text.slice(span.start, span.end).replace(/\s*\r?\n\s*/g, ' ');
        const expected = source.replace(/\]\([^)]*\)/g, ']');
        assert.equal(kind === 'row' || kind === 'header' ? expected.replaceAll('|', ' ') : expected, seen);
      }
    });
  }

  it('has no rules in an empty text', () => {
    assert.deepEqual(statementsOf(''), []);
  });
});
