import { isSameList } from '../index/kept';
import { onDemand } from '../text/onDemand';
import type { Isms, IsmsDocument } from '../index/model';
import type { RuleContext } from '../rules/rule';
import { compareFindings } from './compare';
import type { Finding } from './finding';
import { createTracker, mergeReads, type Reads } from './tracker';
import type { Units, Work } from './units';

/**
 * The findings of the last check of one ISMS, piece by piece, with what each was found from: after an edit only those
 * are looked for again that may have changed.
 */
export interface CheckMemory {
  /** The findings of all units. */
  findings(isms: Isms, plan: CheckPlan): Finding[];
  /**
   * Does work ahead until the time is up; true once there is none left. What is done stays done, also where the ISMS is
   * another one by the next call.
   */
  prepare(isms: Isms, plan: CheckPlan, isTimeUp: () => boolean): boolean;
  /** The work that the last call did, a rule and its subject each; the rest it remembered. */
  readonly done: readonly { readonly rule: string; readonly subject: string }[];
}

/** What there is to do for a check, and what the outcome depends on besides the ISMS. */
export interface CheckPlan {
  readonly units: Units;
  /** With other grounds everything is forgotten. */
  readonly grounds: readonly unknown[];
  /** Makes the context in which work is done, for the ISMS that it is to read. */
  readonly contextOf: (isms: Isms) => RuleContext;
}

/** Work that was done, with what it read: a part of what there is to do for one subject. */
interface Part {
  readonly works: readonly Work[];
  readonly found: readonly Finding[];
  readonly reads: Reads;
}

/** What there is to do for one subject, done. */
interface Done {
  readonly parts: readonly Part[];
  /** Of all parts, in order. */
  readonly found: readonly Finding[];
}

/** The state after a check. All that is done holds in its ISMS. */
interface Known {
  readonly grounds: readonly unknown[];
  readonly isms: Isms | undefined;
  readonly documents: readonly { readonly document: IsmsDocument; readonly done: Done }[];
  /** By rule and subject. */
  readonly others: ReadonlyMap<string, Done>;
}

const NOTHING: Omit<Known, 'grounds'> = { isms: undefined, documents: [], others: new Map() };

export function createCheckMemory(): CheckMemory {
  let known: Known = { grounds: [], ...NOTHING };
  let done: CheckMemory['done'] = [];
  const prepare: CheckMemory['prepare'] = (isms, { units, grounds, contextOf }, isTimeUp) => {
    const last: Known = isSameList(known.grounds, grounds) ? known : { grounds, ...NOTHING };
    const worker = createWorker(isms, last.isms, contextOf, isTimeUp);
    const documents = doneDocuments(units, last.documents, worker);
    const others = doneOthers(units, last.others, worker);
    known = { grounds, isms, documents, others };
    done = worker.done;
    return documents.length === units.documents.length && others.size === units.others.length;
  };
  return {
    prepare,
    findings(isms, plan) {
      prepare(isms, plan, () => false);
      return foundOf([...known.documents.map((each) => each.done), ...known.others.values()]);
    },
    get done() {
      return done;
    },
  };
}

/** Both lists are by path in order, so that a document stands at the same place again or close to it. */
function doneDocuments(units: Units, last: Known['documents'], worker: Worker): Known['documents'] {
  let at = 0;
  return units.documents.flatMap((document) => {
    while ((last[at]?.document.path ?? document.path) < document.path) at++;
    const before = last[at];
    const known = before?.document === document ? before : undefined;
    const done = worker.upToDate(known?.done) ?? worker.doAll(() => units.worksOf(document));
    if (done === undefined) return [];
    return done === known?.done ? known : { document, done };
  });
}

function doneOthers(units: Units, last: Known['others'], worker: Worker): Known['others'] {
  const others = new Map<string, Done>();
  for (const work of units.others) {
    const name = `${work.rule.id} ${work.subject}`;
    const done = worker.upToDate(last.get(name)) ?? worker.doAll(() => [work]);
    if (done !== undefined) others.set(name, done);
  }
  return others;
}

function foundOf(all: readonly Done[]): Finding[] {
  const found: Finding[] = [];
  for (const each of all) for (const finding of each.found) found.push(finding);
  return found;
}

interface Worker {
  /** What was done, with the parts done again that do not hold any more; `undefined` where there is no time for that. */
  upToDate(done: Done | undefined): Done | undefined;
  /** `undefined` where there is no time for it. */
  doAll(works: () => readonly Work[]): Done | undefined;
  readonly done: CheckMemory['done'];
}

function createWorker(
  isms: Isms,
  last: Isms | undefined,
  contextOf: (isms: Isms) => RuleContext,
  isTimeUp: () => boolean,
): Worker {
  const done: CheckMemory['done'][number][] = [];
  const tracker = onDemand(() => createTracker(isms));
  const context = onDemand(() => contextOf(tracker().isms));
  const doWork = (work: Work): Part => {
    done.push({ rule: work.rule.id, subject: work.subject });
    const { result, reads } = tracker().record(() => work.find(context()));
    return { works: [work], found: result, reads };
  };
  const partsOf = (works: readonly Work[]): readonly Part[] => grouped(works.map(doWork));
  const isIntact = createComparison(isms, last);
  const holds = ({ reads }: Part): boolean => isIntact(reads) || reads.holdIn(isms);
  return {
    upToDate(known) {
      if (known === undefined || known.parts.every(holds)) return known;
      if (isTimeUp()) return undefined;
      return doneOf(known.parts.flatMap((part) => (holds(part) ? part : partsOf(part.works))));
    },
    doAll: (works) => (isTimeUp() ? undefined : doneOf(partsOf(works()))),
    done,
  };
}

function doneOf(parts: readonly Part[]): Done {
  return { parts, found: parts.flatMap(({ found }) => found).sort(compareFindings) };
}

/** Whether all fields that were read are the values that they were: asked for each document, and the same for most. */
function createComparison(isms: Isms, last: Isms | undefined): (reads: Reads) => boolean {
  const answers = new Map<string, boolean>();
  return ({ fields, noted }) => {
    const known = answers.get(fields);
    if (known !== undefined) return known;
    const answer = last !== undefined && noted.every(({ field }) => isms[field] === last[field]);
    answers.set(fields, answer);
    return answer;
  };
}

/** Most rules ask only about the document at hand; they are one part, and there is one thing to compare for all of them. */
function grouped(parts: readonly Part[]): readonly Part[] {
  const simple = parts.filter(({ reads }) => reads.askNothing);
  const others = parts.filter(({ reads }) => !reads.askNothing);
  if (simple.length < 2) return parts;
  const together: Part = {
    works: simple.flatMap(({ works }) => works),
    found: simple.flatMap(({ found }) => found),
    reads: mergeReads(simple.map(({ reads }) => reads)),
  };
  return [together, ...others];
}
