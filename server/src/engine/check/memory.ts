import { isSameList, onDemand } from '../index/kept';
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
  /**
   * The findings of all units. `grounds`: whatever else they depend on; with other grounds everything is forgotten.
   * `contextOf` makes the context in which work is done, for the ISMS that it is to read.
   */
  findings(
    isms: Isms,
    units: Units,
    grounds: readonly unknown[],
    contextOf: (isms: Isms) => RuleContext,
  ): Finding[];
  /** The work that the last call did, a rule and its subject each; the rest it remembered. */
  readonly done: readonly { readonly rule: string; readonly subject: string }[];
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
  return {
    findings(isms, units, grounds, contextOf) {
      const last: Known = isSameList(known.grounds, grounds) ? known : { grounds, ...NOTHING };
      const worker = createWorker(isms, last.isms, contextOf);
      const documents = doneDocuments(units, last.documents, worker);
      const others = new Map<string, Done>();
      for (const work of units.others) {
        const name = `${work.rule.id} ${work.subject}`;
        others.set(name, worker.upToDate(last.others.get(name)) ?? worker.doAll([work]));
      }
      known = { grounds, isms, documents, others };
      done = worker.done;
      return foundOf([...documents.map((each) => each.done), ...others.values()]);
    },
    get done() {
      return done;
    },
  };
}

/** Both lists are by path in order, so that a document stands at the same place again or close to it. */
function doneDocuments(units: Units, last: Known['documents'], worker: Worker): Known['documents'] {
  let at = 0;
  return units.documents.map((document) => {
    while ((last[at]?.document.path ?? document.path) < document.path) at++;
    const before = last[at];
    const known = before?.document === document ? worker.upToDate(before.done) : undefined;
    if (before !== undefined && known === before.done) return before;
    return { document, done: known ?? worker.doAll(units.worksOf(document)) };
  });
}

function foundOf(all: readonly Done[]): Finding[] {
  const found: Finding[] = [];
  for (const each of all) for (const finding of each.found) found.push(finding);
  return found;
}

interface Worker {
  /** What was done, with the parts done again that do not hold any more. */
  upToDate(done: Done | undefined): Done | undefined;
  doAll(works: readonly Work[]): Done;
  readonly done: CheckMemory['done'];
}

function createWorker(isms: Isms, last: Isms | undefined, contextOf: (isms: Isms) => RuleContext): Worker {
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
      return doneOf(known.parts.flatMap((part) => (holds(part) ? part : partsOf(part.works))));
    },
    doAll: (works) => doneOf(partsOf(works)),
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
