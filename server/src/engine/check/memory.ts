import { isSameList, onDemand } from '../index/kept';
import type { Isms, IsmsDocument } from '../index/model';
import type { RuleContext } from '../rules/rule';
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

interface Known {
  readonly grounds: readonly unknown[];
  /** Documents that are gone take their parts with them. */
  readonly documents: WeakMap<IsmsDocument, readonly Part[]>;
  /** By rule and subject. */
  readonly others: ReadonlyMap<string, readonly Part[]>;
}

export function createCheckMemory(): CheckMemory {
  let known: Known = { grounds: [], documents: new WeakMap(), others: new Map() };
  let done: CheckMemory['done'] = [];
  return {
    findings(isms, units, grounds, contextOf) {
      const last: Known = isSameList(known.grounds, grounds)
        ? known
        : { grounds, documents: new WeakMap(), others: new Map() };
      const worker = createWorker(isms, contextOf);
      const found: Finding[] = [];
      const take = (parts: readonly Part[]): readonly Part[] => {
        for (const part of parts) for (const finding of part.found) found.push(finding);
        return parts;
      };
      for (const document of units.documents) {
        const before = last.documents.get(document);
        const parts = worker.upToDate(before) ?? worker.partsOf(units.worksOf(document));
        if (parts !== before) last.documents.set(document, parts);
        take(parts);
      }
      const others = new Map<string, readonly Part[]>();
      for (const work of units.others) {
        const name = `${work.rule.id} ${work.subject}`;
        others.set(name, take(worker.upToDate(last.others.get(name)) ?? worker.partsOf([work])));
      }
      known = { ...last, others };
      done = worker.done;
      return found;
    },
    get done() {
      return done;
    },
  };
}

interface Worker {
  /** The parts, those done again that do not hold any more. */
  upToDate(parts: readonly Part[] | undefined): readonly Part[] | undefined;
  partsOf(works: readonly Work[]): readonly Part[];
  readonly done: CheckMemory['done'];
}

function createWorker(isms: Isms, contextOf: (isms: Isms) => RuleContext): Worker {
  const done: CheckMemory['done'][number][] = [];
  const tracker = onDemand(() => createTracker(isms));
  const context = onDemand(() => contextOf(tracker().isms));
  const doWork = (work: Work): Part => {
    done.push({ rule: work.rule.id, subject: work.subject });
    const { result, reads } = tracker().record(() => work.find(context()));
    return { works: [work], found: result, reads };
  };
  const partsOf = (works: readonly Work[]): readonly Part[] => grouped(works.map(doWork));
  return {
    upToDate(parts) {
      if (parts === undefined || parts.every(({ reads }) => reads.holdIn(isms))) return parts;
      return parts.flatMap((part) => (part.reads.holdIn(isms) ? part : partsOf(part.works)));
    },
    partsOf,
    done,
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
