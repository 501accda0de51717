import type { Isms } from '../../index/model';
import { nearest } from '../../text/nearest';
import type { Rule } from '../rule';
import { answersOf, OFFERED_STATUSES, type OfferedStatus } from './answers';
import { statusFixes } from './statusFixes';
import { controlOf, nameOf, soaRows } from './soaRows';

export const invalidStatus: Rule = {
  id: 'soa/invalid-status',
  severity: 'warning',
  fix: 'choice',
  summary: 'The implementation status of a control that applies is not understood.',
  docs: {
    why: 'A status that nobody can place says as little as an empty cell: neither an auditor nor the coverage figures know whether the control works.',
    how: 'Write Implemented, Partial, Planned or Not started (or their names in your language). Abbreviations of your own are understood where a legend in the file explains them, such as "PI = Partially implemented".',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | The voyage data exist nowhere else (R-011). | ⟪Blue⟫ |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

Legend: B = Partially implemented

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | The voyage data exist nowhere else (R-011). | B |
`,
  },
  *check({ isms }) {
    for (const entry of soaRows(isms)) {
      const { document, row } = entry;
      if (row.applicability !== 'applicable' || row.status !== 'invalid' || row.statusCell === undefined)
        continue;
      const likely = likelyStatus(row.statusCell.text, isms);
      const answers = answersOf(isms, document);
      const offered = OFFERED_STATUSES.map((status) => answers.status(status)).join(', ');
      yield {
        path: document.path,
        span: row.statusCell.span,
        control: controlOf(row),
        message: `"${row.statusCell.text}" does not say how far ${nameOf(row)} is implemented, so the row counts as neither done nor open.`,
        hint:
          likely === undefined
            ? `Write one of: ${offered}. Or explain the abbreviation in a legend.`
            : `Did you mean "${answers.status(likely)}"?`,
        fixes: statusFixes(isms, entry, row.statusCell, likely),
      };
    }
  },
};

const SHORTEST = 5;

function likelyStatus(text: string, isms: Isms): OfferedStatus | undefined {
  const words = isms.vocabulary.implementationWords.filter(
    (word) => word.length >= SHORTEST && word.startsWith(text.charAt(0).toLowerCase()),
  );
  const word = text.length < SHORTEST ? undefined : nearest(text, words);
  const meaning = word === undefined ? undefined : isms.vocabulary.implementationStatus(word);
  return OFFERED_STATUSES.find((status) => status === meaning);
}
