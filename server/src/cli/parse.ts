import { parseArgs } from 'node:util';
import { nearest } from '../engine/text/nearest';
import { valuesFromEnvironment } from './environment';
import { isRefusal, refuse, type Refusal } from './exitCodes';
import {
  choicesOf,
  COMMANDS,
  commandSpec,
  isCommand,
  optionSpec,
  optionsOf,
  type CommandName,
  type OptionName,
} from './options';

/** What the command line asks for. */
export type Invocation =
  | {
      readonly kind: 'run';
      readonly command: CommandName;
      /** Where the command has actions: which one. */
      readonly action: string | undefined;
      readonly operands: readonly string[];
      readonly options: GivenOptions;
    }
  | { readonly kind: 'help'; readonly command: CommandName | undefined; readonly options: GivenOptions }
  | { readonly kind: 'version' };

/** The options as given; without defaults. */
export interface GivenOptions {
  has(name: OptionName): boolean;
  value(name: OptionName): string | undefined;
  values(name: OptionName): readonly string[];
}

/** Reads the command line. Whatever is wrong is refused with the nearest thing that is right. */
export function parseCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Invocation | Refusal {
  const [first, ...rest] = args;
  if (first === undefined) return refuse(`name a command: ${names()}. "isms --help" tells more.`);
  if (first.startsWith('-')) return parseLeadingOption(args);
  if (first === 'help') return parseHelp(rest);
  if (!isCommand(first)) return unknownCommand(first);
  const options = parseOptions(first, rest, env);
  if (isRefusal(options)) return options;
  if (options.has('help')) return { kind: 'help', command: first, options };
  if (options.has('version')) return { kind: 'version' };
  const { operand, actions } = commandSpec(first);
  const [action] = actions === undefined ? [] : options.operands;
  const operands = options.operands.slice(action === undefined ? 0 : 1);
  const problem = actions === undefined ? undefined : actionProblem(first, action, Object.keys(actions));
  if (problem !== undefined) return problem;
  if (operand === undefined && operands.length > 0)
    return refuse(`"isms ${first}" takes no "${operands[0]}".${seeHelp(first)}`);
  if (operand?.many === false && operands.length > 1)
    return refuse(`"isms ${first}" takes only one ${operand.placeholder}.${seeHelp(first)}`);
  if (operand?.most !== undefined && operands.length > operand.most)
    return refuse(
      `"isms ${first}" takes only ${operand.placeholder}, and not "${operands[operand.most]}".${seeHelp(first)}`,
    );
  if (operand?.required === true && operands.length === 0)
    return refuse(
      `"isms ${first}" needs ${article(operand.placeholder.replace(/ .*$/, ''))}.${seeHelp(first)}`,
    );
  return { kind: 'run', command: first, action, operands, options };
}

function actionProblem(
  command: CommandName,
  action: string | undefined,
  actions: readonly string[],
): Refusal | undefined {
  if (action === undefined)
    return refuse(`"isms ${command}" needs one of ${actions.join(', ')}.${seeHelp(command)}`);
  if (actions.includes(action)) return undefined;
  const suggestion = nearest(action, actions);
  const meant =
    suggestion === undefined ? `; it is one of ${actions.join(', ')}.` : `; did you mean "${suggestion}"?`;
  return refuse(`"isms ${command}" has no "${action}"${meant}`);
}

function parseLeadingOption(args: readonly string[]): Invocation | Refusal {
  if (args.includes('--help') || args.includes('-h'))
    return { kind: 'help', command: args.find(isCommand), options: none };
  if (args[0] === '--version') return { kind: 'version' };
  const command = args.find(isCommand);
  return refuse(
    command === undefined
      ? `name a command first: ${names()}.`
      : `the command comes first: isms ${command} ${args[0]} …`,
  );
}

function parseHelp(args: readonly string[]): Invocation | Refusal {
  const [command] = args;
  if (command === undefined) return { kind: 'help', command: undefined, options: none };
  return isCommand(command) ? { kind: 'help', command, options: none } : unknownCommand(command);
}

