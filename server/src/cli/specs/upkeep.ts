import type { CommandSpec } from '../options';

/** The commands that look after the tool itself: its baseline, its configuration, the shell around it. */
export const UPKEEP_COMMANDS = {
  baseline: {
    summary: 'Keeps the findings that are accepted as they are, so that only new ones are reported.',
    actions: {
      write: 'Accepts everything that is found now.',
      prune: 'Removes the entries that stand for nothing any more.',
      explain: 'Shows each entry with the finding that it stands for.',
    },
    operand: {
      placeholder: 'PATH',
      required: false,
      many: false,
      description: 'A folder or file of the ISMS; default: the current folder.',
    },
    options: ['config', 'today', 'rule', 'baseline'],
    details: [
      'The baseline is the file .isms-baseline in the root of the ISMS: one line for each finding, without line numbers, sorted, so that edits elsewhere do not change it and branches merge. An entry may end with "-- REASON".',
      'Findings about suppressions and about the configuration cannot be accepted.',
    ],
    examples: ['isms baseline write', 'isms baseline prune', 'isms baseline explain'],
    since: '0.1.0',
  },
  config: {
    summary: 'Checks isms.yaml, or shows what holds with everything that decides over it.',
    actions: {
      verify: 'Says whether isms.yaml and the catalogues that it names can be used.',
      show: 'Shows the configuration, the baseline and the severity of every rule.',
    },
    operand: {
      placeholder: 'PATH',
      required: false,
      many: true,
      description: 'Files or folders of the ISMS; default: the current folder.',
    },
    options: ['format', 'config', 'baseline', 'rule'],
    formats: ['text', 'json'],
    details: ['Exit codes: 0 it can be used; 2 it cannot, each fault with its place on standard error.'],
    examples: ['isms config verify', 'isms config show --format json'],
    since: '0.1.0',
  },
  schema: {
    summary: 'Prints the JSON Schema of an output or of the configuration.',
    actions: {
      report: 'Of the output of "isms check --format json".',
      impact: 'Of the output of "isms impact --format json".',
      reviews: 'Of the output of "isms reviews --format json".',
      trace: 'Of the output of "isms trace --format json".',
      config: 'Of isms.yaml.',
      inspect: 'Of the output of "isms inspect FILE --format json".',
    },
    options: [],
    details: [],
    examples: ['isms schema report', 'isms schema config > isms.schema.json'],
    since: '0.1.0',
  },
  completion: {
    summary: 'Prints the script that lets a shell complete commands, options and values.',
    actions: {
      bash: 'source <(isms completion bash)',
      zsh: 'source <(isms completion zsh)',
      fish: 'isms completion fish | source',
      powershell: 'isms completion powershell | Out-String | Invoke-Expression',
    },
    options: [],
    details: [
      'The line behind each shell loads the script; it belongs into the file that the shell reads at its start.',
    ],
    examples: ['isms completion bash > ~/.local/share/bash-completion/completions/isms'],
    since: '0.1.0',
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;
