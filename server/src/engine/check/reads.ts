import type { Isms } from '../index/model';

export type Field = keyof Isms;

/** What a map, a set or the tree of files can be asked. */
export type Question = 'get' | 'has' | 'size' | 'keys';

/** Which fields of an ISMS were read. Pieces of work that read the same fields share one value. */
export interface Shape {
  /** Those that were read as a whole. */
  readonly whole: readonly Field[];
  /** Those of which only some questions were asked. */
  readonly asked: readonly Field[];
}

/** What a piece of work read of an ISMS. */
export interface Reads {
  readonly shape: Shape;
  /** Field, question, key and answer, one after the other: there are many of them, and they are kept for long. */
  readonly answers: readonly unknown[];
}

/** Finds the one value of a shape. */
export type Shapes = (whole: Iterable<Field>, asked: Iterable<Field>) => Shape;

export function createShapes(): Shapes {
  const known = new Map<string, Shape>();
  return (whole, asked) => {
    const shape = { whole: [...whole].sort(), asked: [...asked].sort() };
    const name = `${shape.whole.join(' ')}|${shape.asked.join(' ')}`;
    const same = known.get(name) ?? shape;
    known.set(name, same);
    return same;
  };
}

/** Tells whether what was read of one ISMS would be read of another as well. */
export interface Comparison {
  /** True where all fields of the shape are the values that they were. Then nothing else has to be asked. */
  isIntact(shape: Shape): boolean;
  holds(reads: Reads): boolean;
}

/** `before`: what was read from; `undefined` where nothing was. */
export function compareStates(before: Isms | undefined, now: Isms): Comparison {
  const fields = Object.keys(now) as Field[];
  const changed = new Set(fields.filter((field) => before?.[field] !== now[field]));
  const states = new Map<Shape, 'intact' | 'asked' | 'changed'>();
  const stateOf = (shape: Shape): 'intact' | 'asked' | 'changed' => {
    const known = states.get(shape);
    if (known !== undefined) return known;
    const some = shape.asked.some((field) => changed.has(field));
    const state = shape.whole.some((field) => changed.has(field)) ? 'changed' : some ? 'asked' : 'intact';
    states.set(shape, state);
    return state;
  };
  return {
    isIntact: (shape) => stateOf(shape) === 'intact',
    holds({ shape, answers }) {
      const state = stateOf(shape);
      return state === 'intact' || (state === 'asked' && answersAlike(answers, now, changed));
    },
  };
}

function answersAlike(answers: readonly unknown[], isms: Isms, changed: ReadonlySet<Field>): boolean {
  for (let at = 0; at < answers.length; at += 4) {
    const field = answers[at] as Field;
    if (!changed.has(field)) continue;
    const lookup = isms[field] as unknown as ReadonlyMap<unknown, unknown>;
    if (!answersSame(lookup, answers[at + 1] as Question, answers[at + 2], answers[at + 3])) return false;
  }
  return true;
}

function answersSame(
  lookup: ReadonlyMap<unknown, unknown>,
  question: Question,
  key: unknown,
  answer: unknown,
): boolean {
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
