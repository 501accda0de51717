import {
  choicesOf,
  COMMANDS,
  commandSpec,
  isCommand,
  optionSpec,
  optionsOf,
  type CommandName,
} from '../options';

/** Everything that a shell can complete of one command: the same for all shells. */
export interface CompletedCommand {
  readonly name: CommandName;
  readonly summary: string;
  /** What comes first: actions, or the rules for `explain`. */
  readonly words: readonly CompletedWord[];
  readonly takesFiles: boolean;
  readonly options: readonly CompletedOption[];
}

export interface CompletedWord {
  readonly word: string;
  readonly description: string;
}

export interface CompletedOption {
  /** Without its hyphens. */
  readonly name: string;
  readonly short: string | undefined;
  readonly description: string;
  /** The placeholder of its value; `undefined` for a switch. */
  readonly value: string | undefined;
  readonly choices: readonly string[];
  readonly repeatable: boolean;
  readonly takesFile: boolean;
}

export function completedCommands(ruleIds: readonly string[]): CompletedCommand[] {
  return Object.keys(COMMANDS)
    .filter(isCommand)
    .map((name) => {
      const { summary, actions, operand } = commandSpec(name);
      const words = Object.entries(actions ?? {}).map(([word, description]) => ({ word, description }));
      const rules =
        operand?.placeholder === 'ID' ? ruleIds.map((word) => ({ word, description: 'rule' })) : [];
      return {
        name,
        summary,
        words: [...words, ...rules],
        takesFiles: operand !== undefined && operand.placeholder !== 'ID',
        options: optionsOf(name).map((option) => {
          const { short, description, value, repeatable = false } = optionSpec(option);
          const choices = choicesOf(name, option) ?? (option === 'output' ? outputs(name) : []);
          return {
            name: option,
            short,
            description,
            value,
            choices,
            repeatable,
            takesFile: value?.endsWith('FILE') === true,
          };
        }),
      };
    });
}

/** `--output` begins with a format; the file is up to the user. */
function outputs(command: CommandName): string[] {
  return (commandSpec(command).formats ?? []).map((format) => `${format}=`);
}
