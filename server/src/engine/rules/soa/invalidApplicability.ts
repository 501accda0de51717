import type { Isms } from '../../index/model';
import { nearest } from '../../text/nearest';
import type { Rule } from '../rule';
import { answersOf } from './answers';
import { decisionFixes } from './decisionFixes';
import { controlOf, nameOf, soaRows } from './soaRows';

export const invalidApplicability: Rule = {
  id: 'soa/invalid-applicability',
  severity: 'error',
  fix: 'choice',
  summary: 'The applicability of a row of the SoA is neither yes nor no.',
  docs: {
    why: 'A control is included or excluded; the standard knows nothing between. "Partly" or "see comment" leaves the auditor, and the tool, without an answer, and the row drops out of every count.',
    how: 'Write Yes or No (or the words that your table uses), and say in the justification what is restricted. While the decision is open write TBC.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.30 | Outsourced development | ⟪Sometimes⟫ | An agency in Porto builds the mobile app under contract AG-12. | Implemented |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.30 | Outsourced development | Yes – mobile app only | An agency in Porto builds the mobile app under contract AG-12. | Implemented |
`,
  },
  *check({ isms }) {
    for (const entry of soaRows(isms)) {
      const { document, row } = entry;
      if (row.applicability !== 'invalid' || row.applicable === undefined) continue;
      const likely = likelyMeaning(row.applicable.text, isms);
      const answers = answersOf(isms, document);
      const meant =
        likely === undefined
          ? undefined
          : likely === 'applicable'
            ? answers.applicable
            : likely === 'not-applicable'
              ? answers.notApplicable
              : answers.notAssessed;
      yield {
        path: document.path,
        span: row.applicable.span,
        control: controlOf(row),
        message: `"${row.applicable.text}" does not say whether ${nameOf(row)} applies: a control is included or excluded, and an auditor cannot count this row as either.`,
        hint:
          meant === undefined
            ? `Write ${answers.applicable} or ${answers.notApplicable}, and restrictions into the justification.`
            : `Did you mean "${meant}"?`,
        fixes: decisionFixes(isms, entry, row.applicable, likely),
      };
    }
  },
};

const SHORTEST = 4;

/** The answer that a slip of the pen stands for: `Yess`, `Aplicable`. Shorter words are near to everything. */
function likelyMeaning(
  text: string,
  isms: Isms,
): 'applicable' | 'not-applicable' | 'not-assessed' | undefined {
  const words = isms.vocabulary.applicabilityWords.filter(
    (word) => word.length >= 3 && word.startsWith(text.charAt(0).toLowerCase()),
  );
  const word = text.length < SHORTEST ? undefined : nearest(text, words);
  return word === undefined ? undefined : isms.vocabulary.applicability(word);
}
