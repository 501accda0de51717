import type { AttributeValue } from '../catalog/catalog';
import { CONFIDENCE_WORDS } from '../catalog/crosswalkData';
import type { FrameworkItem } from '../catalog/crosswalks';
import type { Isms } from '../index/model';
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { DIMENSION_NAMES } from './fullCard';
import { clauseText } from './hoverClause';
import type { LinkTo } from './markdown';
import { controlStateInBrief } from './workspaceState';

const MOST_CONTROLS = 12;
const MOST_RELATIONS = 8;
/** Longer lines are searched only this far around the cursor. */
const LONGEST_LINE = 2000;

/** What a word means that is no id of ISO/IEC 27001: an attribute's hashtag, or an id of another framework. */
export function wordAt(
  isms: Isms,
  text: string,
  offset: number,
  linkTo: LinkTo,
): { readonly markdown: string; readonly span: Span } | undefined {
  const hashtag = matchAt(text, offset, /#\p{L}[\p{L}\p{N}_]*/gu);
  const value = hashtag && isms.catalog.attributes.find((each) => isSame(each.hashtag, hashtag.text));
  if (hashtag !== undefined && value !== undefined)
    return { markdown: attributeText(value, isms), span: hashtag.span };
  const clause = matchAt(text, offset, CLAUSE);
  const said = clause && clauseText(/[\d.]+/.exec(clause.text)?.[0] ?? '', isms, linkTo);
  if (clause !== undefined && said !== undefined) return { markdown: said, span: clause.span };
  const id = matchAt(text, offset, FRAMEWORK_ID);
  const item = id && isms.catalog.crosswalks?.findItem(id.text);
  return id === undefined || item === undefined
    ? undefined
    : { markdown: itemText(item, isms), span: id.span };
}

/** A clause in running text, where a bare number could be anything: `Clause 6.1.3`, `6.1.3 d)`. */
const CLAUSE =
  /(?<![\p{L}\p{N}.])(?:(?:clauses?|klauseln?)\s+\d{1,2}(?:\.\d{1,2}){0,2}(?:\s?[a-h]\)?(?![\p{L}\p{N}]))?|\d{1,2}(?:\.\d{1,2}){1,2}\s?[a-h]\)?(?![\p{L}\p{N}]))/giu;

/** The shapes of ids that name their framework: `CC6.1`, `PR.AA-05`, `AC-2(1)`, `164.308(a)(1)(i)`, own ones with a digit. */
const FRAMEWORK_ID =
  /(?<![\p{L}\p{N}_.-])(?:164\.\d{3}(?:\([a-z0-9]+\))*|\p{L}[\p{L}\p{N}]*(?:[.-]?[\p{L}\p{N}]+)*(?:\s?\(\d{1,2}\))?)(?![\p{L}\p{N}_])/gu;

function matchAt(
  text: string,
  offset: number,
  pattern: RegExp,
): { readonly text: string; readonly span: Span } | undefined {
  const line = lineAround(text, offset);
  const start = Math.max(line.start, offset - LONGEST_LINE);
  const searched = text.slice(start, Math.min(line.end, offset + LONGEST_LINE));
  for (const match of searched.matchAll(pattern)) {
    const from = start + match.index;
    const to = from + match[0].length;
    if (from <= offset && offset <= to) return { text: match[0], span: { start: from, end: to } };
  }
  return undefined;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function attributeText({ dimension, value, hashtag }: AttributeValue, { catalog }: Isms): string {
  const controls = catalog.controls.filter((control) => control.attributes[dimension].includes(value));
  const lines = controls.slice(0, MOST_CONTROLS).map(({ id, title }) => `- **${id} ${title}**`);
  const rest = controls.length - lines.length;
  const more = rest > 0 ? [`- and ${rest} more`] : [];
  return `**${hashtag}** (attribute: ${DIMENSION_NAMES[dimension].toLowerCase()})\n\n${controls.length} of ${catalog.controls.length} controls carry it:\n\n${[...lines, ...more].join('\n')}`;
}

function itemText(item: FrameworkItem, isms: Isms): string {
  const relations = isms.catalog.crosswalks;
  const title = item.title === undefined ? '' : ` ${item.title}`;
  const heading = `**${item.id}${title}** (${item.framework.title})`;
  const edges = relations?.controlsOf(item) ?? [];
  if (edges.length === 0) return `${heading}\n\nNo published relation to a control of Annex A is known.`;
  const lines = edges.slice(0, MOST_RELATIONS).map(({ control, source, confidence, via }) => {
    const name = isms.catalog.control(control)?.title ?? '';
    const through = via.length === 0 ? '' : ` through ${via.join(', ')}`;
    const words = `${source.label}${through}; ${source.title}; ${CONFIDENCE_WORDS[confidence]}`;
    return `- **${control} ${name}**: ${controlStateInBrief(control, isms)} *(${words})*`;
  });
  const rest = edges.length - lines.length;
  const more = rest > 0 ? [`- and ${rest} more`] : [];
  return `${heading}\n\nRelated controls, not equivalent ones:\n\n${[...lines, ...more].join('\n')}`;
}
