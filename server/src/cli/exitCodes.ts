/** How every command ends. The output format never changes it. */
export const EXIT = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`; for `fix --dry-run`: something would change. */
  findings: 1,
  /** Could not do what was asked: the command line, the configuration or a named input could not be used. */
  unusable: 2,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command cannot do what was asked, in words for the user: what, why, what to do. Ends with exit code 2. */
export interface Refusal {
  readonly refusal: string;
}

export function refuse(refusal: string): Refusal {
  return { refusal };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value;
}
