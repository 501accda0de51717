import { isSameList } from '../index/kept';
import { onDemand } from '../text/onDemand';
import type { Isms, IsmsDocument } from '../index/model';
import type { Rule, RuleContext } from '../rules/rule';
import { compareFindings } from './compare';
import type { Finding } from './finding';
import { compareStates, createShapes, type Reads, type Shape, type Shapes } from './reads';
import { createTracker } from './tracker';
import { nameOf, type Subject, type Units } from './units';

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

/** Some rules, run for one subject, with what they read. */
interface Part {
  readonly rules: readonly Rule[];
  readonly found: readonly Finding[];
  readonly reads: Reads;
}

/** All rules of one subject. */
interface Done {
  readonly parts: readonly Part[];
  /** Of all parts: where all of it is as it was there is no need to look at them. */
  readonly shape: Shape;
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
  const shapes = createShapes();
  let known: Known = { grounds: [], ...NOTHING };
  let done: CheckMemory['done'] = [];
  const prepare: CheckMemory['prepare'] = (isms, plan, isTimeUp) => {
    const { units, grounds } = plan;
    const last: Known = isSameList(known.grounds, grounds) ? known : { grounds, ...NOTHING };
    const worker = createWorker(isms, last.isms, plan, { isTimeUp, shapes });
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
  const all: Known['documents'][number][] = [];
  for (const document of units.documents) {
    while (at < last.length && (last[at]?.document.path ?? '') < document.path) at++;
    const before = last[at];
    const known = before?.document === document ? before : undefined;
    const done =
      known === undefined
        ? worker.doAll(units.documentRules, document)
        : worker.upToDate(known.done, document);
    if (done !== undefined) all.push(known !== undefined && done === known.done ? known : { document, done });
  }
  return all;
}

function doneOthers(units: Units, last: Known['others'], worker: Worker): Known['others'] {
  const others = new Map<string, Done>();
  for (const { rule, subject } of units.others) {
    const name = `${rule.id} ${nameOf(subject)}`;
    const known = last.get(name);
    const done = known === undefined ? worker.doAll([rule], subject) : worker.upToDate(known, subject);
    if (done !== undefined) others.set(name, done);
  }
  return others;
}

function foundOf(all: readonly Done[]): Finding[] {
  const found: Finding[] = [];
  for (const each of all) for (const finding of each.found) found.push(finding);
  return found;
}

/** Both give `undefined` where there is no time. */
interface Worker {
  /** What was done, with the parts done again that do not hold any more. */
  upToDate(done: Done, subject: Subject): Done | undefined;
  doAll(rules: readonly Rule[], subject: Subject): Done | undefined;
  readonly done: CheckMemory['done'];
}

function createWorker(
  isms: Isms,
  last: Isms | undefined,
  { units, contextOf }: CheckPlan,
  { isTimeUp, shapes }: { readonly isTimeUp: () => boolean; readonly shapes: Shapes },
): Worker {
  const done: CheckMemory['done'][number][] = [];
  const tracker = onDemand(() => createTracker(isms, shapes));
  const context = onDemand(() => contextOf(tracker().isms));
  const partOf = (rule: Rule, subject: Subject): Part => {
    done.push({ rule: rule.id, subject: nameOf(subject) });
    const { result, reads } = tracker().record(() => units.find(rule, subject, context()));
    return { rules: [rule], found: result, reads };
  };
  const partsOf = (rules: readonly Rule[], subject: Subject): readonly Part[] =>
    grouped(
      rules.map((rule) => partOf(rule, subject)),
      shapes,
    );
  const comparison = compareStates(last, isms);
  const holds = ({ reads }: Part): boolean => comparison.holds(reads);
  return {
    upToDate(known, subject) {
      if (comparison.isIntact(known.shape) || known.parts.every(holds)) return known;
      if (isTimeUp()) return undefined;
      const parts = known.parts.flatMap((part) => (holds(part) ? part : partsOf(part.rules, subject)));
      return doneOf(parts, shapes);
    },
    doAll: (rules, subject) => (isTimeUp() ? undefined : doneOf(partsOf(rules, subject), shapes)),
    done,
  };
}

function doneOf(parts: readonly Part[], shapes: Shapes): Done {
  const found = parts.flatMap((part) => part.found).sort(compareFindings);
  return { parts, found: found.length === 0 ? NO_FINDINGS : found, shape: unionOf(parts, shapes) };
}

const NO_FINDINGS: readonly Finding[] = [];

/** Most rules ask only about the document at hand; they are one part, and there is one thing to compare for all of them. */
function grouped(parts: readonly Part[], shapes: Shapes): readonly Part[] {
  const simple = parts.filter(({ reads }) => reads.answers.length === 0);
  const others = parts.filter(({ reads }) => reads.answers.length > 0);
  if (simple.length < 2) return parts;
  const together: Part = {
    rules: simple.flatMap(({ rules }) => rules),
    found: simple.flatMap(({ found }) => found),
    reads: { shape: unionOf(simple, shapes), answers: [] },
  };
  return [together, ...others];
}

function unionOf(parts: readonly Part[], shapes: Shapes): Shape {
  const whole = new Set(parts.flatMap(({ reads }) => reads.shape.whole));
  const asked = new Set(parts.flatMap(({ reads }) => reads.shape.asked));
  return shapes(
    whole,
    [...asked].filter((field) => !whole.has(field)),
  );
}
