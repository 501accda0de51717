/** Whether a path is wanted: asked for many files with every edit, answered once per file. */
export interface Wanted {
  /** `decide`'s answer for `path`; asked anew as soon as one of `grounds` is another value. */
  answer(path: string, grounds: readonly unknown[], decide: (path: string) => boolean): boolean;
}

export function createWanted(): Wanted {
  let settledBy: readonly unknown[] = [];
  let answers = new Map<string, boolean>();
  return {
    answer(path, grounds, decide) {
      if (grounds.length !== settledBy.length || grounds.some((ground, i) => ground !== settledBy[i])) {
        settledBy = grounds;
        answers = new Map();
      }
      const known = answers.get(path) ?? decide(path);
      answers.set(path, known);
      return known;
    },
  };
}
