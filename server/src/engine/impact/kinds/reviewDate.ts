import type { Vocabulary } from '../../catalog/vocabulary';
import type { IsmsDocument } from '../../index/model';
import { readDate } from '../../text/date';
import { addPeriod, readPeriod } from '../../text/period';
import { atHead, type ChangeKind, type ChangePlace } from '../change';
import type { ImpactContext } from '../context';
import { nameOf } from '../names';
import type { DocumentPair } from '../pairs';

export const reviewDate: ChangeKind = {
  id: 'IMP124',
  name: 'review-date',
  level: 'attention',
  summary:
    'The next review of a document was taken out, lies later than its review cycle allows, or has passed although what the document asks for changed.',
  *find(context) {
    for (const pair of context.pairs.both) {
      if (pair.head.facts.frontMatter?.readable === false || pair.head.status === 'retired') continue;
      const problem = problemOf(pair, context);
      if (problem === undefined) continue;
      const { base: was, head: now } = pair;
      yield {
        subject: nameOf(now),
        message: problem,
        before: was.field('next_review')?.value ?? '',
        after: now.field('next_review')?.value ?? '',
        place: placeOf(now),
      };
    }
  },
};

function problemOf({ base: was, head: now }: DocumentPair, context: ImpactContext): string | undefined {
  const { vocabulary } = context.head;
  const before = was.field('next_review')?.value;
  const after = now.field('next_review')?.value;
  if (after === undefined)
    return before === undefined
      ? undefined
      : `${nameOf(now)} has no date of its next review any more, so nobody will be asked to look at it.`;
  const next = lastDayOf(after, vocabulary);
  if (next === undefined) return undefined;
  const latest = latestReview(now, context);
  if (before !== after && latest !== undefined && next > latest)
    return `The next review of ${nameOf(now)} is later than its review cycle allows, which is by ${latest}.`;
  const touched = before !== after || context.texts.of({ base: was, head: now }).kind === 'normative';
  return touched && next < context.today
    ? `The next review of ${nameOf(now)} was due on ${after} and has passed.`
    : undefined;
}

/** The last day that the cycle allows, from the last review or approval on; `undefined` where either is open. */
function latestReview(document: IsmsDocument, { head, config }: ImpactContext): string | undefined {
  const cycle = document.field('review_cycle')?.value ?? config.reviewCycle;
  const period = cycle === undefined ? undefined : readPeriod(cycle, head.vocabulary.dates);
  if (period?.kind !== 'period') return undefined;
  const days = (['last_review', 'approved_date'] as const)
    .flatMap((field) => document.field(field)?.value ?? [])
    .flatMap((value) => lastDayOf(value, head.vocabulary) ?? []);
  const from = days.sort().at(-1);
  return from === undefined ? undefined : addPeriod(from, period.period);
}

function lastDayOf(value: string, vocabulary: Vocabulary): string | undefined {
  const date = readDate(value, vocabulary.dates);
  return date.kind === 'date' ? date.last : undefined;
}

function placeOf(document: IsmsDocument): ChangePlace {
  return atHead(document.path, document.field('next_review')?.span ?? { start: 0, end: 0 });
}
