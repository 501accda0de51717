import { variableOf } from '../../src/cli/environment';
import { CHECK_FORMAT_NAMES, type CheckFormat } from '../../src/cli/formatNames';
import { choicesOf, COMMANDS, commandSpec, isCommand, optionSpec, optionsOf, type CommandName, type OptionName } from '../../src/cli/options';
import { code, fenced, GENERATED, page, table } from './markdown';

/** `docs/cli.md`: every command with its options, from the table that parses them. */
export function commandLinePage(): ReadonlyMap<string, string> {
  const commands = Object.keys(COMMANDS).filter(isCommand);
  return new Map([
    [
      'docs/cli.md',
      page([
        GENERATED,
        '# The command line',
        INTRODUCTION,
        table(
          ['Command', 'What it does'],
          commands.map((name) => [`[${code(`isms ${name}`)}](#isms-${name})`, commandSpec(name).summary]),
        ),
        ...commands.flatMap(commandSection),
        '## Exit codes',
        table(['Code', 'Meaning'], EXIT_CODES.map(([exit, meaning]) => [code(exit), meaning])),
        '## Environment',
        ENVIRONMENT,
        '## Formats of `isms check`',
        table(['Format', 'For'], CHECK_FORMAT_NAMES.map((name) => [code(name), FORMATS[name]])),
        FORMAT_NOTES,
        '## Shell completion and manual page',
        COMPLETION,
      ]),
    ],
  ]);
}

const INTRODUCTION =
  '`isms` reads the whole ISMS around what you name, in one process, without network. Results go to standard output, everything else to standard error; the result is the same bytes on every machine, in every folder, language and time zone. `isms COMMAND --help` shows the same as this page, and so does the [manual page](isms.1).';

export const EXIT_CODES: readonly (readonly [string, string])[] = [
  ['0', 'Nothing at or above `--fail-on`.'],
  ['1', 'Findings at or above it; with `isms fix --dry-run`: something would change.'],
  ['2', 'It could not be done: the command line, the configuration or a named input cannot be used, or there was no ISMS to check. Standard output is empty and standard error says why.'],
  ['130', 'Interrupted.'],
];

const ENVIRONMENT = `Every option has a variable: \`--fail-on\` is \`ISMS_FAIL_ON\`. The command line outranks it. Switches take \`1\` or \`0\`; several values of one option are separated by commas. A variable counts only for the commands that have the option, and \`ISMS_FORMAT\` only for those that have the format.

\`NO_COLOR\`, \`FORCE_COLOR\` and \`CLICOLOR_FORCE\` are honoured where \`--color\` does not decide.`;

/** What each format of `isms check` is for. */
const FORMATS: Readonly<Record<CheckFormat, string>> = {
  text: 'people at a terminal; for nothing else stable',
  json: 'programs: version 1, with a [schema](schemas/check.schema.json) that `isms schema report` prints',
  sarif: 'code scanning: SARIF 2.1.0 with fingerprints, related places and fixes; suppressed findings are left out',
  github: 'annotations of a GitHub workflow: 10 of a level',
  gitlab: 'the Code Quality report of GitLab',
  rdjson: 'reviewdog, with suggestions',
  rdjsonl: 'reviewdog, one finding on each line',
  checkstyle: 'build servers that read reports of Checkstyle',
  junit: 'test reports: a failed test for each finding, whatever its severity',
  azure: 'logging commands of Azure Pipelines: 10 of a level; information and hints are warnings there',
  bitbucket: 'Code Insights of Bitbucket: a report and up to 1,000 annotations',
  markdown: 'the summary of a job; never larger than the 1 MiB that GitHub takes',
  html: 'one page without scripts and without network, to attach or to archive',
};

const FORMAT_NOTES = `Where a format has a cap, the most important findings stay, and the last entry says how many more there are. Paths are relative to the working directory in \`text\`, \`json\`, \`markdown\` and \`html\`, and to the root of the git work tree in all others. \`--output FORMAT=FILE\` writes several of them in one run.`;

const COMPLETION = `\`\`\`sh
source <(isms completion bash)                                       # bash
source <(isms completion zsh)                                        # zsh
isms completion fish | source                                        # fish
isms completion powershell | Out-String | Invoke-Expression          # PowerShell
man docs/isms.1                                                      # the manual page
\`\`\``;

function commandSection(name: CommandName): string[] {
  const { summary, actions, operand, details, examples } = commandSpec(name);
  const first = actions === undefined ? '' : ` ${Object.keys(actions).join('|')}`;
  const rest = operand === undefined ? '' : ` ${operand.required ? '' : '['}${operand.placeholder}${operand.many ? '…' : ''}${operand.required ? '' : ']'}`;
  return [
    `## isms ${name}`,
    summary,
    fenced('text', `isms ${name}${first}${rest} [OPTIONS]`),
    actions === undefined ? '' : table(['Action', 'What it does'], Object.entries(actions).map(([word, what]) => [code(word), what])),
    operand === undefined ? '' : `${code(operand.placeholder)}: ${operand.description}`,
    table(['Option', 'Variable', 'What it does'], optionsOf(name).map((option) => optionRow(name, option))),
    ...details,
    fenced('sh', examples.join('\n')),
  ];
}

function optionRow(command: CommandName, name: OptionName): string[] {
  const { short, value, repeatable, description, default: fallback } = optionSpec(name);
  const written = code(`--${name}${value === undefined ? '' : ` ${value}`}`);
  const choices = choicesOf(command, name);
  const variable = variableOf(name);
  const facts = [
    description,
    choices === undefined ? '' : `One of ${choices.map(code).join(', ')}.`,
    repeatable === true && !description.includes('several times') ? 'May be given several times.' : '',
    fallback === undefined ? '' : `Default: ${/\s/.test(fallback) ? fallback : code(fallback)}.`,
  ];
  return [short === undefined ? written : `${code(`-${short}`)}, ${written}`, variable === undefined ? '' : code(variable), facts.filter(Boolean).join(' ')];
}
