import type { Isms, IsmsDocument } from '../index/model';
import type { RuleContext } from '../rules/rule';
import type { Finding } from './finding';
import { createTracker, type Reads, type Tracker } from './tracker';
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
  let known = {
    grounds: [] as readonly unknown[],
    documents: documentMemos(),
    others: new Map<string, Memo>(),
  };
  let done: string[] = [];
  return {
    findings(isms, units, grounds, contextOf) {
      done = [];
      if (
        grounds.length !== known.grounds.length ||
        grounds.some((each, index) => each !== known.grounds[index])
      )
        known = { grounds, documents: documentMemos(), others: new Map() };
      const { documents } = known;
      const others = new Map<string, Memo>();
      let tracking: { readonly tracker: Tracker; readonly context: RuleContext } | undefined;
      const memoOf = (unit: Unit): Memo => {
        const memo = unit.document === undefined ? known.others.get(unit.name) : documents.get(unit.document);
        if (memo?.reads.holdIn(isms) === true) return memo;
        const tracker = tracking?.tracker ?? createTracker(isms);
        const { context } = (tracking ??= { tracker, context: contextOf(tracker.isms) });
        done.push(unit.name);
        const { result, reads } = tracker.record(() => unit.find(context));
        return { found: result, reads };
      };
      const found: Finding[] = [];
      for (const unit of units) {
        const memo = memoOf(unit);
        if (unit.document === undefined) others.set(unit.name, memo);
        else documents.set(unit.document, memo);
        for (const finding of memo.found) found.push(finding);
      }
      // What stands for no unit any more is forgotten; documents that are gone take their memos with them.
      known = { ...known, others };
      return found;
    },
    get done() {
      return done;
    },
  };
}

function documentMemos(): WeakMap<IsmsDocument, Memo> {
  return new WeakMap();
}
