import type { Control } from '../catalog/catalog';
import { yamlText } from './scalarText';

export interface NewDocument {
  readonly path: string;
  readonly text: string;
}

/** What is known of the ISMS that a new document may say; nothing else is put into it. */
export interface KnownFacts {
  /** `reviewCycle` of `isms.yaml`. */
  readonly reviewCycle: string | number | undefined;
  /** `scope` of `isms.yaml`. */
  readonly scope: string | undefined;
  readonly lineBreak: string;
}

const FIRST_STEPS = 3;

/**
 * The skeleton of a policy that carries out one control: front matter in the order of the conventions, empty where only
 * the organisation knows the answer, and the headings of a policy. The control's first steps stand in a comment, so that
 * nothing is ruled that nobody has decided.
 */
export function newPolicy(control: Control, known: KnownFacts): string {
  const lines = [
    '---',
    'id: ""',
    `title: ${yamlText(control.title)}`,
    'type: policy',
    'version: "0.1"',
    'status: draft',
    'classification: ""',
    'owner: ""',
    'approver: ""',
    'approved_date: ""',
    'effective_date: ""',
    `review_cycle: ${known.reviewCycle === undefined ? '""' : yamlText(String(known.reviewCycle))}`,
    'next_review: ""',
    `controls: ["${control.id}"]`,
    'related_documents: []',
    '---',
    '',
    `# ${control.title}`,
    '',
    '## Purpose',
    '',
    ...comment([`What ${control.id} asks for: ${control.card.summary}`]),
    '',
    '## Scope',
    '',
    ...(known.scope === undefined
      ? comment(['Which people, places, systems and information this holds for.'])
      : [known.scope]),
    '',
    '## Rules',
    '',
    ...comment(['First steps:', ...control.card.how.slice(0, FIRST_STEPS).map((step) => `- ${step}`)]),
    '',
  ];
  return lines.join(known.lineBreak);
}

/** What a document that a clause asks for is and says. */
export interface ManagementDocument {
  readonly title: string;
  readonly type: string;
  /** `9.2` */
  readonly clauses: readonly string[];
  readonly controls: readonly string[];
  /** What the clauses ask for, in our words. */
  readonly contents: readonly string[];
}

/** The skeleton of a document that a clause asks for: empty where only the organisation knows the answer. */
export function newManagementDocument(document: ManagementDocument, known: KnownFacts): string {
  const quoted = (ids: readonly string[]): string => ids.map((id) => `"${id}"`).join(', ');
  const lines = [
    '---',
    'id: ""',
    `title: ${yamlText(document.title)}`,
    `type: ${document.type}`,
    'version: "0.1"',
    'status: draft',
    'classification: ""',
    'owner: ""',
    'approver: ""',
    'approved_date: ""',
    'effective_date: ""',
    `review_cycle: ${known.reviewCycle === undefined ? '""' : yamlText(String(known.reviewCycle))}`,
    'next_review: ""',
    ...(document.controls.length === 0 ? [] : [`controls: [${quoted(document.controls)}]`]),
    `clauses: [${quoted(document.clauses)}]`,
    'related_documents: []',
    '---',
    '',
    `# ${document.title}`,
    '',
    ...comment(['What has to be here:', ...document.contents.map((line) => `- ${line}`)]),
    '',
  ];
  return lines.join(known.lineBreak);
}

/** `policies/access-control.md`: in `folder`, with a number behind it where `isTaken` says that the file exists. */
export function newDocumentPath(folder: string, title: string, isTaken: (path: string) => boolean): string {
  const name = slug(title);
  for (let number = 1; ; number++) {
    const path = `${folder === '' ? '' : `${folder}/`}${name}${number === 1 ? '' : `-${number}`}.md`;
    if (!isTaken(path)) return path;
  }
}

function slug(title: string): string {
  const ascii = title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'document';
}

/** Nothing inside may end the comment early. */
function comment(lines: readonly string[]): string[] {
  const safe = lines.map((line) => line.replace(/-{2,}/g, '–'));
  return safe.length === 1 ? [`<!-- ${safe[0]} -->`] : [`<!-- ${safe[0]}`, ...safe.slice(1), '-->'];
}
