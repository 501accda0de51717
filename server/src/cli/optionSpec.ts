/** One option of the command line. Help, parsing and everything else that speaks of options reads this table. */
export interface OptionSpec {
  readonly short?: string;
  /** The placeholder of its value; absent for a switch. */
  readonly value?: string;
  /** The values that it takes, where there are only some. */
  readonly choices?: readonly string[];
  readonly repeatable?: boolean;
  readonly default?: string;
  readonly description: string;
  /** The version that brought it. */
  readonly since: string;
}

/** One command, with the names of its options. */
export interface CommandSpecOf<Option extends string> {
  readonly summary: string;
  /** The words of which one comes first and says what to do, each with what it does. */
  readonly actions?: Readonly<Record<string, string>>;
  /** What stands after the command, as the help shows it: `PATH…`, `ID`. */
  readonly operand?: {
    readonly placeholder: string;
    readonly required: boolean;
    readonly many: boolean;
    /** How many there may be at most, where there may be several but not any number. */
    readonly most?: number;
    readonly description: string;
  };
  readonly options: readonly Option[];
  /** What `--format` takes here. */
  readonly formats?: readonly string[];
  readonly details: readonly string[];
  readonly examples: readonly string[];
  readonly since: string;
}
