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
} as const satisfies Readonly<Record<string, CommandSpec>>;
