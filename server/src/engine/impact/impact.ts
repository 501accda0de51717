import { check, type CheckOptions } from '../check/check';
import { controlStates, coverageOf, type Coverage } from '../check/coverage';
import { compareIds } from '../ids/numbering';
import type { Isms } from '../index/model';
import { CHANGE_LEVELS, type Change, type ChangeLevel } from './change';
import { createContext, isEmpty, type ImpactContext } from './context';
import { documentChanges, type DocumentChange } from './documents';
import { compareFindings, type FindingChanges } from './findings';
import { CHANGE_KINDS } from './kinds';

/** What a change does to one ISMS. */
export interface Impact {
  /** By level, kind and subject. */
  readonly changes: readonly Change[];
  readonly counts: Readonly<Record<ChangeLevel, number>>;
  /** The documents that changed, by path. */
  readonly documents: readonly DocumentChange[];
  /** `undefined` where there was no ISMS before. */
  readonly before: Coverage | undefined;
  readonly after: Coverage;
  readonly findings: FindingChanges;
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
  /** Whose configuration says how grave findings and changes are: that of the base, where there is one. */
  readonly judgedBy: 'base' | 'head';
}

/** Compares an ISMS before and after a change. Pure: the same two give the same result. */
export function impactOf(base: Isms, head: Isms, options: CheckOptions): Impact {
  const { today, rules } = options;
  const context = createContext({ base, head, today, rules });
  const changes = CHANGE_KINDS.flatMap((kind) => changesOf(kind, context));
  const count = (level: ChangeLevel): number => changes.filter((each) => each.level === level).length;
  return {
    changes: changes.sort(compareChanges),
    counts: { decision: count('decision'), attention: count('attention'), information: count('information') },
    documents: documentChanges(context),
    before: isEmpty(context.base) ? undefined : coverageOf(controlStates(context.base)),
    after: coverageOf(controlStates(context.head)),
    findings: compareFindings(context, (isms) => check(isms, options)),
    notes: notesOf(context),
    judgedBy: isEmpty(context.base) ? 'head' : 'base',
  };
}

/** True where a reviewer has nothing to see: no change, no finding that came or went. */
export function isWithoutImpact({ changes, documents, findings }: Impact): boolean {
  const relevant = documents.filter(({ text }) => text === 'normative');
  return changes.length + relevant.length + findings.added.length + findings.fixed.length === 0;
}

function changesOf(kind: (typeof CHANGE_KINDS)[number], context: ImpactContext): Change[] {
  const configured = context.config.impact?.levels?.[kind.id];
  if (configured === 'off') return [];
  return [...kind.find(context)].map((raw) => ({
    ...raw,
    id: kind.id,
    kind: kind.name,
    level: configured ?? raw.level ?? kind.level,
    related: raw.related ?? [],
  }));
}

function compareChanges(a: Change, b: Change): number {
  return (
    CHANGE_LEVELS.indexOf(a.level) - CHANGE_LEVELS.indexOf(b.level) ||
    compareIds(a.id, b.id) ||
    compareIds(a.subject, b.subject) ||
    (a.place?.span.start ?? 0) - (b.place?.span.start ?? 0)
  );
}

function notesOf({ base, head }: ImpactContext): string[] {
  const notes: string[] = [];
  if (isEmpty(base))
    notes.push('There was no ISMS before, so everything is new and judged by its own configuration.');
  else if ((base.config?.problems.length ?? 0) > 0)
    notes.push(
      'The configuration of the base has faults, so the parts of it that are sound judge this change.',
    );
  if (base.mappingsUncertain || head.mappingsUncertain)
    notes.push(
      `Documents ${head.mappingsUncertain ? 'after' : 'before'} the change cannot be read in full, so nothing is concluded about controls that nobody maps${head.mappingsUncertain ? ' any more' : ''}.`,
    );
  return notes;
}
