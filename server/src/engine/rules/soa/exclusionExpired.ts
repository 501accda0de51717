import type { SoaRow } from '../../facts/soaFacts';
import type { Isms } from '../../index/model';
import { readDate } from '../../text/date';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';
import { controlOf, nameOf, soaRows } from './soaRows';

export const exclusionExpired: Rule = {
  id: 'soa/exclusion-expired',
  severity: 'warning',
  fix: 'none',
  summary: 'An exclusion had an end or a date of review, and it has passed.',
  docs: {
    why: 'Good practice: an exclusion that was granted for a time was to be looked at again, and the date says that this has not happened. An auditor will ask whether the reason still holds, and who decided that it does.',
    how: 'Look at the reason again. If it still holds, set a new date and say in the justification what was found; if not, include the control. Dates count in a column such as "Until" or "Review date", and in the justification behind "until:"; dates within a sentence do not.',
    goodPractice: true,
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Until |
| --- | --- | --- | --- | --- |
| A.7.4 | Physical security monitoring | No | The landlord watches the house. | ⟪2025-06-30⟫ |
| A.8.30 | Outsourced development | No | All code is written by our own engineers; ⟪until: 2025-12-31⟫ | |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Until |
| --- | --- | --- | --- | --- |
| A.7.4 | Physical security monitoring | No | The landlord watches the house. | 2030-06-30 |
| A.8.30 | Outsourced development | No | The last agency left on 2025-12-31. | |
`,
  },
  *check({ isms, today }) {
    for (const { document, row } of soaRows(isms)) {
      if (row.applicability !== 'not-applicable') continue;
      const [ended] = endsOf(isms, row, document.source.text).filter(({ last }) => last < today);
      if (ended === undefined) continue;
      yield {
        path: document.path,
        span: ended.span,
        control: controlOf(row),
        message: `The exclusion of ${nameOf(row)} was to be looked at again by ${ended.last}, and that has passed. An auditor will ask whether the reason still holds.`,
        hint: 'Look at the reason again, then set a new date or include the control.',
      };
    }
  },
};

interface End {
  readonly last: string;
  readonly span: Span;
}

const UNTIL =
  /\b(?:until|valid until|review by|bis|gültig bis|befristet bis|até|hasta|tot|jusqu'au):[*_]*\s*([^|,;()<>\n]{4,24})/giu;

/** The ends of an exclusion. A month or a year ends with its last day; what means two days is no date. */
function endsOf(isms: Isms, row: SoaRow, text: string): End[] {
  const inColumns = row.dates
    .filter(({ header }) => isms.vocabulary.soaWords.isEndDate(header))
    .map(({ cell }) => ({ value: cell.text, span: cell.span }));
  const inText = [row.exclusion, row.justification].flatMap((cell) =>
    cell === undefined ? [] : untilIn(text, cell.span),
  );
  return [...inColumns, ...inText].flatMap(({ value, span }) => {
    const reading = readDate(value, isms.vocabulary.dates);
    return reading.kind === 'date' ? [{ last: reading.last, span }] : [];
  });
}

function untilIn(text: string, cell: Span): { readonly value: string; readonly span: Span }[] {
  const written = text.slice(cell.start, cell.end);
  return [...written.matchAll(UNTIL)].map((match) => {
    const [whole, value = ''] = match;
    const date = value.replace(/[\s.*_]+$/, '');
    const start = cell.start + match.index;
    return { value: date, span: { start, end: start + whole.length - value.length + date.length } };
  });
}
