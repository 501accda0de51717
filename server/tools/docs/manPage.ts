import { variableOf } from '../../src/cli/environment';
import { choicesOf, COMMANDS, commandSpec, isCommand, optionSpec, optionsOf, type CommandName, type OptionName } from '../../src/cli/options';
import { EXIT_CODES } from './commandLine';

/** `docs/isms.1`: the manual page, from the table that parses the command line. It bears no date, so that it changes only with the table. */
export function manPage(version: string): ReadonlyMap<string, string> {
  const commands = Object.keys(COMMANDS).filter(isCommand);
  const lines = [
    '.\\" Written by "npm run generate". Do not edit: change the source and generate anew.',
    `.TH ISMS 1 "" "isms ${version}" "ISMS Policy"`,
    '.SH NAME',
    'isms \\- check an information security management system written in Markdown',
    '.SH SYNOPSIS',
    '.B isms',
    '.I COMMAND',
    '.RI [ OPTIONS ]',
    '.SH DESCRIPTION',
    text('Checks policies, the controls of ISO/IEC 27001:2022 Annex A, the Statement of Applicability and the registers against each other. Results go to standard output, everything else to standard error. Nothing is sent anywhere.'),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, text(meaning)]),
    '.SH ENVIRONMENT',
    text('Every option has a variable; the command line outranks it. Switches take 1 or 0, several values are separated by commas.'),
    ...variables(commands).flatMap(([variable, option]) => ['.TP', `.B ${variable}`, text(`as --${option}`)]),
    '.TP',
    '.BR NO_COLOR ", " FORCE_COLOR ", " CLICOLOR_FORCE',
    text('honoured where --color does not decide'),
    '.SH FILES',
    '.TP',
    '.I isms.yaml',
    text('the configuration; it marks the root of an ISMS'),
    '.TP',
    '.I .isms\\-baseline',
    text('the accepted findings, beside it'),
  ];
  return new Map([['docs/isms.1', `${lines.join('\n')}\n`]]);
}

function commandLines(name: CommandName): string[] {
  const { summary, actions, operand, details, examples } = commandSpec(name);
  const first = actions === undefined ? [] : [`.RB [ ${Object.keys(actions).map(escaped).join(' | ')} ]`];
  const operandLine = operand === undefined ? [] : [`.RI ${operand.required ? '' : '[ '}${escaped(operand.placeholder)}${operand.required ? '' : ' ]'}`];
  return [
    `.SS isms ${escaped(name)}`,
    ...first,
    ...operandLine,
    ...(first.length + operandLine.length > 0 ? ['.PP'] : []),
    text(summary),
    ...Object.entries(actions ?? {}).flatMap(([word, what]) => ['.TP', `.B ${escaped(word)}`, text(what)]),
    ...(operand === undefined ? [] : ['.TP', `.I ${escaped(operand.placeholder)}`, text(operand.description)]),
    ...optionsOf(name).flatMap((option) => optionLines(name, option)),
    ...details.flatMap((detail) => ['.PP', text(detail)]),
    '.PP',
    'Examples:',
    '.RS',
    '.nf',
    ...examples.map(text),
    '.fi',
    '.RE',
  ];
}

function optionLines(command: CommandName, name: OptionName): string[] {
  const { short, value, description, default: fallback } = optionSpec(name);
  const names = short === undefined ? `\\-\\-${escaped(name)}` : `\\-${short}, \\-\\-${escaped(name)}`;
  const choices = choicesOf(command, name);
  const facts = [description, choices === undefined ? '' : `One of ${choices.join(', ')}.`, fallback === undefined ? '' : `Default: ${fallback}.`];
  return ['.TP', value === undefined ? `.B "${names}"` : `.BI "${names} " ${escaped(value)}`, text(facts.filter(Boolean).join(' '))];
}

function variables(commands: readonly CommandName[]): [variable: string, option: string][] {
  const options = new Set(commands.flatMap((name) => optionsOf(name)));
  return [...options].flatMap((option): [string, string][] => {
    const variable = variableOf(option);
    return variable === undefined ? [] : [[variable, option]];
  });
}

/** A line of running text: no request, no escape, and hyphens that can be copied. */
function text(line: string): string {
  return escaped(line.replaceAll('`', '')).replace(/^(?=[.'])/, '\\&');
}

function escaped(word: string): string {
  return word.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('…', '...').replaceAll('"', '\\(dq');
}
