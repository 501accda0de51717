import { isRefusal, type Refusal } from './exitCodes';
import { COMMANDS, commandSpec, isCommand, optionSpec, type CommandName, type OptionName } from './options';

/** Options that ask for something else than a run, or that say nothing. */
const WITHOUT_VARIABLE: readonly OptionName[] = ['help', 'version', 'stdio'];

/** The environment variable that stands for an option: `ISMS_FAIL_ON` for `--fail-on`. */
export function variableOf(name: OptionName): string | undefined {
  return WITHOUT_VARIABLE.includes(name) ? undefined : `ISMS_${name.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * The values that the environment gives to an option of a command; none where the variable is unset or empty. What the
 * command line says outranks them. Values of a repeatable option are separated by commas or line breaks.
 */
export function valuesFromEnvironment(
  command: CommandName,
  name: OptionName,
  env: Readonly<Record<string, string | undefined>>,
  accept: (value: string, variable: string) => string | Refusal,
): readonly string[] | Refusal {
  const variable = variableOf(name);
  const text = variable === undefined ? undefined : env[variable]?.trim();
  if (variable === undefined || text === undefined || text === '') return [];
  const { value, repeatable } = optionSpec(name);
  if (value === undefined) return switchValue(text, variable);
  if (name === 'format' && isFormatElsewhere(command, text)) return [];
  const parts = repeatable === true ? text.split(/[,\r\n]+/).map((part) => part.trim()) : [text];
  const values: string[] = [];
  for (const part of parts.filter((each) => each !== '')) {
    const accepted = accept(part, variable);
    if (isRefusal(accepted)) return accepted;
    values.push(accepted);
  }
  return values;
}

function switchValue(text: string, variable: string): readonly string[] | Refusal {
  const word = text.toLowerCase();
  if (['1', 'true', 'yes', 'on'].includes(word)) return [''];
  if (['0', 'false', 'no', 'off'].includes(word)) return [];
  return { refusal: `${variable} cannot be "${text}"; set it to 1 or 0.` };
}

/** One variable serves all commands: a format that this one does not have is meant for another. */
function isFormatElsewhere(command: CommandName, format: string): boolean {
  if (commandSpec(command).formats?.includes(format) === true) return false;
  return Object.keys(COMMANDS).some((name) => isCommand(name) && commandSpec(name).formats?.includes(format));
}
