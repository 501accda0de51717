import type { FileTree } from '../index/fileTree';
import type { Isms } from '../index/model';
import type { Field, Question, Reads, Shapes } from './reads';

/** An ISMS that notes what is read of it. */
export interface Tracker {
  readonly isms: Isms;
  /** Does the work, and tells what it read. One piece of work never runs within another. */
  record<Result>(work: () => Result): { readonly result: Result; readonly reads: Reads };
}

/** What one piece of work has read so far. */
interface Noted {
  readonly whole: Set<Field>;
  /** The answers by field, question and key. */
  readonly asked: Map<Field, Map<Question, Map<unknown, unknown>>>;
}

/**
 * Follows what is read of an ISMS: fields as a whole, but of maps, sets and the tree of files the keys that were asked
 * for. There is nothing else to read, because an ISMS is a value that nothing changes.
 */
export function createTracker(isms: Isms, shapes: Shapes): Tracker {
  let noted: Noted = { whole: new Set(), asked: new Map() };
  const notes: Notes = {
    whole: (field) => void noted.whole.add(field),
    answer(field, question, key, answer) {
      const questions = noted.asked.get(field) ?? new Map<Question, Map<unknown, unknown>>();
      noted.asked.set(field, questions);
      const answers = questions.get(question) ?? new Map<unknown, unknown>();
      questions.set(question, answers);
      answers.set(key, answer);
    },
  };
  const fields = Object.keys(isms) as Field[];
  const properties = fields.map((field) => [field, propertyOf(field, isms[field], notes)] as const);
  return {
    isms: Object.defineProperties({}, Object.fromEntries(properties)) as Isms,
    record(work) {
      noted = { whole: new Set(), asked: new Map() };
      const result = work();
      return { result, reads: readsOf(noted, shapes) };
    },
  };
}

function readsOf({ whole, asked }: Noted, shapes: Shapes): Reads {
  const fields = [...asked.keys()].filter((field) => !whole.has(field));
  const answers = fields.flatMap((field) =>
    [...(asked.get(field) ?? [])].flatMap(([question, byKey]) =>
      [...byKey].flatMap(([key, answer]) => [field, question, key, answer]),
    ),
  );
  return { shape: shapes(whole, fields), answers };
}

/** Notes that a field was read as a whole, or what it was asked. */
interface Notes {
  whole(field: Field): void;
  answer(field: Field, question: Question, key: unknown, answer: unknown): void;
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

type Lookup = ReadonlyMap<unknown, unknown>;
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
