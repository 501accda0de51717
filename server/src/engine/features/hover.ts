import type { Control } from '../catalog/catalog';
import type { OwnExcerpt } from '../catalog/ownEntries';
import type { IdMention } from '../ids/mention';
import { documentAt, type Isms } from '../index/model';
import type { Span } from '../text/span';
import { controlGuidance, controlHashtags, controlHeading } from './controlCard';
import { clauseText } from './hoverClause';
import { hoverActions, type HoverAction } from './hoverActions';
import type { LinkTo } from './markdown';
import { mentionAt } from './mentions';
import { wordAt } from './hoverWord';
import { controlState, controlStateInBrief } from './workspaceState';

export interface HoverText {
  readonly markdown: string;
  /** The id that it is about. */
  readonly span: Span;
  /** What can be done about the control; none where it is about something else. */
  readonly actions: readonly HoverAction[];
}

/** A long range must not fill more than a screen. */
const MOST_LISTED = 12;

/** What is to be said about the id at `offset`. `undefined` where there is none or the file is no ISMS document. */
export function hoverAt(isms: Isms, path: string, offset: number, linkTo: LinkTo): HoverText | undefined {
  const document = documentAt(isms, path);
  const mention = document === undefined ? undefined : mentionAt(document.facts, offset);
  const markdown = mention === undefined ? undefined : textAbout(mention, isms, linkTo);
  if (markdown === undefined || mention === undefined) {
    const word = document && wordAt(isms, document.source.text, offset, linkTo);
    return word && { ...word, actions: [] };
  }
  const control = controlOf(mention, isms);
  const actions = control === undefined ? [] : hoverActions(isms, path, control);
  return { markdown, span: mention.span, actions };
}

/** The one control that a mention stands for today. */
function controlOf({ namespace, form, ids }: IdMention, { catalog }: Isms): string | undefined {
  const [id] = ids;
  if (form !== 'single' || id === undefined) return undefined;
  if (namespace === 'iso27001:2022') return catalog.control(id)?.id;
  if (namespace !== 'iso27001:2013') return undefined;
  const successors = catalog.successors(id);
  return successors.length === 1 ? successors[0] : undefined;
}

function textAbout(mention: IdMention, isms: Isms, linkTo: LinkTo): string | undefined {
  const [id] = mention.ids;
  switch (mention.namespace) {
    case 'iso27001:2022':
      if (mention.form === 'coarse') return aboutTheme(mention, isms);
      return mention.ids.length > 1 ? aboutRange(mention, isms) : aboutControl(id, isms, linkTo);
    case 'iso27001:2013':
      return mention.ids.length > 1 ? aboutFormerRange(mention, isms) : aboutFormer(id, isms, linkTo);
    case 'clause':
      return id === undefined ? undefined : clauseText(id, isms, linkTo);
    case 'own':
      return aboutOwn(id, isms);
    default:
      return undefined;
  }
}

function aboutControl(id: string | undefined, isms: Isms, linkTo: LinkTo): string | undefined {
  const control = id === undefined ? undefined : isms.catalog.control(id);
  if (control === undefined) return undefined;
  return [
    controlHeading(control, isms.catalog),
    controlGuidance(control),
    controlHashtags(control, isms.catalog),
    ...isms.catalog.excerpts(control.id).map(excerptText),
    `---\n\n**${isms.catalog.say('In this ISMS')}**\n\n${controlState(control.id, isms, linkTo)}`,
  ].join('\n\n');
}

/** The organisation's own text about a control, marked as theirs: it may be licensed and is written into no file. */
function excerptText({ text, source, catalog }: OwnExcerpt): string {
  const from = source === undefined ? catalog : `${catalog}, ${source}`;
  return `---\n\n**Your own text** (${from})\n\n${text}`;
}

/** A control of the organisation's own catalogues, with its own text and the documents that map it. */
function aboutOwn(id: string | undefined, isms: Isms): string | undefined {
  const control = id === undefined ? undefined : isms.catalog.ownControl(id);
  if (control === undefined) return undefined;
  const documents = new Set((isms.mappings.get(control.id) ?? []).map(({ document }) => document.title));
  const mapped = documents.size === 0 ? 'No document maps it.' : `Mapped by ${[...documents].join(', ')}.`;
  return [
    `**${control.id} ${control.title}**${control.theme === undefined ? '' : `  \n${control.theme}`}`,
    ...(control.text === undefined ? [] : [control.text]),
    `---\n\n**${isms.catalog.say('In this ISMS')}**\n\n${mapped}`,
  ].join('\n\n');
}

function aboutRange(mention: IdMention, isms: Isms): string | undefined {
  const controls = mention.ids.flatMap((id) => isms.catalog.control(id) ?? []);
  if (controls.length === 0) return undefined;
  const line = (control: Control): string =>
    `- **${control.id} ${control.title}**: ${controlStateInBrief(control.id, isms)}`;
  return `**${mention.ids[0]} to ${mention.ids.at(-1)}**: ${controls.length} controls\n\n${listed(controls.map(line))}`;
}

function aboutTheme(mention: IdMention, isms: Isms): string | undefined {
  const theme = /\d+/.exec(mention.text)?.[0];
  const controls = isms.catalog.controls.filter((control) => control.id.startsWith(`A.${theme}.`));
  const [first] = controls;
  if (first === undefined) return undefined;
  return `**A.${theme}** stands for the whole theme of ${controls.length} ${first.theme} controls, ${first.id} to ${controls.at(-1)?.id}. It names no control, so it maps none.`;
}

/** What became of an id of the 2013 edition. */
function aboutFormer(id: string | undefined, isms: Isms, linkTo: LinkTo): string | undefined {
  if (id === undefined) return undefined;
  const successors = isms.catalog.successors(id).flatMap((each) => isms.catalog.control(each) ?? []);
  const [only] = successors;
  if (only === undefined) return undefined;
  const title = isms.catalog.superseded(id)?.title;
  const heading = `**${id}${title === undefined ? '' : ` ${title}`}** (2013 edition, replaced in 2022)`;
  if (successors.length === 1) return `${heading}\n\nNow:\n\n${aboutControl(only.id, isms, linkTo) ?? ''}`;
  const line = (control: Control): string => `- **${control.id} ${control.title}**: ${control.card.summary}`;
  return `${heading}\n\nIts content is now in ${successors.length} controls:\n\n${listed(successors.map(line))}`;
}

function aboutFormerRange(mention: IdMention, isms: Isms): string | undefined {
  const lines = mention.ids.flatMap((id) => {
    const successors = isms.catalog.successors(id).flatMap((each) => isms.catalog.control(each) ?? []);
    return successors.length === 0
      ? []
      : [`- ${id}: now ${successors.map((control) => `**${control.id} ${control.title}**`).join(', ')}`];
  });
  if (lines.length === 0) return undefined;
  return `**${mention.ids[0]} to ${mention.ids.at(-1)}** (2013 edition, replaced in 2022)\n\n${listed(lines)}`;
}

function listed(lines: readonly string[]): string {
  const rest = lines.length - MOST_LISTED;
  return [...lines.slice(0, MOST_LISTED), ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}
