import type { Cell } from '../facts/cell';
import type { EvidenceRow, ExceptionRow, RegisterRow } from '../facts/registerFacts';
import { riskKey, scanRiskIds } from '../ids/riskIds';
import { exclusionEnds } from '../index/exclusionEnds';
import { freshUntil, isUncollected } from '../index/freshness';
import type { Isms, IsmsDocument, SoaEntry } from '../index/model';
import { readDate } from '../text/date';
import { isPlaceholder } from '../text/placeholder';
import type { EdgeState } from './model';

export interface LinkState {
  readonly state: EdgeState;
  /** In a clause; empty where the link holds. */
  readonly reason: string;
}

export interface TraceContext {
  readonly isms: Isms;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export const HOLDS: LinkState = { state: 'holds', reason: '' };

/** From a risk or requirement to a control: `named` tells whether its own row names the control. */
export function reasonState(
  row: RegisterRow<string>,
  named: boolean,
  soaRow: SoaEntry | undefined,
  { isms }: TraceContext,
): LinkState {
  if (soaRow?.row.applicability === 'not-applicable')
    return {
      state: 'excluded',
      reason: 'the Statement of Applicability says that the control does not apply',
    };
  if (!named) return { state: 'one-way', reason: 'only the Statement of Applicability names the link' };
  const cell = soaRow?.row.risks;
  const lists = cell !== undefined && !isEmpty(cell, isms) && isms.risks.length > 0;
  const silent = lists && isms.risksById.has(riskKey(row.id)) && !namesRisk(cell, row.id);
  return silent
    ? { state: 'one-way', reason: 'the row of the Statement of Applicability lists other risks' }
    : HOLDS;
}

export function namesRisk(cell: Cell | undefined, id: string): boolean {
  return scanRiskIds(cell?.text ?? '').some((mention) => riskKey(mention.id) === riskKey(id));
}

/** From a control to its row in the Statement of Applicability. */
export function decisionState({ row, document }: SoaEntry, { isms, today }: TraceContext): LinkState {
  if (row.applicability === 'not-applicable') {
    const ended = exclusionEnds(isms, row, document.source.text).find(({ last }) => last < today);
    return ended === undefined
      ? { state: 'excluded', reason: 'the control is declared not applicable' }
      : { state: 'expired', reason: `the exclusion was to be looked at again by ${ended.last}` };
  }
  if (row.applicability === 'applicable' || row.applicability === 'no-column') return HOLDS;
  return { state: 'broken', reason: 'the row does not say whether the control applies' };
}

/** From a row to a document that maps its control. */
export function implementationState(
  document: IsmsDocument,
  soaRow: SoaEntry | undefined,
  { isms, today }: TraceContext,
): LinkState {
  if (soaRow?.row.applicability === 'not-applicable')
    return { state: 'excluded', reason: 'the control is declared not applicable' };
  if (document.status === 'draft' || document.status === 'in-review')
    return {
      state: 'draft',
      reason: document.status === 'draft' ? 'it is a draft' : 'it is still in review',
    };
  const cell = soaRow?.row.documents;
  if (cell !== undefined && !isEmpty(cell, isms) && !namesDocument(cell, document))
    return { state: 'one-way', reason: 'the row of the Statement of Applicability does not name it' };
  const review = dayOf(document.field('next_review')?.value, isms);
  return review !== undefined && review < today
    ? { state: 'stale', reason: `its review was due on ${review}` }
    : HOLDS;
}

/** By a link to the file, by its id or by its title. */
export function namesDocument(cell: Cell, document: IsmsDocument): boolean {
  const file = document.path.slice(document.path.lastIndexOf('/') + 1).toLowerCase();
  const names = [document.title, document.field('id')?.value ?? ''].filter((name) => name !== '');
  const text = cell.text.toLowerCase();
  return (
    cell.links.some(({ url }) =>
      decodeURI(url.replace(/%(?![\da-f]{2})/gi, '%25'))
        .toLowerCase()
        .replace(/[#?].*$/, '')
        .endsWith(file),
    ) ||
    text.includes(file) ||
    names.some((name) => text.includes(name.toLowerCase()))
  );
}

/** From a row to a piece of evidence; `named` tells whether the register names the control beside it. */
export function evidenceState(row: EvidenceRow, named: boolean, { isms, today }: TraceContext): LinkState {
  const until = freshUntil(row, isms);
  if (until !== undefined && until < today) return { state: 'stale', reason: `it was due again on ${until}` };
  if (isUncollected(row, isms)) return { state: 'broken', reason: 'it was never collected' };
  return named ? HOLDS : { state: 'one-way', reason: 'the register of evidence does not name the control' };
}

export function exceptionState(row: ExceptionRow, { isms, today }: TraceContext): LinkState {
  const end = dayOf(row.cells.expires?.text, isms);
  return end !== undefined && end < today ? { state: 'expired', reason: `it ended on ${end}` } : HOLDS;
}

export function isEmpty(cell: Cell | undefined, { vocabulary: { dates } }: Isms): boolean {
  return cell === undefined || dates.isEmptyValue(cell.text) || isPlaceholder(cell.text, dates);
}

function dayOf(text: string | undefined, { vocabulary }: Isms): string | undefined {
  const reading = text === undefined ? undefined : readDate(text, vocabulary.dates);
  return reading?.kind === 'date' ? reading.last : undefined;
}
