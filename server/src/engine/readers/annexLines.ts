import type { ControlReference, Section } from '../facts/facts';
import { isOtherFramework, namespaceOfFramework } from '../ids/framework';
import type { IdMention, Namespace } from '../ids/mention';
import { scanIds } from '../ids/scan';
import type { MarkdownFacts } from '../syntax/markdownFacts';
import { trimSpan, type Span } from '../text/span';
import { sectionAt } from './section';

/**
 * Reads `(Annex A: A.5.3, A.5.15–A.5.18)` in a paragraph or heading, and `*(ISO 27001: A.5.15; NIST CSF: PR.AC-1)*` in a
 * heading or alone below it: the section carries these controls out.
 */
export function readAnnexLines(
  text: string,
  body: Pick<MarkdownFacts, 'headings' | 'paragraphs'>,
  firstList: number,
): ControlReference[] {
  let list = firstList;
  const blocks = [
    ...body.headings.flatMap(({ span }) => blockAt(text, span, true) ?? []),
    ...body.paragraphs.flatMap((span) => blockAt(text, span, false) ?? []),
  ].sort((a, b) => a.span.start - b.span.start);
  return blocks.flatMap(({ span, isTag, lists }) =>
    lists
      .filter((each) => isTag || each.isAnnex)
      .flatMap((each) => {
        const section = sectionAt(body.headings, span.start);
        const number = list++;
        return mentionsOf(each).map((mention) => reference(mention, each.container, section, number));
      }),
  );
}

interface Block {
  readonly span: Span;
  readonly isTag: boolean;
  readonly lists: readonly TaggedList[];
}

/** A heading or paragraph with the lists in its brackets; `undefined` where it has none. */
function blockAt(text: string, span: Span, isHeading: boolean): Block | undefined {
  const source = text.slice(span.start, span.end);
  const lists = source.includes('(') ? listsIn(source, span.start) : [];
  return lists.length === 0 ? undefined : { span, isTag: isHeading || TAG_ALONE.test(source), lists };
}

/** A paragraph that is nothing but the bracket, perhaps in italics. */
const TAG_ALONE = /^[*_]{0,3}\([^()]{3,400}\)[*_]{0,3}\s*$/;
const BRACKET = /\(([^()\n]{3,400})\)/g;
const ANNEX = /^(?:ISO(?:\/IEC)?\s?27001(?::2022)?\s?,?\s)?(?:Annex|Anhang)\sA$/i;
/** The name of a framework and what follows it; the colon of an edition (27001:2022) is part of the name. */
const NAMED = /^(\s*(?:[^:]|:(?=20\d\d)){2,60}?)(?:\s*:(?!20\d\d)\s?)(.+)$/s;
const ISO_AND_IDS = /^(\s*ISO(?:\/IEC)?\s?27001(?::20\d\d)?)[\s,]+((?:Annex\s)?A[\s.]?\d.*)$/is;

interface TaggedList {
  readonly namespace: Namespace;
  readonly isAnnex: boolean;
  readonly ids: string;
  readonly container: Span;
}

function listsIn(block: string, offset: number): TaggedList[] {
  return [...block.matchAll(BRACKET)].flatMap((match) => {
    let start = offset + match.index + 1;
    return (match[1] ?? '').split(';').flatMap((part) => {
      const list = listIn(part, start);
      start += part.length + 1;
      return list ?? [];
    });
  });
}

function listIn(part: string, start: number): TaggedList | undefined {
  const [, name, ids] = NAMED.exec(part) ?? ISO_AND_IDS.exec(part) ?? [];
  if (name === undefined || ids === undefined) return undefined;
  const at = start + part.length - ids.length;
  const container = { start: at, end: at + ids.length };
  if (ANNEX.test(name.trim())) return { namespace: 'iso27001:2022', isAnnex: true, ids, container };
  if (isOtherFramework(name)) return { namespace: 'other', isAnnex: false, ids, container };
  const namespace = namespaceOfFramework(name);
  return namespace === undefined || namespace === 'other'
    ? undefined
    : { namespace, isAnnex: false, ids, container };
}

function mentionsOf({ namespace, ids, container }: TaggedList): IdMention[] {
  if (namespace !== 'other') return scanIds(ids, { offset: container.start, bare: 'control', namespace });
  return [...ids.matchAll(/[^,]+/g)].flatMap((match) => foreignId(match[0], container.start + match.index));
}

/** The id of another framework as it stands: `PR.AC-1`, `CC6.1`, a title behind it left out. */
function foreignId(item: string, offset: number): IdMention[] {
  const trimmed = trimSpan(item, { start: 0, end: item.length });
  const [word = ''] = /^\S*/.exec(item.slice(trimmed.start, trimmed.end)) ?? [];
  if (!/^[A-Z0-9]/.test(word) || !/[\d.]/.test(word)) return [];
  const start = offset + trimmed.start;
  const span = { start, end: start + word.length };
  return [{ span, text: word, namespace: 'other', ids: [word], form: 'single', canonical: true }];
}

function reference(
  mention: IdMention,
  container: Span,
  section: Section | undefined,
  list: number,
): ControlReference {
  const common = { mention, carrier: 'annex-line', container, list } as const;
  return section === undefined ? { ...common, key: 'Annex A' } : { ...common, key: section.text, section };
}
