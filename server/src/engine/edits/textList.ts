import type { ControlReference, FileFacts } from '../facts/facts';
import type { IdMention } from '../ids/mention';
import { lineAround } from '../text/lines';
import type { TextEdit } from '../text/edits';
import { wordsOf } from '../text/words';
import { editSegments } from './idSegments';

/** A list of controls in the text: a bracket below a heading, bullets, one cell of a compliance table. */
export interface TextList {
  readonly text: string;
  readonly references: readonly ControlReference[];
}

/**
 * The lists of a document's text. The rows of a compliance table are lists of their own, because one control may well be
 * carried out in several sections.
 */
export function textLists(text: string, { references }: Pick<FileFacts, 'references'>): TextList[] {
  const lists = new Map<string, ControlReference[]>();
  for (const reference of references) {
    if (reference.carrier === 'front-matter') continue;
    const key =
      reference.carrier === 'compliance-table'
        ? `${reference.list}:${reference.container.start}`
        : `${reference.list}`;
    lists.set(key, [...(lists.get(key) ?? []), reference]);
  }
  return [...lists.values()].map((all) => ({ text, references: all }));
}

/** The edits that take ids out of a list: out of the line or cell, or the whole bullet. `undefined` where that is not clean. */
export function removeFromText(
  { text, references }: TextList,
  needless: readonly IdMention[],
): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const container of new Set(needless.map((mention) => containerOf(references, mention)))) {
    const inside = references
      .filter((each) => each.container.start === container?.start)
      .map((each) => each.mention);
    const gone = inside.filter((mention) => needless.includes(mention));
    const whole = gone.length === inside.length;
    const found =
      container === undefined
        ? undefined
        : whole
          ? removeBullet(text, container)
          : editSegments(text, inside, container.end, new Map(gone.map((mention) => [mention, []])));
    if (found === undefined) return undefined;
    edits.push(...found);
  }
  return edits;
}

/** True where words that are no title of the control would go with the id. */
export function losesWordsInText(
  { text, references }: TextList,
  mention: IdMention,
  titles: readonly string[],
): boolean {
  const container = containerOf(references, mention);
  if (container === undefined) return true;
  const next = references.find(({ mention: each }) => each.span.start > mention.span.start)?.mention.span
    .start;
  const end = Math.min(next ?? container.end, container.end);
  const words = wordsOf(text.slice(mention.span.end, end))
    .join(' ')
    .replace(/ ?(?:and|und)$/, '');
  return words !== '' && !titles.some((title) => wordsOf(title).join(' ') === words);
}

function containerOf(
  references: readonly ControlReference[],
  mention: IdMention,
): ControlReference['container'] | undefined {
  return references.find((each) => each.mention === mention)?.container;
}

/** The line of a bullet that has it for itself. */
function removeBullet(text: string, item: ControlReference['container']): TextEdit[] | undefined {
  const line = lineAround(text, item.start);
  const alone = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+$/.test(text.slice(line.start, item.start));
  if (!alone || item.end > line.end) return undefined;
  const lineBreak = /^\r?\n/.exec(text.slice(line.end))?.[0].length ?? 0;
  return [{ span: { start: line.start, end: line.end + lineBreak }, newText: '' }];
}
