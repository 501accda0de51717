import type { Config } from '../config/schema';
import { readPeriod, addPeriod } from '../text/period';
import type { Isms } from '../index/model';
import type { RawChange } from './change';
import { configPlace, listDifference, requiredFieldsOf } from './configuration';
import type { ImpactContext } from './context';

/** What `isms.yaml` asks of documents and risks, where it asks for less than before. */
export function* milderCriteria(context: ImpactContext): Iterable<RawChange> {
  yield* fields(context);
  yield* cycle(context);
  yield* appetite(context);
  yield* matrix(context);
  yield* versions(context);
}

function* fields({ base, head }: ImpactContext): Iterable<RawChange> {
  const dropped = listDifference(requiredFieldsOf(base), requiredFieldsOf(head));
  if (dropped.length === 0) return;
  yield {
    subject: 'requiredFields',
    message: `Documents need no ${dropped.join(', ')} any more.`,
    before: requiredFieldsOf(base).join(', '),
    after: requiredFieldsOf(head).join(', '),
    place: configPlace(head, ['requiredFields']),
  };
}

function* cycle({ base, head }: ImpactContext): Iterable<RawChange> {
  const before = base.config?.config.reviewCycle;
  const after = head.config?.config.reviewCycle;
  const [was, is] = [lengthOf(before, base), lengthOf(after, head)];
  if (before === undefined || was === undefined || (is !== undefined && is <= was)) return;
  yield {
    subject: 'reviewCycle',
    message: 'Documents and risks without a review cycle of their own are due later than before, or never.',
    before: String(before),
    after: after === undefined ? 'none' : String(after),
    place: configPlace(head, ['reviewCycle']),
  };
}

/** A day that compares as the period does; `undefined` where the calendar does not decide. */
function lengthOf(cycle: Config['reviewCycle'], { vocabulary }: Isms): string | undefined {
  const period = readPeriod(cycle ?? '', vocabulary.dates);
  return period.kind === 'period' ? addPeriod('2000-01-01', period.period) : undefined;
}

function* appetite({ base, head }: ImpactContext): Iterable<RawChange> {
  const before = base.config?.config.riskAppetite;
  const after = head.config?.config.riskAppetite;
  if (before === undefined || (after !== undefined && after <= before)) return;
  yield {
    subject: 'riskAppetite',
    message: 'Higher risks than before may be accepted without a named approver.',
    before: String(before),
    after: after === undefined ? 'none' : String(after),
    place: configPlace(head, ['riskAppetite']),
  };
}

function* matrix({ base, head }: ImpactContext): Iterable<RawChange> {
  const before = base.config?.config.riskMatrix;
  const after = head.config?.config.riskMatrix;
  const lower = pairsOf(before, after).filter(
    ([likelihood, impact]) =>
      (scoreOf(after, likelihood, impact) ?? 0) < (scoreOf(before, likelihood, impact) ?? 0),
  );
  const [first] = lower;
  if (first === undefined) return;
  const [likelihood, impact] = first;
  const more = lower.length === 1 ? '' : `, and ${lower.length - 1} more`;
  yield {
    subject: 'riskMatrix',
    message: `Risks score lower than before: likelihood ${likelihood} with impact ${impact}${more}. Some may fall below the appetite by that.`,
    before: wordFor(scoreOf(before, likelihood, impact)),
    after: wordFor(scoreOf(after, likelihood, impact)),
    place: configPlace(head, ['riskMatrix']),
  };
}

type Matrix = Config['riskMatrix'];

/** Every likelihood and impact that either matrix has a score for. */
function pairsOf(...matrices: readonly Matrix[]): (readonly [likelihood: string, impact: string])[] {
  const keys = matrices.flatMap((matrix) =>
    Object.entries(matrix ?? {}).flatMap(([likelihood, row]) =>
      Object.keys(row).map((impact) => JSON.stringify([likelihood, impact])),
    ),
  );
  return [...new Set(keys)].map((key) => JSON.parse(key) as [string, string]);
}

/** Without a matrix the score is the product. */
function scoreOf(matrix: Matrix, likelihood: string, impact: string): number | undefined {
  if (matrix !== undefined) return matrix[likelihood]?.[impact];
  const product = Number(likelihood) * Number(impact);
  return Number.isNaN(product) ? undefined : product;
}

function wordFor(score: number | undefined): string {
  return score === undefined ? 'no score' : String(score);
}

function* versions({ base, head }: ImpactContext): Iterable<RawChange> {
  if (base.config?.config.impact?.versionBump !== 'pr') return;
  const after = head.config?.config.impact?.versionBump;
  if (after === 'pr') return;
  yield {
    subject: 'impact.versionBump',
    message: 'Changed requirements need no new version at once any more: a note in the history is enough.',
    before: 'pr',
    after: after ?? 'release',
    place: configPlace(head, ['impact', 'versionBump']),
  };
}
