import type { Finding } from '../check/finding';
import type { RegisterRow, RegisterTable } from '../facts/registerFacts';
import { documentAt, type Isms, type IsmsDocument } from '../index/model';
import { lineAround } from '../text/lines';

/**
 * What a finding is, whatever happens elsewhere: its rule and what it is about, without lines and without wording. Used
 * by the baseline and by the fingerprints of reports.
 */
export interface Identity {
  readonly rule: string;
  readonly path: string;
  /** The document's id, which outlives a renamed file; `undefined` where it has none. */
  readonly id: string | undefined;
  /** The control, the entry of a register, or the text at the place; empty for the document as a whole. */
  readonly subject: string;
  /** Findings that agree in all of this are numbered in the order of the text, from 1. */
  readonly number: number;
}

/** The identities of all findings of one ISMS, in any order; a part of them would be numbered otherwise. */
export function identitiesOf(isms: Isms, findings: readonly Finding[]): ReadonlyMap<Finding, Identity> {
  const counts = new Map<string, number>();
  const identities = new Map<Finding, Identity>();
  for (const finding of [...findings].sort(byPlace)) {
    const document = documentAt(isms, finding.path);
    const id = document?.field('id')?.value;
    const subject = subjectOf(isms, document, finding);
    const key = JSON.stringify([finding.ruleId, finding.path, subject]);
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    identities.set(finding, { rule: finding.ruleId, path: finding.path, id, subject, number });
  }
  return identities;
}

function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.message < b.message ? -1 : 1);
}

/** Longer places, such as a whole front matter or a paragraph, change with every edit and so identify nothing. */
const LONGEST_SUBJECT = 80;

function subjectOf(isms: Isms, document: IsmsDocument | undefined, finding: Finding): string {
  if (finding.control !== undefined) return finding.control;
  const text = isms.files.get(finding.path)?.source.text ?? '';
  const named = registerEntry(document, finding) ?? firstCell(text, finding);
  if (named !== undefined) return oneLine(named);
  const place = text.slice(finding.span.start, finding.span.end);
  return place.length <= LONGEST_SUBJECT ? oneLine(place) : '';
}

/** The risk, the evidence and so on in whose row or entry the finding stands. */
function registerEntry(document: IsmsDocument | undefined, { span }: Finding): string | undefined {
  if (document === undefined) return undefined;
  const tables: readonly RegisterTable<RegisterRow<string>>[] = Object.values(
    document.facts.registers,
  ).flat();
  for (const { rows } of tables) {
    const row = rows.find((each) => each.span.start <= span.start && span.start <= each.span.end);
    const name = row === undefined ? '' : row.id || row.title;
    if (name !== '') return name;
  }
  return undefined;
}

/** In any other table the first cell says what a row is about. */
function firstCell(text: string, { span }: Finding): string | undefined {
  const line = lineAround(text, span.start);
  const cell = /^[\s>]*\|((?:[^|\\]|\\.)*)\|/.exec(text.slice(line.start, line.end))?.[1];
  const name = cell?.replace(/[*_`]/g, '').trim() ?? '';
  return name === '' || name.length > LONGEST_SUBJECT ? undefined : name;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
