/** The options of `isms impact`, and those of `isms check` that look at a base. */
export const IMPACT_OPTIONS = {
  base: {
    value: 'REV',
    description:
      'Compares with the findings of this revision of git, such as HEAD^1; with three dots (main...) with where the histories parted.',
    since: '0.1.0',
  },
  'new-only': {
    description: 'Shows and counts only findings that the base does not have. Needs --base.',
    since: '0.1.0',
  },
  'fail-on-change': {
    value: 'LEVEL',
    choices: ['decision', 'attention', 'information', 'never'],
    description: 'The mildest level of a change that makes the command fail with exit code 1.',
    default: 'never',
    since: '0.1.0',
  },
  link: {
    value: 'URL',
    description:
      'Where a line can be seen: {path}, {line} and {sha256} (of the path) are filled in, as in "…/blob/main/{path}?plain=1#L{line}".',
    since: '0.1.0',
  },
} as const;

/** `isms impact`, as the table of commands lists it. */
export const IMPACT_COMMAND = {
  summary: 'Says what a change does to the ISMS, between two revisions of git.',
  operand: {
    placeholder: 'BASE[..HEAD]',
    required: true,
    many: false,
    description:
      'The revision to compare with, such as HEAD^1 or origin/main; HEAD is the files on disk where it is left out. With three dots (main...) from where the histories parted.',
  },
  options: ['format', 'output', 'config', 'today', 'rule', 'link', 'fail-on-change'],
  formats: ['text', 'json', 'markdown', 'comment', 'html'],
  details: [
    'Reads the revisions from git without checking anything out; needs no network. A change is judged by the configuration of the base, so that none judges itself.',
    'Format "markdown" is for the summary of a job, "comment" for a comment on a pull request; both stay within what forges take.',
    'Exit codes: 0 done; 1 a change at or above --fail-on-change; 2 it could not be done, the reason is on standard error.',
  ],
  examples: [
    'isms impact HEAD',
    'isms impact origin/main...',
    'isms impact HEAD^1 --output markdown=summary.md --output comment=comment.md',
  ],
  since: '0.1.0',
} as const;
