import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeJustification } from '../../../server/src/engine/rules/soa/judgeJustification';
import { engine } from '../../harness/engine';
import { findingsOf, soaWith, type SoaCase } from './soaHarness';
import { JUSTIFICATIONS, type LabelledJustification } from './justifications';

const RULE = 'soa/weak-justification';

describe('the labelled justifications', () => {
  const flagged = ({ control, text, title }: LabelledJustification): string | undefined => {
    const known = engine.catalog.control(control);
    assert.ok(known, control);
    const titles = [known.title, known.alternativeTitle, ...(title === undefined ? [] : [title])];
    return judgeJustification(text, { ids: [control], titles }, engine.catalog.weakWords);
  };

  it('are flagged with a precision of 0.95 and a recall of 0.85 at least', (test) => {
    const hits = JUSTIFICATIONS.filter((each) => flagged(each) !== undefined);
    const bad = JUSTIFICATIONS.filter((each) => each.label !== 'good');
    const right = hits.filter((each) => each.label !== 'good');
    const precision = right.length / hits.length;
    const recall = right.length / bad.length;
    test.diagnostic(
      `${JUSTIFICATIONS.length} justifications: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    const wrong = hits.filter((each) => each.label === 'good').map((each) => each.text);
    const missed = bad.filter((each) => !hits.includes(each)).map((each) => each.text);
    assert.ok(precision >= 0.95, `precision ${precision}: ${wrong.join(' | ')}`);
    assert.ok(recall >= 0.85, `recall ${recall}: ${missed.join(' | ')}`);
  });

  it('are called placeholders only where they are', () => {
    for (const each of JUSTIFICATIONS) {
      if (flagged(each) === 'placeholder') assert.equal(each.label, 'placeholder', each.text);
    }
  });

  it('hold at least 80 texts in two languages', () => assert.ok(JUSTIFICATIONS.length >= 80));

  it('takes a text of any length in linear time', () => {
    const long = 'required '.repeat(200_000);
    const start = performance.now();
    flagged({ control: 'A.5.1', text: long, label: 'good' });
    flagged({ control: 'A.5.1', text: '<'.repeat(200_000), label: 'good' });
    assert.ok(performance.now() - start < 2000);
  });
});

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
      message: /kind of reason, and not the reason/,
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
