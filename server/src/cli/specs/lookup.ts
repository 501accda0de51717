import type { CommandSpec } from '../options';

/** The commands that are asked about something: an id in an ISMS, a file of it, or what the tool itself knows. */
export const LOOKUP_COMMANDS = {
  inspect: {
    summary: 'Shows what was understood of one file, and from where.',
    operand: {
      placeholder: 'FILE',
      required: true,
      many: false,
      description: 'A file of an ISMS, or one that you expected to be; the ISMS around it is found upwards.',
    },
    options: ['format', 'config'],
    formats: ['text', 'json'],
    details: [
      'For a file that is no document of the ISMS it says what would make one of it. Exit codes: 0 done; 2 the file cannot be read or is left out, the reason is on standard error.',
    ],
    examples: ['isms inspect policies/access-control.md', 'isms inspect soa.md --format json'],
    since: '0.1.0',
  },
  trace: {
    summary: 'Shows the chain of a control, a risk or a document: why it is there and what shows it.',
    operand: {
      placeholder: 'ID [PATH]',
      required: true,
      many: true,
      most: 2,
      description:
        'A control such as A.5.18 or (of the 2013 edition) A.9.2.1, an id of a register such as R-003, REQ-001 or EV-001, or a document by id, path or title. PATH is where the ISMS is; default: the current folder.',
    },
    options: ['format', 'config', 'today'],
    formats: ['text', 'json', 'mermaid'],
    details: [
      'Each link holds, or says why it does not: one-way (only one end names the other), broken (it leads to nothing), excluded (the control does not apply), draft (the document is not approved), stale (a review or a collection is overdue), expired (the end of an exception is past).',
    ],
    examples: ['isms trace R-003', 'isms trace A.5.18 examples/acme', 'isms trace A.9.2.1 --format mermaid'],
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
} as const satisfies Readonly<Record<string, CommandSpec>>;
