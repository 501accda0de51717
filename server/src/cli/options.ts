import { FRAMEWORK_IDS } from '../engine/catalog/crosswalkData';
import { SEVERITIES } from '../engine/check/finding';
import { CHECK_FORMAT_NAMES } from './formatNames';
import type { CommandSpecOf, OptionSpec } from './optionSpec';
import { IMPACT_COMMAND, IMPACT_OPTIONS } from './specs/impact';
import { LOOKUP_COMMANDS } from './specs/lookup';
import { UPKEEP_COMMANDS } from './specs/upkeep';

export const OPTIONS = {
  ...IMPACT_OPTIONS,
  format: {
    value: 'FORMAT',
    description: 'How the result is written to standard output.',
    default: 'text',
    since: '0.1.0',
  },
  output: {
    value: 'FORMAT[=FILE]',
    repeatable: true,
    description:
      'Writes the result in this format as well; may be given several times. Without a file, or with "-", to standard output.',
    since: '0.1.0',
  },
  config: { value: 'FILE', description: 'Uses this configuration instead of isms.yaml.', since: '0.1.0' },
  today: {
    value: 'YYYY-MM-DD',
    description: 'The day that rules about dates take for today.',
    default: 'the day it is',
    since: '0.1.0',
  },
  rule: {
    value: 'ID=SEVERITY',
    repeatable: true,
    description: `Sets the severity of a rule: ${SEVERITIES.join(', ')} or off. Outranks isms.yaml.`,
    since: '0.1.0',
  },
  'fail-on': {
    value: 'LEVEL',
    choices: [...SEVERITIES, 'never'],
    description: 'The mildest severity that makes the command fail with exit code 1.',
    default: 'error',
    since: '0.1.0',
  },
  stdin: {
    description: 'Reads the text of one file from standard input, as an editor does with unsaved text.',
    since: '0.1.0',
  },
  'stdin-filename': {
    value: 'FILE',
    description: 'The file whose text comes from standard input.',
    since: '0.1.0',
  },
  baseline: {
    value: 'FILE',
    description: 'Takes the accepted findings from this file.',
    default: '.isms-baseline in the root of the ISMS',
    since: '0.1.0',
  },
  convert: { description: 'Writes what the text says into front matter, and fixes nothing.', since: '0.1.0' },
  'dry-run': { description: 'Shows what would change as a unified diff; changes nothing.', since: '0.1.0' },
  framework: {
    value: 'ID',
    description: 'Shows what is in place for another framework, such as nist-csf-2.0 or fedramp-moderate.',
    since: '0.1.0',
  },
  all: {
    description:
      'Shows every finding as text. Without it, five of each rule are shown and the rest is counted.',
    since: '0.1.0',
  },
  statistics: {
    description: 'Counts the findings of each rule instead of listing them; in text.',
    since: '0.1.0',
  },
  watch: { short: 'w', description: 'Checks again whenever a file of the ISMS changes.', since: '0.1.0' },
  quiet: { short: 'q', description: 'Findings only: no summary, no coverage, no notes.', since: '0.1.0' },
  'cache-dir': {
    value: 'DIR',
    description:
      'Keeps what was read from files, and the compiled program, in this folder, so that the next run is faster.',
    default: 'a folder in your cache folder',
    since: '0.1.0',
  },
  'no-cache': { description: 'Reads every file anew and keeps nothing.', since: '0.1.0' },
  stdio: {
    description: 'Speaks over standard input and output. This is the default and the only way.',
    since: '0.1.0',
  },
  color: {
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    description: 'Colours the text. NO_COLOR and FORCE_COLOR are honoured.',
    default: 'auto',
    since: '0.1.0',
  },
  help: { short: 'h', description: 'Shows this help.', since: '0.1.0' },
  version: { description: 'Shows the version.', since: '0.1.0' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS;
export type CommandSpec = CommandSpecOf<OptionName>;

/** The options that every command takes. */
export const COMMON_OPTIONS: readonly OptionName[] = ['color', 'help', 'version'];

const PATHS = {
  placeholder: 'PATH',
  required: false,
  many: true,
  description:
    'Files or folders; default: the current folder. The ISMS around them is found upwards and read as a whole.',
};

const RULE_OPTIONS: readonly OptionName[] = ['config', 'baseline', 'today', 'rule'];

const CACHE_OPTIONS: readonly OptionName[] = ['cache-dir', 'no-cache'];

export const COMMANDS = {
  check: {
    summary: 'Checks an ISMS and reports what an auditor would find.',
    operand: PATHS,
    options: [
      'format',
      'output',
      ...RULE_OPTIONS,
      'fail-on',
      'base',
      'new-only',
      'stdin',
      'stdin-filename',
      'all',
      'statistics',
      'watch',
      ...CACHE_OPTIONS,
      'quiet',
    ],
    formats: CHECK_FORMAT_NAMES,
    details: [
      'Exit codes: 0 nothing at or above --fail-on; 1 findings at or above it; 2 it could not be checked, the reason is on standard error.',
    ],
    examples: [
      'isms check',
      'isms check policies/ --fail-on warning',
      'isms check --output sarif=isms.sarif --output json=isms.json',
    ],
    since: '0.1.0',
  },
  fix: {
    summary: 'Applies the fixes that are safe; everything else stays as it is.',
    operand: PATHS,
    options: ['convert', 'dry-run', 'format', ...RULE_OPTIONS, ...CACHE_OPTIONS, 'quiet'],
    formats: ['text', 'json'],
    details: [
      'Exit codes: 0 done; 1 with --dry-run where something would change; 2 it could not be done, the reason is on standard error.',
    ],
    examples: ['isms fix --dry-run', 'isms fix policies/access.md', 'isms fix --convert --dry-run'],
    since: '0.1.0',
  },
  impact: IMPACT_COMMAND,
  reviews: {
    summary: 'Prints the review calendar: documents, approvals, risks, exclusions, exceptions and evidence.',
    operand: { ...PATHS, many: false },
    options: ['format', 'config', 'today'],
    formats: ['text', 'json', 'ics'],
    details: [
      'What is overdue comes first, then what is due within 30 days, then the rest by date. The calendar (ics) has an all-day event for each date; the same review has the same UID in every run.',
    ],
    examples: ['isms reviews', 'isms reviews --format ics > reviews.ics'],
    since: '0.1.0',
  },
  coverage: {
    summary: 'Shows for each theme and control whether it applies, how far it is and which documents map it.',
    operand: { ...PATHS, many: false },
    options: ['framework', 'format', 'config', ...CACHE_OPTIONS],
    formats: ['text', 'json', 'csv', 'markdown'],
    details: [
      `Frameworks: ${FRAMEWORK_IDS.join(', ')}, and those of your own catalogues. A related control is a pointer, no proof that an item is met.`,
    ],
    examples: [
      'isms coverage',
      'isms coverage --format csv > coverage.csv',
      'isms coverage --framework nist-csf-2.0',
    ],
    since: '0.1.0',
  },
  ...LOOKUP_COMMANDS,
  ...UPKEEP_COMMANDS,
  lsp: {
    summary: 'Starts the language server on standard input and output, for any editor.',
    options: ['stdio'],
    details: [],
    examples: ['isms lsp'],
    since: '0.1.0',
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

export function commandSpec(name: CommandName): CommandSpec {
  return COMMANDS[name];
}

export function optionSpec(name: OptionName): OptionSpec {
  return OPTIONS[name];
}

/** The options of a command, its own first. */
export function optionsOf(command: CommandName): readonly OptionName[] {
  return [...commandSpec(command).options, ...COMMON_OPTIONS];
}

/** The values that an option takes with a command; `undefined` where it takes any. */
export function choicesOf(command: CommandName, option: OptionName): readonly string[] | undefined {
  return option === 'format' ? commandSpec(command).formats : optionSpec(option).choices;
}
