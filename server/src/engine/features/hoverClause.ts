import type { Catalog, Clause, DocumentedInformation } from '../catalog/catalog';
import type { IdMention } from '../ids/mention';
import type { Isms, IsmsDocument } from '../index/model';
import { link, shortList, type LinkTo } from './markdown';

const MOST_DOCUMENTS = 5;
const START = { start: 0, end: 0 };

/** A clause (4–10) of ISO/IEC 27001: title, note, the documented information it asks for, the documents that name it. */
export function clauseText(id: string, isms: Isms, linkTo: LinkTo): string | undefined {
  const clause = isms.catalog.clauses.find((each) => each.id === id);
  if (clause === undefined) return undefined;
  const parts = [
    `**Clause ${clause.id} ${clause.title}** (ISO/IEC 27001:2022)`,
    ...(clause.note === undefined ? [] : [clause.note]),
    ...informationOf(clause, isms),
    `---\n\n**${isms.catalog.say('In this ISMS')}**\n\n${carriers(clause, isms, linkTo)}`,
  ];
  return parts.join('\n\n');
}

/** The documented information that a clause asks for: its own and that of the clauses below it. */
export function clauseInformation(id: string, catalog: Catalog): readonly DocumentedInformation[] {
  return catalog.documentedInformation.filter(
    ({ kind, ref }) => kind === 'clause' && isWithin(ref.split(' ')[0] ?? '', id),
  );
}

function informationOf({ id }: Clause, { catalog }: Isms): string[] {
  const asked = clauseInformation(id, catalog);
  if (asked.length === 0) return [];
  return [`Documented information:\n\n${asked.map(informationLine).join('\n')}`];
}

function informationLine({ ref, label, form }: DocumentedInformation): string {
  return `- ${label} (${ref}, ${form})`;
}

function isWithin(id: string, clause: string): boolean {
  return id === clause || id.startsWith(`${clause}.`);
}

/** The documents that say they carry the clause out, and where there are none, those whose text mentions it. */
function carriers({ id }: Clause, isms: Isms, linkTo: LinkTo): string {
  const about = ({ namespace, ids }: IdMention): boolean =>
    namespace === 'clause' && ids.some((each) => isWithin(each, id));
  const linksTo = (mentionOf: (document: IsmsDocument) => IdMention | undefined): string[] =>
    isms.documents.flatMap((document) => {
      const mention = mentionOf(document);
      return mention === undefined ? [] : [link(document.title, linkTo(document.path, mention.span))];
    });
  const carry = linksTo(({ facts }) => facts.references.find(({ mention }) => about(mention))?.mention);
  const soa = id === '6.1.3' || id === '6.1' || id === '6' ? (isms.soa?.documents ?? []) : [];
  const statement = soa.map((document) => link(document.title, linkTo(document.path, START)));
  const lines = [
    ...(carry.length > 0 ? [`- Carried out by: ${shortList(carry, MOST_DOCUMENTS)}`] : []),
    ...(statement.length > 0
      ? [`- Statement of Applicability: ${shortList(statement, MOST_DOCUMENTS)}`]
      : []),
  ];
  if (carry.length > 0) return lines.join('\n');
  const named = linksTo(({ facts }) => facts.citations.find(({ mention }) => about(mention))?.mention);
  const mentioned =
    named.length === 0 ? 'No document lists it.' : `Named by: ${shortList(named, MOST_DOCUMENTS)}`;
  return [...lines, `- ${mentioned}`].join('\n');
}
