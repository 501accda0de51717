import { FRAMEWORK_IDS } from '../engine/catalog/crosswalkData';
import { SEVERITIES } from '../engine/check/finding';
import { UPKEEP_COMMANDS } from './specs/upkeep';

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

/** The formats of `isms check`, in the order in which everything lists them. */
export const CHECK_FORMAT_NAMES = [
  'text',
  'json',
  'sarif',
  'github',
  'gitlab',
  'rdjson',
  'rdjsonl',
  'checkstyle',
  'junit',
  'azure',
  'bitbucket',
  'markdown',
  'html',
] as const;

export type CheckFormat = (typeof CHECK_FORMAT_NAMES)[number];

export const OPTIONS = {
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
    description: 'The accepted findings. They are in the file .isms-baseline in the root of the ISMS.',
    default: '.isms-baseline',
    since: '0.1.0',
  },
  'dry-run': {
    description: 'Shows what would change as a unified diff and changes nothing.',
    since: '0.1.0',
  },
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
  quiet: { short: 'q', description: 'Findings only: no summary, no coverage, no notes.', since: '0.1.0' },
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

/** The options that every command takes. */
export const COMMON_OPTIONS: readonly OptionName[] = ['color', 'help', 'version'];

export interface CommandSpec {
  readonly summary: string;
  /** The words of which one comes first and says what to do, each with what it does. */
  readonly actions?: Readonly<Record<string, string>>;
  /** What stands after the command, as the help shows it: `PATH…`, `ID`. */
  readonly operand?: {
    readonly placeholder: string;
    readonly required: boolean;
    readonly many: boolean;
    readonly description: string;
  };
  readonly options: readonly OptionName[];
  /** What `--format` takes here. */
  readonly formats?: readonly string[];
  readonly details: readonly string[];
  readonly examples: readonly string[];
  readonly since: string;
}

const PATHS = {
  placeholder: 'PATH',
  required: false,
  many: true,
  description:
    'Files or folders; default: the current folder. The ISMS around them is found upwards and read as a whole.',
};

const RULE_OPTIONS: readonly OptionName[] = ['config', 'baseline', 'today', 'rule'];

export const COMMANDS = {
  check: {
    summary: 'Checks an ISMS and reports what an auditor would find.',
    operand: PATHS,
    options: ['format', 'output', ...RULE_OPTIONS, 'fail-on', 'stdin', 'stdin-filename', 'all', 'quiet'],
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
    options: ['dry-run', 'format', ...RULE_OPTIONS, 'quiet'],
    formats: ['text', 'json'],
    details: [
      'Exit codes: 0 done; 1 with --dry-run where something would change; 2 it could not be done, the reason is on standard error.',
    ],
    examples: ['isms fix --dry-run', 'isms fix policies/access-control.md'],
    since: '0.1.0',
  },
  coverage: {
    summary: 'Shows for each theme and control whether it applies, how far it is and which documents map it.',
    operand: { ...PATHS, many: false },
    options: ['framework', 'format', 'config'],
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
  explain: {
    summary: 'Explains a rule, a control, a clause or an id of a related framework.',
    operand: {
      placeholder: 'ID',
      required: true,
      many: true,
      description:
        'A rule such as soa/missing-control; a control such as A.5.15, 5.15 or (of the 2013 edition) A.9.2.1; a clause such as 6.1.3, or "clause 5.1" where a control has that number; an attribute such as #Preventive; an id of a related framework such as CC6.1.',
    },
    options: ['format'],
    formats: ['text', 'json', 'markdown'],
    details: [],
    examples: ['isms explain A.5.15', 'isms explain mapping/superseded-control', 'isms explain CC6.1'],
    since: '0.1.0',
  },
  rules: {
    summary: 'Lists the rules with their severity and kind of fix.',
    options: ['format'],
    formats: ['text', 'json', 'markdown'],
    details: [
      'Fix "safe" is applied by "isms fix"; "choice" is offered by the editor, where the author picks.',
    ],
    examples: ['isms rules', 'isms rules --format markdown'],
    since: '0.1.0',
  },
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
