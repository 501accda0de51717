import type { FileTree } from '../index/fileTree';
import type { Isms } from '../index/model';

/** What a piece of work read of an ISMS. */
export interface Reads {
  /** True where it would read the same of this ISMS, and so would come to the same end. */
  holdIn(isms: Isms): boolean;
  /** True where it put no question to a map, a set or the tree: fields as a whole are all that it read. */
  readonly askNothing: boolean;
  readonly noted: readonly FieldReads[];
  /** What was read, as one word: the same for all that read the same fields. */
  readonly fields: string;
}

/** An ISMS that notes what is read of it. */
export interface Tracker {
  readonly isms: Isms;
  /** Does the work, and tells what it read. One piece of work never runs within another. */
  record<Result>(work: () => Result): { readonly result: Result; readonly reads: Reads };
}

type Field = keyof Isms;

/** What a map, a set or the tree of files can be asked. */
type Question = 'get' | 'has' | 'size' | 'keys';

/** The answers by question and key. */
type Answers = Map<Question, Map<unknown, unknown>>;

export interface FieldReads {
  readonly field: Field;
  /** The value that was read, or that was asked: while it is the same, so are the answers. */
  value: unknown;
  /** `undefined` where the value was read as a whole. */
  answers: Answers | undefined;
}

/** Notes that a field was read as a whole, or what it was asked. */
interface Notes {
  whole(field: Field): void;
  answer(field: Field, question: Question, key: unknown, answer: unknown): void;
}

/**
 * Follows what is read of an ISMS: fields as a whole, but of maps, sets and the tree of files the keys that were asked
 * for. There is nothing else to read, because an ISMS is a value that nothing changes.
 */
export function createTracker(isms: Isms): Tracker {
  let reads = new Map<Field, FieldReads>();
  const readsOfField = (field: Field): FieldReads => {
    const known = reads.get(field) ?? { field, value: isms[field], answers: new Map() };
    reads.set(field, known);
    return known;
  };
  const notes: Notes = {
    whole: (field) => void (readsOfField(field).answers = undefined),
    answer(field, question, key, answer) {
      const { answers } = readsOfField(field);
      const known = answers?.get(question);
      if (known === undefined) answers?.set(question, new Map([[key, answer]]));
      else known.set(key, answer);
    },
  };
  const fields = Object.keys(isms) as Field[];
  const properties = fields.map((field) => [field, propertyOf(field, isms[field], notes)] as const);
  return {
    isms: Object.defineProperties({}, Object.fromEntries(properties)) as Isms,
    record(work) {
      reads = new Map();
      const result = work();
      return { result, reads: readsOf([...reads.values()]) };
    },
  };
}

/** A function of its own, so that what is kept of a piece of work does not keep the ISMS that it was done for. */
function readsOf(noted: readonly FieldReads[]): Reads {
  return {
    holdIn: (isms) => noted.every((each) => holds(each, isms)),
    askNothing: noted.every(({ answers }) => answers === undefined),
    noted,
    fields: noted
      .map(({ field }) => field)
      .sort()
      .join(' '),
  };
}

/** What several pieces of work read that put no questions. */
export function mergeReads(all: readonly Reads[]): Reads {
  const byField = new Map(all.flatMap(({ noted }) => noted.map((each) => [each.field, each] as const)));
  return readsOf([...byField.values()]);
}

function holds(reads: FieldReads, isms: Isms): boolean {
  const now: unknown = isms[reads.field];
  if (now === reads.value) return true;
  if (reads.answers === undefined || !answersAlike(now as Lookup, reads.answers)) return false;
  // The next time the two are the same value.
  reads.value = now;
  return true;
}

type Lookup = ReadonlyMap<unknown, unknown>;

function answersAlike(lookup: Lookup, answers: Answers): boolean {
  return [...answers].every(([question, byKey]) =>
    [...byKey].every(([key, answer]) => answersSame(lookup, question, key, answer)),
  );
}

function answersSame(lookup: Lookup, question: Question, key: unknown, answer: unknown): boolean {
  switch (question) {
    case 'get':
      return lookup.get(key) === answer;
    case 'has':
      return lookup.has(key) === answer;
    case 'size':
      return lookup.size === answer;
    case 'keys': {
      const before = answer as readonly unknown[];
      return (
        lookup.size === before.length && [...lookup.keys()].every((each, index) => each === before[index])
      );
    }
  }
}

function propertyOf(field: Field, value: unknown, notes: Notes): PropertyDescriptor {
  const answers: Ask = (question, key, answer) => {
    notes.answer(field, question, key, answer);
    return answer;
  };
  const whole = <Value>(all: Value): Value => {
    notes.whole(field);
    return all;
  };
  if (value instanceof Map) return { enumerable: true, value: trackedMap(value as Lookup, answers, whole) };
  if (value instanceof Set) return { enumerable: true, value: trackedSet(value, answers, whole) };
  if (field === 'tree') return { enumerable: true, value: trackedTree(value as FileTree, answers, whole) };
  return { enumerable: true, get: () => whole(value) };
}

type Ask = <Answer>(question: Question, key: unknown, answer: Answer) => Answer;
type Whole = <Value>(value: Value) => Value;

function trackedMap(map: Lookup, answers: Ask, whole: Whole): Lookup {
  return {
    get: (key) => answers('get', key, map.get(key)),
    has: (key) => answers('has', key, map.has(key)),
    get size() {
      return answers('size', undefined, map.size);
    },
    keys: () => {
      answers('keys', undefined, [...map.keys()]);
      return map.keys();
    },
    values: () => whole(map).values(),
    entries: () => whole(map).entries(),
    forEach: (each) => whole(map).forEach(each),
    [Symbol.iterator]: () => whole(map)[Symbol.iterator](),
  };
}

type TrackedSet = Pick<ReadonlySet<unknown>, 'has' | 'size' | typeof Symbol.iterator>;

function trackedSet(set: ReadonlySet<unknown>, answers: Ask, whole: Whole): TrackedSet {
  return {
    has: (key) => answers('has', key, set.has(key)),
    get size() {
      return answers('size', undefined, set.size);
    },
    [Symbol.iterator]: () => whole(set)[Symbol.iterator](),
  };
}

function trackedTree(tree: FileTree, answers: Ask, whole: Whole): FileTree {
  return {
    has: (path) => answers('has', path, tree.has(path)),
    get paths() {
      return whole(tree).paths;
    },
  };
}
