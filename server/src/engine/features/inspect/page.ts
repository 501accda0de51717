import type { Carrier } from '../../facts/facts';
import { escapeMarkdown } from '../markdown';
import { bullets, heading, paragraph, table, type Block, type Page } from '../page';
import type { IdState, InspectedControl, InspectedField, Inspection } from './inspection';
import { ignoredBlocks, linkBlocks, suppressionBlocks } from './partsPage';
import { tableBlocks } from './tablesPage';
import { places, shown, type PlaceText } from './words';

/** The account of a file for people: what it is, and everything that was understood of it. Texts are Markdown. */
export function inspectionPage(inspection: Inspection, name: string, placeOf: PlaceText): Page {
  return {
    title: escapeMarkdown(name),
    blocks: [
      ...verdict(inspection, placeOf),
      ...metadataBlocks(inspection, placeOf),
      ...controlBlocks(inspection, placeOf),
      ...citationBlocks(inspection, placeOf),
      ...sectionBlocks(inspection, placeOf),
      ...tableBlocks(inspection, placeOf),
      ...linkBlocks(inspection, placeOf),
      ...suppressionBlocks(inspection, placeOf),
      ...ignoredBlocks(inspection, placeOf),
    ],
  };
}

function verdict({ document, advice }: Inspection, placeOf: PlaceText): Block[] {
  if (document === undefined)
    return [
      paragraph('**No document of the ISMS.** Nothing is checked here, and nothing in it counts as mapped.'),
      bullets(advice.map(escapeMarkdown)),
    ];
  const { kind, title, why, span, status, maps, controlled } = document;
  const place = span === undefined ? '' : ` (${placeOf(span)})`;
  return [
    paragraph(
      `**${escapeMarkdown(title)}** is ${escapeMarkdown(kindName(kind))}, because ${escapeMarkdown(why)}${place}.`,
    ),
    bullets([
      maps ? 'The controls that it lists count as mapped.' : 'Controls that it lists do not count as mapped.',
      controlled
        ? 'It is under document control: an owner, a version, a review.'
        : 'It needs no document control.',
      status === undefined ? 'Its status is not known.' : `Its status is ${status}.`,
    ]),
  ];
}

/** `a policy`, `an asset register`, `the Statement of Applicability` */
function kindName(kind: string): string {
  if (kind === 'statement-of-applicability') return 'the Statement of Applicability';
  const word = kind.replace(/-/g, ' ');
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

function metadataBlocks({ metadata }: Inspection, placeOf: PlaceText): Block[] {
  if (metadata.length === 0) return [];
  const rows = metadata.flatMap((field) => [
    [field.field, shown(field.value), `${carrierName(field.carrier)}, ${placeOf(field.span)}`],
    ...outrankedRows(field, placeOf),
  ]);
  return [heading('Metadata'), table(['Field', 'Value', 'Where'], rows)];
}

function outrankedRows({ outranked }: InspectedField, placeOf: PlaceText): string[][] {
  return outranked.map(({ value, carrier, span, differs }) => [
    '',
    `${differs ? 'not used: ' : 'the same: '}${shown(value)}`,
    `${carrierName(carrier)}, ${placeOf(span)}`,
  ]);
}

/** `front matter`, `document table`, `annex line` */
export function carrierName(carrier: Carrier): string {
  return carrier.replace(/-/g, ' ');
}

const STATES: Readonly<Record<IdState, string>> = {
  control: '',
  own: 'of your own catalogue: ',
  superseded: 'of 2013: ',
  unknown: 'no such control',
  clause: 'a clause: ',
  'whole-theme': 'maps nothing: a list needs ids',
};

function nameOf({ state, title }: { readonly state: IdState; readonly title: string | undefined }): string {
  return escapeMarkdown(`${STATES[state]}${title ?? ''}`);
}

function controlBlocks({ controls }: Inspection, placeOf: PlaceText): Block[] {
  if (controls.length === 0) return [];
  const rows = controls.map((control) => [
    escapeMarkdown(control.id),
    nameOf(control),
    [sourceOf(control), placeOf(control.span), ...remarks(control)].join(', '),
  ]);
  return [
    heading(`Controls that it carries out (${controls.length})`),
    table(['Id', 'Title', 'Where'], rows),
  ];
}

function sourceOf({ carrier, key }: InspectedControl): string {
  const name = carrierName(carrier);
  return carrier === 'front-matter' && key !== 'controls' ? `${name} "${escapeMarkdown(key)}"` : name;
}

function remarks({ written, id, section, carrier }: InspectedControl): string[] {
  return [
    ...(written === id ? [] : [`written ${escapeMarkdown(written)}`]),
    ...(section === undefined || carrier === 'front-matter' ? [] : [`in "${escapeMarkdown(section)}"`]),
  ];
}

function citationBlocks({ citations }: Inspection, placeOf: PlaceText): Block[] {
  if (citations.length === 0) return [];
  const rows = citations.map((citation) => [citation.id, nameOf(citation), places(citation.spans, placeOf)]);
  return [
    heading(`Controls that the text cites (${citations.length})`),
    table(['Id', 'Title', 'Where'], rows),
  ];
}

function sectionBlocks({ sections }: Inspection, placeOf: PlaceText): Block[] {
  if (sections.length === 0) return [];
  const rows = sections.map(({ title, depth, span, controls }) => [
    `${'· '.repeat(depth - 1)}${escapeMarkdown(title)}`,
    placeOf(span),
    runsOf(controls).join(', '),
  ]);
  return [heading(`Sections (${sections.length})`), table(['Heading', 'Where', 'Controls'], rows)];
}

/** `A.5.1–A.5.37` for ids that follow one another. */
function runsOf(ids: readonly string[]): string[] {
  const runs: [first: string, last: string][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    if (run !== undefined && follows(run[1], id)) run[1] = id;
    else runs.push([id, id]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`));
}

function follows(before: string, id: string): boolean {
  const [head, number] = splitLast(before);
  const [otherHead, otherNumber] = splitLast(id);
  return head === otherHead && Number(otherNumber) === Number(number) + 1;
}

function splitLast(id: string): [head: string, number: string] {
  const at = id.lastIndexOf('.');
  return [id.slice(0, at), id.slice(at + 1)];
}
