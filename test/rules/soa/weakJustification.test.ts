import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, soaWith, type SoaCase } from './soaHarness';

const RULE = 'soa/weak-justification';

describe(RULE, () => {
  const cases: readonly SoaCase[] = [
    {
      name: 'names the kind: a placeholder',
      row: '| A.5.15 | Access control | Yes | TBD | Implemented |',
      marked: ['TBD'],
      message: /still to be written/,
    },
    {
      name: 'names the kind: a category',
      row: '| A.5.15 | Access control | Yes | Best practice | Implemented |',
      marked: ['Best practice'],
      message: /kind of reason, not the reason itself/,
    },
    {
      name: 'names the kind: the title',
      row: '| A.5.15 | Access control | Yes | Access control is needed | Implemented |',
      marked: ['Access control is needed'],
      message: /only repeats/,
    },
    {
      name: 'names the kind: boilerplate',
      row: '| A.5.15 | Access control | Yes | Required by ISO 27001 | Implemented |',
      marked: ['Required by ISO 27001'],
      message: /any control/,
    },
    {
      name: 'names the kind: nobody has decided',
      row: '| A.5.15 | Access control | Yes | Under review | Implemented |',
      marked: ['Under review'],
      message: /nobody has decided yet/,
    },
    {
      name: 'asks another question of an exclusion',
      row: '| A.5.15 | Access control | No | Not applicable | |',
      marked: ['Not applicable'],
      message: /nothing in scope needs A\.5\.15/,
    },
    {
      name: 'judges text in bold as it is read',
      row: '| A.5.15 | Access control | Yes | **Best practice** | Implemented |',
      marked: ['**Best practice**'],
    },
    {
      name: 'judges a localised title',
      row: '| A.5.15 | Zugriffskontrolle | Ja | Zugriffskontrolle ist erforderlich | Umgesetzt |',
      marked: ['Zugriffskontrolle ist erforderlich'],
    },
    {
      name: 'is silent on an empty cell',
      row: '| A.5.15 | Access control | Yes | | Implemented |',
      marked: [],
    },
    { name: 'is silent on a dash', row: '| A.5.15 | Access control | Yes | — | Implemented |', marked: [] },
    {
      name: 'is silent where nobody has decided',
      row: '| A.5.15 | Access control | TBC | TBD | |',
      marked: [],
    },
    {
      name: 'is silent where the decision is not understood',
      row: '| A.5.15 | Access control | Perhaps | TBD | |',
      marked: [],
    },
    {
      name: 'is silent on a link to a document',
      row: '| A.5.15 | Access control | Yes | [Access control](policies/access.md) | Implemented |',
      marked: [],
    },
    {
      name: 'is silent where a risk is named',
      row: '| A.5.15 | Access control | Yes | Best practice, R-001 | Implemented |',
      marked: [],
    },
    {
      name: 'is silent on the ids of another standard',
      row: '| A.9.2.1 | User registration | Yes | Required | Implemented |',
      marked: [],
    },
  ];
  for (const { name, row, marked, message } of cases) {
    it(name, () => {
      const { findings, textOf } = findingsOf(RULE, soaWith(row));
      assert.deepEqual(findings.map(textOf), marked);
      if (message !== undefined) assert.match(findings[0]?.message ?? '', message);
    });
  }

  it('judges the cell for exclusions of an excluded control', () => {
    const { findings, textOf } = findingsOf(
      RULE,
      `
=== soa.md
| Control | Applicable | Justification for inclusion | Justification for exclusion | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Yes | Treats R-001 | N/A | Implemented |
| A.7.4 | No | N/A | Out of scope | |
| A.7.5 | No | | The data centre belongs to AWS | |
`,
    );
    assert.deepEqual(findings.map(textOf), ['Out of scope']);
  });
});
