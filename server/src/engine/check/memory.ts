import { isSameList, onDemand } from '../index/kept';
import type { Isms, IsmsDocument } from '../index/model';
import type { RuleContext } from '../rules/rule';
import type { Finding } from './finding';
import { createTracker, type Reads } from './tracker';
import type { Unit } from './units';

/**
 * The findings of the last check of one ISMS, piece by piece, with what each was found from: after an edit only those
 * are looked for again that may have changed.
 */
export interface CheckMemory {
  /**
   * The findings of all units. `grounds`: whatever else they depend on; with other grounds everything is forgotten.
   * `contextOf` makes the context in which a unit is done, for the ISMS that it is to read.
   */
  findings(
    isms: Isms,
    units: readonly Unit[],
    grounds: readonly unknown[],
    contextOf: (isms: Isms) => RuleContext,
  ): Finding[];
  /** The names of the units that the last call did; the others it remembered. */
  readonly done: readonly string[];
}

interface Memo {
  readonly found: readonly Finding[];
  readonly reads: Reads;
}

export function createCheckMemory(): CheckMemory {
  let known: Known = { grounds: [], documents: new WeakMap(), others: new Map() };
  let done: readonly string[] = [];
  return {
    findings(isms, units, grounds, contextOf) {
      const last: Known = isSameList(known.grounds, grounds)
        ? known
        : { grounds, documents: new WeakMap(), others: new Map() };
      const worker = createWorker(isms, contextOf);
      const others = new Map<string, Memo>();
      const found: Finding[] = [];
      for (const unit of units) {
        const { document, name } = unit;
        const known = document === undefined ? last.others.get(name) : last.documents.get(document);
        const memo = known?.reads.holdIn(isms) === true ? known : worker.memoOf(unit);
        if (document === undefined) others.set(name, memo);
        else last.documents.set(document, memo);
        for (const finding of memo.found) found.push(finding);
      }
      // What stands for no unit any more is forgotten; documents that are gone take their memos with them.
      known = { ...last, others };
      done = worker.done;
      return found;
    },
    get done() {
      return done;
    },
  };
}

interface Known {
  readonly grounds: readonly unknown[];
  readonly documents: WeakMap<IsmsDocument, Memo>;
  /** By the name of the unit. */
  readonly others: ReadonlyMap<string, Memo>;
}

interface Worker {
  memoOf(unit: Unit): Memo;
  /** The names of the units that were done. */
  readonly done: readonly string[];
}

function createWorker(isms: Isms, contextOf: (isms: Isms) => RuleContext): Worker {
  const done: string[] = [];
  const tracker = onDemand(() => createTracker(isms));
  const context = onDemand(() => contextOf(tracker().isms));
  return {
    memoOf(unit) {
      done.push(unit.name);
      const { result, reads } = tracker().record(() => unit.find(context()));
      return { found: result, reads };
    },
    done,
  };
}
