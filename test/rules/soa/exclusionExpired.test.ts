import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TODAY } from '../../harness/engine';
import { findingsOf } from './soaHarness';

const RULE = 'soa/exclusion-expired';
const soa = (header: string, date: string, decision = 'No', reason = 'The landlord watches.'): string =>
  `=== soa.md\n| Control | Applicable | Justification | ${header} |\n| --- | --- | --- | --- |\n| A.7.4 | ${decision} | ${reason} | ${date} |\n`;

describe(RULE, () => {
  const firing: readonly (readonly [string, string, string])[] = [
    ['an ISO date', soa('Until', '2025-06-30'), '2025-06-30'],
    ['a date of review', soa('Review date', '30 June 2025'), '30 June 2025'],
    ['a German date', soa('Befristet bis', '30.06.2025'), '30.06.2025'],
    ['a month that has ended', soa('Expires', 'June 2025'), 'June 2025'],
    [
      'a date behind "until:"',
      soa('Note', '', 'No', 'The landlord watches; until: 2025-06-30'),
      'until: 2025-06-30',
    ],
    [
      'a date behind "bis:"',
      soa('Note', '', 'No', 'Der Vermieter wacht (**bis:** 30.06.2025)'),
      'bis:** 30.06.2025',
    ],
  ];
  for (const [name, literal, marked] of firing) {
    it(`fires on ${name}`, () => {
      const { findings, textOf } = findingsOf(RULE, literal);
      assert.deepEqual(findings.map(textOf), [marked]);
    });
  }

  it('fires once for a row with two dates', () => {
    const literal = soa('Until', '2025-06-30', 'No', 'The landlord watches; until: 2024-06-30');
    assert.equal(findingsOf(RULE, literal).findings.length, 1);
  });

  const silent: readonly (readonly [string, string])[] = [
    ['today', soa('Until', TODAY)],
    ['a day to come', soa('Until', '2099-01-01')],
    ['this year', soa('Until', TODAY.slice(0, 4))],
    ['a date in prose', soa('Note', '', 'No', 'The last guard left until 2025-06-30 was over.')],
    ['a date that means two days', soa('Until', '03/04/2025')],
    ['what is no date', soa('Until', 'end of lease')],
    ['the date of the last review', soa('Last review', '2025-06-30')],
    ['the date of a measure', soa('Target date', '2025-06-30')],
    ['a control that applies', soa('Until', '2025-06-30', 'Yes')],
    ['an open decision', soa('Until', '2025-06-30', 'TBC')],
  ];
  for (const [name, literal] of silent)
    it(`is silent on ${name}`, () => assert.deepEqual(findingsOf(RULE, literal).findings, []));
});
