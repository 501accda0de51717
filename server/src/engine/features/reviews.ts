import { documentReview } from '../index/documentReview';
import type { Isms, IsmsDocument, RegisterEntry } from '../index/model';
import type { Cell } from '../facts/cell';
import type { RegisterRow } from '../facts/registerFacts';
import type { SoaRow } from '../facts/soaFacts';
import { readDate } from '../text/date';
import { addDays, addPeriod, readPeriod } from '../text/period';
import type { Span } from '../text/span';

export type ReviewKind =
  'document' | 'approval' | 'risk' | 'exclusion' | 'exception' | 'evidence' | 'requirement';

/** `due`: within the days that were asked for. `unknown`: nothing says when, or not so that it is understood. */
export type ReviewState = 'overdue' | 'due' | 'later' | 'unknown';

/** Something that is to be looked at again. */
export interface Review {
  readonly kind: ReviewKind;
  /** Its id, else the path of the document; the same whatever happens around it. */
  readonly id: string;
  readonly title: string;
  readonly owner: string | undefined;
  readonly state: ReviewState;
  /** The last day on which it is in time; `undefined` where it is unknown. */
  readonly due: string | undefined;
  readonly path: string;
  readonly span: Span;
}

/** How many days ahead a review counts as due. */
export const DAYS_AHEAD = 30;

/** The review calendar of an ISMS: what is overdue first, then by date, and last what has none. */
export function reviewsOf(isms: Isms, today: string): readonly Review[] {
  const dated = (item: Omit<Review, 'state'>): Review => ({ ...item, state: stateOf(item.due, today) });
  return [
    ...isms.documents.flatMap((document) => [...documentItems(document, isms)]),
    ...exclusions(isms),
    ...rowItems('risk', isms.risks, ({ cells }) => cellDate(cells.review, isms)),
    ...rowItems('requirement', isms.requirements, ({ cells }) => cellDate(cells.review, isms)),
    ...rowItems('exception', isms.exceptions, ({ cells }) => cellDate(cells.expires, isms)),
    ...rowItems('evidence', isms.evidence, ({ cells }) => evidenceDue(cells, isms)),
  ]
    .map(dated)
    .sort(
      (a, b) => compare(a.due ?? '9', b.due ?? '9') || compare(a.path, b.path) || a.span.start - b.span.start,
    );
}

type Item = Omit<Review, 'state'>;

function stateOf(due: string | undefined, today: string): ReviewState {
  if (due === undefined) return 'unknown';
  if (due < today) return 'overdue';
  return due <= addDays(today, DAYS_AHEAD) ? 'due' : 'later';
}

/** The review of a document in force, and the approval that one under review waits for. */
function* documentItems(document: IsmsDocument, isms: Isms): Iterable<Item> {
  if (!document.controlled || document.status === 'retired' || document.facts.frontMatter?.readable === false)
    return;
  const { path, title, status } = document;
  const id = document.field('id')?.value ?? path;
  const owner = document.field('owner')?.value;
  const start = {
    start: document.facts.frontMatter?.span.start ?? 0,
    end: document.facts.frontMatter?.span.start ?? 0,
  };
  if (status === 'in-review') {
    const effective = document.field('effective_date');
    const due = dateIn(effective?.value, isms);
    yield { kind: 'approval', id, title, owner, due, path, span: effective?.span ?? start };
  }
  if (status === 'draft') return;
  const review = documentReview(document, isms.vocabulary, isms.config?.config);
  const span = review?.fact.span ?? document.field('next_review')?.span ?? start;
  yield { kind: 'document', id, title, owner, due: review?.due, path, span };
}

/** Exclusions with an end; one without an end is no appointment. */
function exclusions(isms: Isms): Item[] {
  return [...(isms.soa?.rows ?? [])].flatMap(([control, entries]) =>
    entries.flatMap(({ document, row }): Item[] => {
      if (row.applicability !== 'not-applicable') return [];
      const due = exclusionEnd(row, isms);
      const title = isms.catalog.control(control)?.title ?? control;
      return due === undefined
        ? []
        : [
            {
              kind: 'exclusion',
              id: control,
              title,
              owner: undefined,
              due,
              path: document.path,
              span: row.span,
            },
          ];
    }),
  );
}

/** The date in a column such as "Until", else behind "until:" in the justification; the first to come counts. */
function exclusionEnd(row: SoaRow, isms: Isms): string | undefined {
  const named = row.dates.filter(({ header }) => isms.vocabulary.soaWords.isEndDate(header));
  const texts = [row.exclusion, row.justification].map((cell) => UNTIL.exec(cell?.text ?? '')?.[1]);
  const dates = [...named.map(({ cell }) => cell.text), ...texts].flatMap((text) => dateIn(text, isms) ?? []);
  return dates.sort()[0];
}

const UNTIL = /\b(?:until|bis)\s*:\s*([^;,)]{4,30})/i;

function rowItems<Row extends RegisterRow<string>>(
  kind: ReviewKind,
  entries: readonly RegisterEntry<Row>[],
  dueOf: (row: Row) => string | undefined,
): Item[] {
  return entries.flatMap(({ document, table, row }): Item[] => {
    const hasDates = table.columns.some(({ meaning }) => meaning !== undefined && DATES.has(meaning));
    // A register that plans no dates has none to keep.
    if (!hasDates) return [];
    const owner = row.cells.owner?.text;
    return [
      {
        kind,
        id: row.id === '' ? row.title : row.id,
        title: row.title,
        owner: owner === '' ? undefined : owner,
        due: dueOf(row),
        path: document.path,
        span: row.idSpan,
      },
    ];
  });
}

const DATES: ReadonlySet<string> = new Set(['review', 'expires', 'due', 'collected', 'frequency']);

type EvidenceCells = Isms['evidence'][number]['row']['cells'];

/** The day that the register names, else the last collection plus the frequency. */
function evidenceDue({ due, collected, frequency }: EvidenceCells, isms: Isms): string | undefined {
  const named = cellDate(due, isms);
  if (named !== undefined || frequency === undefined) return named;
  const last = cellDate(collected, isms);
  const reading = readPeriod(frequency.text, isms.vocabulary.dates);
  return last === undefined || reading.kind !== 'period' ? undefined : addPeriod(last, reading.period);
}

function cellDate(cell: Cell | undefined, isms: Isms): string | undefined {
  return dateIn(cell?.text, isms);
}

function dateIn(text: string | undefined, { vocabulary }: Isms): string | undefined {
  const reading = text === undefined ? undefined : readDate(text, vocabulary.dates);
  return reading?.kind === 'date' ? reading.last : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