const none: GivenOptions = { has: () => false, value: () => undefined, values: () => [] };

function unknownCommand(name: string): Refusal {
  const suggestion = nearest(name, Object.keys(COMMANDS));
  return refuse(
    `there is no command "${name}"${suggestion === undefined ? `. The commands are ${names()}.` : `; did you mean "isms ${suggestion}"?`}`,
  );
}

function names(): string {
  return Object.keys(COMMANDS).join(', ');
}

function seeHelp(command: CommandName): string {
  return ` See "isms ${command} --help".`;
}

function article(placeholder: string): string {
  return /^[AEIO]/.test(placeholder) ? `an ${placeholder}` : `a ${placeholder}`;
}

function parseOptions(
  command: CommandName,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): (GivenOptions & { readonly operands: readonly string[] }) | Refusal {
  const known = optionsOf(command);
  const { tokens } = parseArgs({
    args: [...args],
    options: parseArgsOptions(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<OptionName, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const name = known.find((each) => each === token.name);
    if (name === undefined) return unknownOption(command, token.rawName);
    const problem = problemWith(command, name, token.value, token.inlineValue === true, given.has(name));
    if (problem !== undefined) return refuse(`${problem}${seeHelp(command)}`);
    given.set(name, [...(given.get(name) ?? []), token.value ?? '']);
  }
  for (const name of known.filter((each) => !given.has(each))) {
    const values = valuesFromEnvironment(command, name, env, (value, variable) => {
      const problem = choiceProblem(command, name, value, variable);
      return problem === undefined ? value : refuse(problem);
    });
    if (isRefusal(values)) return values;
    if (values.length > 0) given.set(name, [...values]);
  }
  return {
    operands,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
  };
}

function parseArgsOptions(
  known: readonly OptionName[],
): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  return Object.fromEntries(
    known.map((name) => {
      const { value, short } = optionSpec(name);
      return [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) } as const,
      ];
    }),
  );
}

function unknownOption(command: CommandName, written: string): Refusal {
  const word = written.replace(/^-+/, '');
  const suggestion = nearest(word, optionsOf(command));
  if (suggestion !== undefined)
    return refuse(`"isms ${command}" has no option ${written}; did you mean --${suggestion}?`);
  const elsewhere = Object.keys(COMMANDS).filter(
    (each) => isCommand(each) && optionsOf(each).some((name) => name === word),
  );
  const hint =
    elsewhere.length === 0
      ? ''
      : ` It belongs to ${elsewhere.map((each) => `"isms ${each}"`).join(' and ')}.`;
  return refuse(`"isms ${command}" has no option ${written}.${hint}${seeHelp(command)}`);
}

function problemWith(
  command: CommandName,
  name: OptionName,
  value: string | undefined,
  inline: boolean,
  before: boolean,
): string | undefined {
  const spec = optionSpec(name);
  if (spec.value === undefined) return value === undefined ? undefined : `--${name} takes no value.`;
  if (value === undefined || value === '' || (!inline && /^-./.test(value)))
    return `--${name} needs a value: --${name} ${spec.value}.`;
  if (before && spec.repeatable !== true) return `--${name} is given twice.`;
  return choiceProblem(command, name, value, `--${name}`);
}

function choiceProblem(
  command: CommandName,
  name: OptionName,
  value: string,
  written: string,
): string | undefined {
  const choices = choicesOf(command, name);
  if (choices === undefined || choices.includes(value)) return undefined;
  const suggestion = nearest(value, choices);
  const meant = suggestion === undefined ? '.' : `; did you mean "${suggestion}"?`;
  return `${written} cannot be "${value}"${meant} It is one of ${choices.join(', ')}.`;
}

/** The value of an option, or its default where the table has one. */
export function valueOrDefault(options: GivenOptions, name: OptionName): string {
  return options.value(name) ?? optionSpec(name).default ?? '';
}
