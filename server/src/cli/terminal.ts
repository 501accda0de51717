/** The world as a command sees it, so that commands run in tests as they run in a terminal. */
export interface Terminal {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True where people read standard output as it is written. */
  readonly isTerminal: boolean;
  /** Columns of the terminal; `undefined` where there is none. */
  readonly columns: number | undefined;
  /** The result. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  readonly readInput: () => Promise<Uint8Array>;
  /** `YYYY-MM-DD` of this machine's calendar. */
  readonly today: () => string;
}

const DEFAULT_WIDTH = 100;
const NARROWEST = 40;

/** The width for running text: that of the terminal, and the same everywhere where there is none. */
export function textWidth(terminal: Pick<Terminal, 'isTerminal' | 'columns'>): number {
  if (!terminal.isTerminal || terminal.columns === undefined) return DEFAULT_WIDTH;
  return Math.max(NARROWEST, terminal.columns);
}

/** Whether to colour standard output. `--color` outranks NO_COLOR, which outranks FORCE_COLOR. */
export function wantsColor(
  choice: string | undefined,
  terminal: Pick<Terminal, 'isTerminal' | 'env'>,
): boolean {
  if (choice === 'always') return true;
  if (choice === 'never') return false;
  const { NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM } = terminal.env;
  if (isSet(NO_COLOR)) return false;
  if (isSet(FORCE_COLOR)) return FORCE_COLOR !== '0';
  if (isSet(CLICOLOR_FORCE)) return CLICOLOR_FORCE !== '0';
  return terminal.isTerminal && TERM !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
