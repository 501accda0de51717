import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCard } from '../../server/tools/catalog/readCard';

const CARD = `---
id: A.5.15
---

# Access control

## Summary

Decide who may use what.

## Why

Somebody left and still reads the mail.

## How

1. First step
   on two lines.
2. Second step.

## Elements

### decision-maker

Who decides?

- en: owner* + decid*; access decision*
- de: Eigentümer* + entscheid*
- any: @owner + @access

## Wording

- The owner must decide.

## Evidence

| Evidence | Typical source | Frequency |
| --- | --- | --- |
| Review | Export | Quarterly |

## Findings

- Three leavers had accounts.

## Related

- A.5.18: grants what is decided here.
`;

describe('readCard', () => {
  it('reads every part', () => {
    const { id, title, card, sections } = readCard(CARD, 'A.5.15.md');
    assert.equal(id, 'A.5.15');
    assert.equal(title, 'Access control');
    assert.deepEqual(sections, [
      'Summary',
      'Why',
      'How',
      'Elements',
      'Wording',
      'Evidence',
      'Findings',
      'Related',
    ]);
    assert.deepEqual(card, {
      summary: 'Decide who may use what.',
      why: 'Somebody left and still reads the mail.',
      how: ['First step on two lines.', 'Second step.'],
      newIn2022: undefined,
      elements: [
        {
          id: 'decision-maker',
          question: 'Who decides?',
          terms: {
            en: ['owner* + decid*', 'access decision*'],
            de: ['Eigentümer* + entscheid*'],
            any: ['@owner + @access'],
          },
        },
      ],
      wording: ['The owner must decide.'],
      evidence: [{ what: 'Review', source: 'Export', frequency: 'Quarterly' }],
      findings: ['Three leavers had accounts.'],
      related: [{ id: 'A.5.18', reason: 'grants what is decided here.' }],
    });
  });

  const broken: readonly (readonly [what: string, from: string, to: string, message: RegExp])[] = [
    [
      'no front matter',
      'id: A.5.15',
      'control: A.5.15',
      /^A\.5\.15\.md: must begin with front matter "id: A\.n\.n" and a title$/,
    ],
    ['no title', '# Access control', 'Access control', /must begin with front matter/],
    ['a missing section', '## Evidence', '## Proof', /^A\.5\.15\.md: has no section "Evidence"$/],
    ['an element that asks nothing', 'Who decides?\n', '', /element "decision-maker" asks no question$/],
    [
      'a line that is no list of terms',
      '- de: Eig',
      '- deutsch: Eig',
      /element "decision-maker" has a line that is no list of terms: deutsch: /,
    ],
    [
      'a relation without a reason',
      '- A.5.18: grants what is decided here.',
      '- A.5.18',
      /a relation is no "A\.n\.n: reason": A\.5\.18$/,
    ],
    [
      'a relation to no control',
      'A.5.18: grants',
      'Access rights: grants',
      /a relation is no "A\.n\.n: reason"/,
    ],
  ];
  for (const [what, from, to, message] of broken) {
    it(`rejects ${what}, with the file and the place`, () => {
      assert.ok(CARD.includes(from));
      assert.throws(() => readCard(CARD.replace(from, to), 'A.5.15.md'), { message });
    });
  }
});
