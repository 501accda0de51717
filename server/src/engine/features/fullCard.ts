import type { AttributeValue, Catalog, Control } from '../catalog/catalog';
import { CONFIDENCE_WORDS } from '../catalog/crosswalkData';
import type { Edge } from '../catalog/crosswalks';
import { addressedElements } from '../catalog/terms';
import type { Say } from '../catalog/translations';
import type { Isms, IsmsDocument } from '../index/model';
import { sentencesOf } from '../text/sentences';
import { controlHashtags, THEME_NAMES } from './controlCard';
import { link, type LinkTo } from './markdown';
import { controlState } from './workspaceState';

/** The ISMS whose state a card shows. */
export interface CardWorkspace {
  readonly isms: Isms;
  readonly linkTo: LinkTo;
}

/** Everything that is known about a control, as a Markdown document. Without a workspace it is the guidance alone. */
export function fullCard(control: Control, catalog: Catalog, workspace?: CardWorkspace): string {
  const { card } = control;
  const { say } = catalog;
  const parts = [
    `# ${control.id} ${control.title}`,
    origin(control, say),
    card.summary,
    section(say('Why'), card.why),
    section(say('How'), card.how.map((step, index) => `${index + 1}. ${step}`).join('\n')),
    ...(card.newIn2022 === undefined ? [] : [section(say('New in 2022'), card.newIn2022)]),
    section(say('What a document must decide'), elements(control, catalog, workspace)),
    section(say('Wording'), bullets(card.wording)),
    section(say('Evidence'), evidence(control)),
    section(say('What auditors find'), bullets(card.findings)),
    section(say('Related controls'), related(control, catalog)),
    section(say('Attributes'), `${controlHashtags(control, catalog)}\n\n${attributes(control, catalog)}`),
    ...crosswalks(control, catalog),
    ...catalog
      .excerpts(control.id)
      .map(({ text, source, catalog: title }) =>
        section(say('Your own text ({0})', source === undefined ? title : `${title}, ${source}`), text),
      ),
    ...(workspace === undefined
      ? []
      : [section(say('In this ISMS'), controlState(control.id, workspace.isms, workspace.linkTo))]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the dimensions of attributes are called. */
export const DIMENSION_NAMES: Readonly<Record<AttributeValue['dimension'], string>> = {
  controlType: 'Control type',
  infosecProperties: 'Information security property',
  cybersecurityConcepts: 'Cybersecurity concept',
  operationalCapabilities: 'Operational capability',
  securityDomains: 'Security domain',
};

function section(title: string, text: string): string {
  return `## ${title}\n\n${text}`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/\\?\|/g, '\\|');
  return [header, header.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function origin({ theme, newIn2022, predecessors, title, alternativeTitle }: Control, say: Say): string {
  const before = newIn2022 ? say('New in 2022') : say('In the 2013 edition: {0}', predecessors.join(', '));
  const other = alternativeTitle === title ? '' : ` · ISO/IEC 27002 calls it “${alternativeTitle}”`;
  const name = say(THEME_NAMES[theme]);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} · ${before}${other}`;
}

/** With the documents that settle each question, where this ISMS maps the control at all. */
function elements(
  { id, card }: Control,
  { say, terms }: Catalog,
  workspace: CardWorkspace | undefined,
): string {
  const documents = workspace === undefined ? [] : mappingDocuments(id, workspace.isms);
  if (workspace === undefined || documents.length === 0)
    return bullets(card.elements.map(({ question }) => question));
  const settled = documents.map((document) => ({
    document,
    elements: addressedElements(terms(), sentencesOf(bodyOf(document)), [id]).get(id),
  }));
  const lines = card.elements.map((element) => {
    const where = settled.filter((each) => each.elements?.has(element.id) === true);
    if (where.length === 0) return `○ ${element.question}`;
    const links = where.map(({ document }) => linkToFirst(document, id, workspace)).join(', ');
    return `✓ ${element.question} (${links})`;
  });
  const note = say('✓ a document that maps the control speaks of it; ○ none was recognised.');
  return `${bullets(lines)}\n\n${note}`;
}

function mappingDocuments(id: string, isms: Isms): IsmsDocument[] {
  return [...new Set((isms.mappings.get(id) ?? []).map(({ document }) => document))];
}

function linkToFirst(document: IsmsDocument, id: string, { isms, linkTo }: CardWorkspace): string {
  const mapping = isms.mappings.get(id)?.find((each) => each.document === document);
  const span = mapping?.reference.mention.span ?? { start: 0, end: 0 };
  return link(document.title, linkTo(document.path, span));
}

function bodyOf({ source, facts }: IsmsDocument): string {
  return source.text.slice(facts.frontMatter?.span.end ?? 0);
}

function evidence({ card }: Control): string {
  return table(
    ['Evidence', 'Typical source', 'Frequency'],
    card.evidence.map(({ what, source, frequency }) => [what, source, frequency]),
  );
}

function related({ card }: Control, catalog: Catalog): string {
  return bullets(
    card.related.map(({ id, reason }) => {
      const title = catalog.control(id)?.title;
      return `**${id}${title === undefined ? '' : ` ${title}`}**: ${reason}`;
    }),
  );
}

function attributes(control: Control, { say }: Catalog): string {
  const rows = Object.entries(DIMENSION_NAMES).map(([dimension, name]) => {
    const values = control.attributes[dimension as AttributeValue['dimension']];
    return [say(name), values.map((value) => value.replace(/_/g, ' ')).join(', ')];
  });
  return table([say('Dimension'), say('Values')], rows);
}

/** One table for each framework; nothing where the host has no crosswalks. */
function crosswalks(control: Control, { crosswalks: relations }: Catalog): string[] {
  const edges = relations?.itemsOf(control.id) ?? [];
  if (edges.length === 0) return [];
  const frameworks = [...new Set(edges.map(({ item }) => item.framework))];
  const tables = frameworks.map((framework) => {
    const rows = edges.filter(({ item }) => item.framework === framework).map(edgeRow);
    return `### ${framework.title}\n\n${table(['Item', 'Title', 'Relation', 'Source', 'Confidence'], rows)}`;
  });
  const note =
    'Related, not equivalent: a control in place is no proof that an item of another framework is met.';
  return [section('Relations to other frameworks', `${note}\n\n${tables.join('\n\n')}`)];
}

function edgeRow({ item, source, confidence, via }: Edge): string[] {
  const through = via.length === 0 ? '' : ` (${via.join(', ')})`;
  return [item.id, item.title ?? '', `${source.label}${through}`, source.title, CONFIDENCE_WORDS[confidence]];
}
