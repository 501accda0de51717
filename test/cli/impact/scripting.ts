import type { GitRepository } from '../../harness/gitRepository';

/** A commit on top of the small ISMS, and what is to be reported of it: id, level, subject. */
export interface ScriptedChange {
  readonly name: string;
  /** What was there before, where the small ISMS has nothing of the kind. */
  readonly given?: (repository: GitRepository) => void;
  readonly apply: (repository: GitRepository) => void;
  readonly reports: readonly string[];
}

export type Edit = readonly [from: string, to: string];

/** Replaces texts of one file; each must be there. */
export function edit(file: string, ...edits: readonly Edit[]): (repository: GitRepository) => void {
  return (repository) => {
    let text = repository.read(file);
    for (const [from, to] of edits) {
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      text = text.replace(from, () => to);
    }
    repository.write(file, text);
  };
}

/** One step after the other. */
export function all(
  ...steps: readonly ((repository: GitRepository) => void)[]
): (repository: GitRepository) => void {
  return (repository) => steps.forEach((step) => step(repository));
}

export const ACCESS = 'policies/access.md';
export const BACKUP = 'policies/backup.md';
export const PLAN = 'policies/übergabe plan.md';
