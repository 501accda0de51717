/** A kind of document as its snippets introduce it. */
export interface KindOfDocument {
  /** The word of its `type`, as the vocabulary has it. */
  readonly kind: string;
  /** What the description calls it. */
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly lists: { readonly controls: true } | { readonly clauses: readonly string[] } | undefined;
  /** False for records and minutes: nobody approves them, and they are never reviewed. */
  readonly controlled: boolean;
}

const CONTROLS = { controls: true } as const;

function controlled(kind: string, name: string, id: string, title: string, lists?: KindOfDocument['lists']): KindOfDocument {
  return { kind, name, id, title, lists, controlled: true };
}

/** Every kind of the vocabulary but templates and readmes, which have no front matter of ours. */
export const KINDS: readonly KindOfDocument[] = [
  controlled('policy', 'a policy', 'POL-001', 'Access control policy', CONTROLS),
  controlled('procedure', 'a procedure', 'PRC-001', 'Granting and removing access', CONTROLS),
  controlled('standard', 'a standard', 'STD-001', 'Standard for passwords and passkeys', CONTROLS),
  controlled('plan', 'a plan', 'PLN-001', 'Business continuity plan', CONTROLS),
  controlled('guideline', 'a guideline', 'GDL-001', 'Guideline for working from home', CONTROLS),
  controlled('scope', 'the scope of the ISMS', 'SCP-001', 'Scope of the ISMS', { clauses: ['4.3'] }),
  controlled('statement-of-applicability', 'the Statement of Applicability', 'SOA-001', 'Statement of Applicability', { clauses: ['6.1.3'] }),
  controlled('risk-register', 'the risk register', 'REG-001', 'Risk register', { clauses: ['8.2', '8.3'] }),
  controlled('methodology', 'the risk methodology', 'MET-001', 'Risk assessment and treatment', { clauses: ['6.1.2', '6.1.3'] }),
  controlled('objectives', 'the security objectives', 'OBJ-001', 'Information security objectives', { clauses: ['6.2'] }),
  controlled('document-register', 'the register of documents', 'DOC-001', 'Register of documents', { clauses: ['7.5'] }),
  controlled('evidence-register', 'the register of evidence', 'EVD-001', 'Register of evidence'),
  controlled('requirements-register', 'the register of requirements', 'REQ-001', 'Legal and contractual requirements', { clauses: ['4.2'] }),
  controlled('exception-register', 'the register of exceptions', 'EXC-001', 'Register of exceptions'),
  controlled('asset-register', 'the register of assets', 'AST-001', 'Register of assets'),
  controlled('supplier-register', 'the register of suppliers', 'SUP-001', 'Register of suppliers'),
  controlled('audit-report', 'an internal audit report', 'AUD-001', 'Internal audit report', { clauses: ['9.2'] }),
  controlled('management-review', 'a management review', 'MRV-001', 'Management review', { clauses: ['9.3'] }),
  controlled('corrective-action-log', 'the log of corrective actions', 'CAL-001', 'Nonconformities and corrective actions', { clauses: ['10.2'] }),
  { kind: 'record', name: 'a record', id: 'REC-001', title: 'Restore test', lists: undefined, controlled: false },
  { kind: 'minutes', name: 'minutes', id: 'MIN-001', title: 'Meeting of the security council', lists: undefined, controlled: false },
];

export const TODAY = '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}';
/** Snippets cannot reckon, so each digit is replaced by its successor. The 29th becomes the 28th for the sake of February. */
export const IN_A_YEAR = '${CURRENT_YEAR/^(\\d{3})(?:(0)|(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8))$|^(2029)$|^(2039)$/$1${2:+1}${3:+2}${4:+3}${5:+4}${6:+5}${7:+6}${8:+7}${9:+8}${10:+9}${11:+2030}${12:+2040}/}-${CURRENT_MONTH}-${CURRENT_DATE/29/28/}';

/** The tab stop of the title, which a skeleton repeats as its heading. */
export const TITLE_STOP = 2;
/** Tab stops from here on are free for the text below the front matter. */
export const FREE_STOP = 20;

/** The front matter of a kind, in the order of keys that the conventions give. */
export function frontMatter(kind: KindOfDocument): string[] {
  const head = ['---', `id: "\${1:${kind.id}}"`, `title: "\${${TITLE_STOP}:${kind.title}}"`, `type: ${kind.kind}`];
  if (!kind.controlled) return [...head, 'classification: ${3|internal,confidential,public|}', 'owner: "${4:[Name, role]}"', `date: \${5:${TODAY}}`, '---'];
  return [
    ...head,
    'version: "${3:0.1}"',
    'status: ${4|draft,in-review,approved,retired|}',
    'classification: ${5|internal,confidential,public|}',
    'owner: "${6:[Name, role]}"',
    'approver: "${7:[Name, role]}"',
    'approved_date: $8',
    'effective_date: $9',
    'review_cycle: ${10|P1Y,P6M,P2Y|}',
    `next_review: \${11:${IN_A_YEAR}}`,
    ...listLines(kind.lists),
    'related_documents: [$13]',
    '---',
  ];
}

/** A whole theme maps nothing and is pointed out, so that a placeholder that stays is never taken for a mapping. */
function listLines(lists: KindOfDocument['lists']): string[] {
  if (lists === undefined) return [];
  if ('controls' in lists) return ['controls:', '  - "${12:A.5.x}"'];
  return [`clauses: [${lists.clauses.map((clause) => `"${clause}"`).join(', ')}]`];
}

export const SOA_HEADER = [
  '| Control | Title | Applicable | Justification | Status | Documents | Risks |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

/** A row of the Statement of Applicability; `stop` is its first tab stop. */
export function soaRow(stop: number): string {
  const at = (index: number, content: string): string => `\${${stop + index}${content}}`;
  const status = '|Planned,Implemented,Partial,Not started,TBC,Excluded|';
  return `| ${at(0, ':A.5.1')} | ${at(1, ':Policies for information security')} | ${at(2, '|TBC,Yes,No|')} | ${at(3, ':[The risk, law or contract behind it]')} | ${at(4, status)} | ${at(5, ':—')} | ${at(6, ':—')} |`;
}

export const RISK_HEADER = [
  '| ID | Risk | Owner | Likelihood | Impact | Score | Treatment | Controls | Residual | Review |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
];

export function riskRow(stop: number): string {
  const at = (index: number, content: string): string => `\${${stop + index}${content}}`;
  const scale = '|1,2,3,4,5|';
  const cells = [
    at(0, ':R-001'),
    at(1, ':[What happens, to what, and what it costs]'),
    at(2, ':[Name]'),
    at(3, scale),
    at(4, scale),
    at(5, ':1'),
    at(6, '|mitigate,accept,avoid,transfer|'),
    at(7, ':A.5.x'),
    at(8, ':1'),
    at(9, `:${IN_A_YEAR}`),
  ];
  return `| ${cells.join(' | ')} |`;
}
