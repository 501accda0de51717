import type { Rule } from '../rule';
import type { Weakness } from './judgeJustification';
import { controlOf, nameOf, soaRows } from './soaRows';

export const weakJustification: Rule = {
  id: 'soa/weak-justification',
  severity: 'warning',
  fix: 'none',
  summary:
    'A justification that would not survive an audit: a placeholder, a kind of reason alone, the title restated, boilerplate.',
  docs: {
    why: '"Required", "Best practice" and "Access control is needed" fit every control of every organisation. They show an auditor that nobody asked why this organisation needs this control, and the next question will be exactly that.',
    how: 'Name the thing behind it: the risk (R-004), the law and its article, the contract and its section, the system, the site, the decision. One concrete clause is enough. For an exclusion say what makes sure that nothing in scope needs the control.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | ⟪Best practice⟫ | Implemented |
| A.5.18 | Access rights | Yes | ⟪Access rights must be managed.⟫ | Implemented |
| A.8.8 | Management of technical vulnerabilities | Yes | ⟪Required by ISO 27001⟫ | Partial |
| A.8.15 | Logging | Yes | ⟪TBD⟫ | Planned |
| A.8.30 | Outsourced development | No | ⟪Not relevant for our organisation⟫ | |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | Treats R-001 (stolen credentials). | Implemented |
| A.5.18 | Access rights | Yes | GDPR Art. 32; two leavers kept their accounts in 2025. | Implemented |
| A.8.8 | Management of technical vulnerabilities | Yes | Port contract, section 4: patches within 14 days. | Partial |
| A.8.15 | Logging | Yes | Break-ins into Kade must be traceable (R-011). | Planned |
| A.8.30 | Outsourced development | No | All code is written by our own engineers. | |
`,
  },
  *check({ isms, readSoaRow }) {
    for (const entry of soaRows(isms)) {
      const { justifying: cell, weakness: weaknessOf } = readSoaRow(entry);
      const weakness = weaknessOf();
      if (cell === undefined || weakness === undefined) continue;
      const excluded = entry.row.applicability === 'not-applicable';
      yield {
        path: entry.document.path,
        span: cell.span,
        control: controlOf(entry.row),
        message: messageFor(weakness, cell.text, nameOf(entry.row), excluded),
        hint: excluded
          ? 'Say what makes sure that nothing in scope needs the control.'
          : 'Name the risk, the law, the contract or the decision that makes this control necessary here.',
      };
    }
  },
};

const LONGEST_QUOTE = 60;

function messageFor(weakness: Weakness, text: string, control: string, excluded: boolean): string {
  const quoted = `"${text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`}"`;
  const question = excluded
    ? `An auditor will ask what makes sure that nothing in scope needs ${control}.`
    : `An auditor will ask which risk, law, contract or decision makes ${control} necessary here.`;
  switch (weakness) {
    case 'placeholder':
      return `${quoted} is a placeholder: the justification is still to be written. ${question}`;
    case 'not-assessed':
      return `${quoted} says that nobody has decided yet, but the row has a decision. ${question}`;
    case 'category':
      return `${quoted} names a kind of reason, not the reason itself. ${question}`;
    case 'title':
      return `${quoted} only repeats what the control is called. ${question}`;
    case 'boilerplate':
      return `${quoted} could stand in the row of any control. ${question}`;
  }
}
