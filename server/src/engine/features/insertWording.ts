import type { Control } from '../catalog/catalog';
import { documentAt, type Isms, type IsmsDocument } from '../index/model';
import type { TextEdit } from '../text/edits';
import { lineAround, lineBelow } from '../text/lines';
import { lineBreakOf } from '../text/source';
import { takesWording } from './hoverActions';
import { mentionAt } from './mentions';
import { tableRowAt } from './tableCursor';

/** More controls than this under one heading are a list of references, not a section about them. */
const MOST_OFFERED = 3;

/**
 * The controls whose wording may be wanted at `offset`: that of the id under the cursor, else those that the heading of
 * the section names, else those that the document maps where they are few.
 */
export function wordingControls(isms: Isms, path: string, offset: number): readonly Control[] {
  const document = documentAt(isms, path);
  if (document === undefined || !takesWording(document)) return [];
  const mention = mentionAt(document.facts, offset);
  const under = mention?.namespace === 'iso27001:2022' ? mention.ids : [];
  const ids = [under, headingControls(document, offset), mappedControls(isms, path)].find(
    (each) => each.length > 0 && each.length <= MOST_OFFERED,
  );
  return (ids ?? []).flatMap((id) => isms.catalog.control(id) ?? []);
}

/** The edit that puts sentences as list items behind the line of `offset`, in the style of what stands there. */
export function insertWording(
  document: IsmsDocument,
  offset: number,
  sentences: readonly string[],
): TextEdit {
  const { text } = document.source;
  const lineBreak = lineBreakOf(text);
  const line = lineToFollow(document, offset);
  const written = text.slice(line.start, line.end);
  const marker = /^([ \t>]*)([-*+])[ \t]+/.exec(written);
  const numbered = /^([ \t>]*)(\d{1,9})([.)])[ \t]+/.exec(written);
  const items = sentences.map((sentence, index) => {
    if (marker !== null) return `${marker[1]}${marker[2]} ${sentence}`;
    if (numbered === null) return `- ${sentence}`;
    return `${numbered[1]}${Number(numbered[2]) + 1 + index}${numbered[3]} ${sentence}`;
  });
  const inList = marker !== null || numbered !== null;
  const before = written.trim() === '' ? '' : inList ? lineBreak : lineBreak.repeat(2);
  const below = lineBelow(text, line.end);
  const next = below === undefined ? '' : text.slice(below.start, below.end);
  // Without a blank line a paragraph below would become part of the last item.
  const after = next.trim() === '' || /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(next) ? '' : lineBreak;
  const at = written.trim() === '' ? line.start : line.end;
  const end = written.trim() === '' ? line.end : at;
  return { span: { start: at, end }, newText: before + items.join(lineBreak) + after };
}

/** Front matter and tables are no place for sentences: the end of the document, and the end of the table, are. */
function lineToFollow({ source: { text }, facts }: IsmsDocument, offset: number) {
  const frontMatter = facts.frontMatter?.span;
  if (frontMatter !== undefined && offset <= frontMatter.end)
    return lineAround(text, Math.max(frontMatter.end, text.trimEnd().length));
  let line = lineAround(text, offset);
  if (tableRowAt(text, offset) === undefined) return line;
  for (let below = lineBelow(text, line.end); below !== undefined; below = lineBelow(text, below.end)) {
    if (!text.slice(below.start, below.end).includes('|')) break;
    line = below;
  }
  return line;
}

function headingControls({ facts }: IsmsDocument, offset: number): string[] {
  const heading = facts.body.headings.filter((each) => each.span.start <= offset).at(-1);
  if (heading === undefined) return [];
  const named = facts.citations.filter(
    ({ mention }) =>
      mention.namespace === 'iso27001:2022' &&
      mention.span.start >= heading.span.start &&
      mention.span.end <= heading.span.end,
  );
  return [...new Set(named.flatMap(({ mention }) => mention.ids))];
}

function mappedControls(isms: Isms, path: string): string[] {
  return [...isms.mappings]
    .filter(([, mappings]) => mappings.some(({ document }) => document.path === path))
    .map(([id]) => id);
}
