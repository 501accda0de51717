import type { Review, ReviewKind, ReviewState } from '../../engine/features/reviews';
import type { Range } from '../../engine/text/source';
import type { Paint } from '../text/paint';
import { printable } from '../text/printable';
import { padEnd, wrap } from '../text/wrap';
import { toJson } from './json';

/** The review calendar of one ISMS, with its places as the reader sees them. */
export interface ReviewWorkspace {
  /** Relative to the working directory. */
  readonly root: string;
  readonly reviews: readonly LocatedReview[];
}

export interface LocatedReview {
  readonly review: Review;
  readonly file: string;
  readonly range: Range;
}

const STATES: readonly ReviewState[] = ['overdue', 'due', 'later', 'unknown'];

const TITLES: Readonly<Record<ReviewState, string>> = {
  overdue: 'Overdue',
  due: 'Due within 30 days',
  later: 'Later',
  unknown: 'Without a date that is understood',
};

export const KIND_NAMES: Readonly<Record<ReviewKind, string>> = {
  document: 'review of document',
  approval: 'approval of document',
  risk: 'review of risk',
  exclusion: 'end of exclusion',
  exception: 'end of exception',
  evidence: 'collection of evidence',
  requirement: 'review of requirement',
};

/** For people: what is overdue first. */
export function reviewsText(
  workspaces: readonly ReviewWorkspace[],
  { today, paint, width }: { readonly today: string; readonly paint: Paint; readonly width: number },
): string {
  const lines: string[] = [];
  for (const { root, reviews } of workspaces) {
    if (workspaces.length > 1) lines.push(paint.bold(printable(root)), '');
    for (const state of STATES) {
      const matching = reviews.filter(({ review }) => review.state === state);
      if (matching.length === 0) continue;
      lines.push(heading(state, matching.length, paint));
      lines.push(...matching.flatMap((each) => reviewLines(each, width)), '');
    }
    if (reviews.length === 0) lines.push(...wrap('Nothing here is to be reviewed.', width), '');
  }
  return `${lines.join('\n')}\n${paint.dim(`As of ${today}.`)}\n`;
}

function heading(state: ReviewState, count: number, paint: Paint): string {
  const text = `${TITLES[state]} (${count})`;
  return state === 'overdue' ? paint.red(text) : state === 'due' ? paint.yellow(text) : paint.bold(text);
}

function reviewLines({ review, file, range }: LocatedReview, width: number): string[] {
  const { due, kind, id, title, owner } = review;
  const name = id === title || id === review.path ? title : `${id} ${title}`;
  const text = `${KIND_NAMES[kind]}: ${name}${owner === undefined ? '' : `, ${owner}`} (${file}:${range.start.line + 1})`;
  return wrap(printable(text), Math.max(30, width - 14)).map(
    (line, index) => `  ${index === 0 ? padEnd(due ?? '', 12) : ' '.repeat(12)}${line}`,
  );
}

/** `docs/schemas/reviews.schema.json` describes it. */
export function reviewsJson(workspaces: readonly ReviewWorkspace[], today: string, version: string): string {
  return toJson({
    schemaVersion: 1,
    tool: { name: 'isms', version },
    today,
    workspaces: workspaces.map(({ root, reviews }) => ({
      root,
      reviews: reviews.map(({ review, file, range }) => ({
        kind: review.kind,
        id: review.id,
        title: review.title,
        owner: review.owner ?? null,
        state: review.state,
        due: review.due ?? null,
        file,
        range,
      })),
    })),
  });
}
