import ignore, { type Ignore } from 'ignore';

/** The `.gitignore` rules that hold in a folder: its own and those of every folder above it. */
export interface IgnoreRules {
  /** `path` is relative to the root; folders end with `/`. */
  ignores(path: string): boolean;
  /** The rules below `folder`, which has a `.gitignore` with this text. */
  within(folder: string, text: string): IgnoreRules;
}

export function createIgnoreRules(): IgnoreRules {
  return rulesOf([]);
}

interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

function rulesOf(layers: readonly Layer[]): IgnoreRules {
  return {
    ignores: (path) => {
      let ignored = false;
      // The innermost file that has an opinion decides, as in git.
      for (const { folder, rules } of layers) {
        const verdict = rules.test(folder === '' ? path : path.slice(folder.length + 1));
        if (verdict.ignored) ignored = true;
        else if (verdict.unignored) ignored = false;
      }
      return ignored;
    },
    within: (folder, text) =>
      rulesOf([...layers, { folder, rules: ignore({ allowRelativePaths: false }).add(text) }]),
  };
}
