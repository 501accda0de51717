import type { Rule } from '../../src/engine/rules/rule';
import { frontMatter, FREE_STOP, IN_A_YEAR, KINDS, RISK_HEADER, riskRow, SOA_HEADER, soaRow, TITLE_STOP } from './snippetParts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  /** Offered by "Fill File with Snippet" in an empty file. */
  readonly isFileTemplate?: true;
}

/** The snippets of the extension, by file. Generated because they repeat kinds, words and rules that the engine knows. */
export function snippetFiles(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map([
    ['snippets/isms.code-snippets', file({ ...documents(), ...frontMatters(), ...rows(), ...suppressions(rules) })],
    ['snippets/isms-yaml.code-snippets', file(yaml(rules))],
  ]);
}

function file(snippets: Readonly<Record<string, Snippet>>): string {
  return `// Written by "npm run generate" from server/tools/docs/snippets.ts.\n${JSON.stringify(snippets, undefined, 2)}\n`;
}

function frontMatters(): Record<string, Snippet> {
  return Object.fromEntries(
    KINDS.map((kind) => [
      `ISMS front matter: ${kind.kind}`,
      {
        prefix: `isms-front-matter-${kind.kind}`,
        description: `Front matter of ${kind.name}`,
        body: [...frontMatter(kind), '', '$0'],
      },
    ]),
  );
}

function documents(): Record<string, Snippet> {
  return {
    'ISMS policy': { prefix: 'isms-policy', description: 'A whole policy, ready to be filled in', isFileTemplate: true, body: policy() },
    'ISMS Statement of Applicability': {
      prefix: 'isms-soa',
      description: 'A Statement of Applicability with its table; the missing rows come by quick fix',
      isFileTemplate: true,
      body: document('statement-of-applicability', [
        'Why each control of ISO/IEC 27001:2022 Annex A is or is not needed here, and how far it is carried out.',
        '',
        ...SOA_HEADER,
        soaRow(FREE_STOP),
        '$0',
      ]),
    },
    'ISMS risk register': {
      prefix: 'isms-risk-register',
      description: 'A risk register with its table',
      isFileTemplate: true,
      body: document('risk-register', ['Score is likelihood times impact, each from 1 to 5.', '', ...RISK_HEADER, riskRow(FREE_STOP), '$0']),
    },
  };
}

function document(kind: string, text: readonly string[]): string[] {
  const described = KINDS.find((each) => each.kind === kind);
  if (described === undefined) throw new Error(`no kind of document is called ${kind}`);
  return [...frontMatter(described), '', `# $${TITLE_STOP}`, '', ...text];
}

function policy(): string[] {
  return document('policy', [
    '## 1. Purpose and scope',
    '',
    'This policy decides ${20:[what, in one sentence]}. It covers ${21:[systems, places, data]} and binds ${22:[employees, contractors, suppliers]}.',
    '',
    '## 2. Roles',
    '',
    '- ${23:[Name, role]} owns this policy, keeps it current and decides about exceptions.',
    '- ${24:[Name, role]} carries the rules out.',
    '',
    '## 3. Rules (${25:A.5.x})',
    '',
    '1. ${26:[Who] does [what] [by when or how often].}',
    '2. ${27:[What is forbidden, and what is done instead.]}',
    '',
    '## 4. Evidence',
    '',
    '${28:[Which ticket, log or report shows that the rules are kept, where it lies and who looks at it how often.]}',
    '',
    '## 5. Exceptions',
    '',
    'An exception needs a reason, an end date and the written consent of the owner, and stands in ${29:[the register of exceptions]}.',
    '',
    '## 6. Breaches and review',
    '',
    'Whoever sees this policy broken reports it to ${30:[channel]}. The owner reviews the policy once a year and after each incident that touches it.$0',
  ]);
}

function rows(): Record<string, Snippet> {
  return {
    'ISMS SoA table': { prefix: 'isms-soa-table', description: 'Header and first row of a Statement of Applicability', body: [...SOA_HEADER, `${soaRow(1)}$0`] },
    'ISMS SoA row': { prefix: 'isms-soa-row', description: 'A row of the Statement of Applicability', body: [`${soaRow(1)}$0`] },
    'ISMS risk table': { prefix: 'isms-risk-table', description: 'Header and first row of a risk register', body: [...RISK_HEADER, `${riskRow(1)}$0`] },
    'ISMS risk row': { prefix: 'isms-risk-row', description: 'A risk of the register', body: [`${riskRow(1)}$0`] },
    'ISMS controls of a section': { prefix: 'isms-annex', description: 'The controls that a section carries out', body: ['(Annex A: ${1:A.5.x})$0'] },
  };
}

/** The reason stays empty: without one nothing is suppressed, so that nobody accepts a finding by mere typing. */
function suppressions(rules: readonly Rule[]): Record<string, Snippet> {
  const rule = ruleChoice(rules);
  return {
    'ISMS suppression: next line': { prefix: 'isms-disable-next-line', description: 'Accept a finding on the next line, with a reason', body: [`<!-- isms-disable-next-line ${rule} -- $2 -->$0`] },
    'ISMS suppression: table row': { prefix: 'isms-disable-line', description: 'Accept a finding in this table row, inside a cell', body: [`<!-- isms-disable-line ${rule} -- $2 -->$0`] },
    'ISMS suppression: block': { prefix: 'isms-disable', description: 'Accept findings between two comments', body: [`<!-- isms-disable ${rule} -- $2 -->`, '', '$0', '', '<!-- isms-enable $1 -->'] },
    'ISMS suppression: file': { prefix: 'isms-disable-file', description: 'Accept a finding in the whole file', body: [`<!-- isms-disable-file ${rule} until=\${3:${IN_A_YEAR}} by=\${4:CISO} -- $2 -->$0`] },
    'ISMS suppression: front matter': { prefix: 'isms-disable-line-yaml', description: 'Accept a finding on this line of front matter', body: [`# isms-disable-line ${rule} -- $2$0`] },
  };
}

function yaml(rules: readonly Rule[]): Record<string, Snippet> {
  return {
    'ISMS configuration': {
      prefix: 'isms-yaml',
      description: 'isms.yaml: the configuration of an ISMS',
      isFileTemplate: true,
      body: [
        'organization: "${1:[Name of the organisation]}"',
        'scope: "${2:[What the ISMS covers, in one sentence]}"',
        '',
        'documents:',
        '  include:',
        '    - "**/*.md"',
        '',
        'soa: ${3:soa.md}',
        'riskRegister: ${4:risks.md}',
        'reviewCycle: ${5|P1Y,P6M,P2Y|}',
        '$0',
      ],
    },
    'ISMS accepted finding': {
      prefix: 'isms-ignore',
      description: 'An entry of "ignore:" in isms.yaml',
      body: [`- rule: ${ruleChoice(rules)}`, '  files: ["${2:policies/**}"]', '  reason: "$3"', `  until: "\${4:${IN_A_YEAR}}"`, '  by: "${5:CISO}"$0'],
    },
    'ISMS suppression': { prefix: 'isms-disable-line', description: 'Accept a finding on this line, with a reason', body: [`# isms-disable-line ${ruleChoice(rules)} -- $2$0`] },
  };
}

function ruleChoice(rules: readonly Rule[]): string {
  return `\${1|${rules.map((rule) => rule.id).join(',')}|}`;
}
