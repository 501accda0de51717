import type { Fix } from '../../check/finding';
import type { Isms, RiskEntry } from '../../index/model';
import { safeFix, type RawFinding, type Rule } from '../rule';
import { numberIn } from './risks';
import { expectedScore, isMismatch, usesOtherMethod } from './scores';

export const scoreMismatch: Rule = {
  id: 'risk/score-mismatch',
  severity: 'warning',
  fix: 'safe',
  summary: 'A score is not what likelihood and impact give.',
  docs: {
    why: 'Clause 6.1.2 b) asks for risk assessments that give consistent and comparable results. A score that does not follow from its own likelihood and impact puts the risk into the wrong order, and an auditor who recomputes two rows finds it.',
    how: 'Correct the number that is wrong. The fix writes the product of likelihood and impact, or the value of `riskMatrix` in isms.yaml where your scale is another one. Where most scores of a table differ, your method is another one: describe it in `riskMatrix`, or switch the rule off.',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | Lost data would stop every port (R-011). |

=== risks.md
| ID | Risk | Owner | Likelihood | Impact | Score | Treatment | Controls |
| --- | --- | --- | --- | --- | --- | --- | --- |
| R-010 | The cloud region fails | CTO | 2 | 5 | 10 | Mitigate | A.8.14 |
| R-011 | Data is lost and no copy exists | CTO | 3 | 5 | ⟪10⟫ | Mitigate | A.8.13 |
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | Lost data would stop every port (R-011). |

=== risks.md
| ID | Risk | Owner | Likelihood | Impact | Score | Treatment | Controls |
| --- | --- | --- | --- | --- | --- | --- | --- |
| R-010 | The cloud region fails | CTO | 2 | 5 | 10 | Mitigate | A.8.14 |
| R-011 | Data is lost and no copy exists | CTO | 3 | 5 | 15 | Mitigate | A.8.13 |
`,
  },
  *check({ isms }) {
    if (isms.config === undefined && isms.soa === undefined) return;
    for (const [first, ...rest] of byTable(isms)) {
      if (first === undefined) continue;
      const entries = [first, ...rest];
      if (usesOtherMethod(entries, isms)) yield otherMethod(first, entries, isms);
      else for (const entry of entries) if (isMismatch(entry, isms)) yield findingOf(entry, isms);
    }
  },
};

function byTable(isms: Isms): readonly (readonly RiskEntry[])[] {
  const tables = new Map<RiskEntry['table'], RiskEntry[]>();
  for (const entry of isms.risks) tables.set(entry.table, [...(tables.get(entry.table) ?? []), entry]);
  return [...tables.values()];
}

function otherMethod({ document, table }: RiskEntry, entries: readonly RiskEntry[], isms: Isms): RawFinding {
  const count = entries.filter((entry) => isMismatch(entry, isms)).length;
  const configured = isms.config?.config.riskMatrix !== undefined;
  return {
    path: document.path,
    span: table.columns.find(({ meaning }) => meaning === 'score')?.span ?? table.header,
    message: `${count} of the ${entries.length} scores of this table are not ${configured ? 'those of the riskMatrix in isms.yaml' : 'likelihood × impact'}. An auditor who recomputes them will ask for the method.`,
    hint: configured
      ? 'Correct the matrix or the scores.'
      : 'Describe your scale as "riskMatrix" in isms.yaml, or correct the scores.',
  };
}

function findingOf(entry: RiskEntry, isms: Isms): RawFinding {
  const { document, row } = entry;
  const { likelihood, impact, score } = row.cells;
  const expected = expectedScore(entry, isms);
  const source =
    isms.config?.config.riskMatrix === undefined
      ? `gives ${expected}`
      : `gives ${expected} in the riskMatrix of isms.yaml`;
  return {
    path: document.path,
    span: score?.span ?? row.idSpan,
    message: `${row.id || 'This risk'} has the score ${numberIn(score)}, and likelihood ${numberIn(likelihood)} with impact ${numberIn(impact)} ${source}. A wrong score puts the risk into the wrong order.`,
    hint: `Write ${expected}, or correct likelihood or impact.`,
    fixes: scoreFix(entry, expected),
  };
}

/** Replaces the number alone: `**12** (high)` keeps its marks and its word. */
function scoreFix({ document, row }: RiskEntry, expected: number | undefined): Fix[] {
  const cell = row.cells.score;
  if (cell === undefined || expected === undefined) return [];
  const source = document.source.text.slice(cell.span.start, cell.span.end);
  const number = /\d+(?:[.,]\d+)?/.exec(source);
  if (number === null) return [];
  const start = cell.span.start + number.index;
  const span = { start, end: start + number[0].length };
  return [
    safeFix(`Set the score to ${expected}`, [{ path: document.path, span, newText: String(expected) }]),
  ];
}
