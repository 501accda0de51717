import { overlaps } from '../text/span';
import type { IdMention } from './mention';
import { scanIds, type ScanOptions } from './scan';

/** The ids of the organisation's own catalogues, in every spelling that is recognised. */
export interface OwnIds {
  /** The id as its catalogue writes it. */
  find(spelling: string): string | undefined;
}

/** Ids of Annex A's shape (`A.5.38`, of a sector extension) are left to the scan of those, which knows all their spellings. */
const ANNEX_SHAPE = /^A\.\d{1,2}\.\d{1,2}$/i;

/** `namespace` may be written before an id: `acme/CUST-1`, `acme:CUST-1`. */
export function createOwnIds(
  ids: readonly { readonly id: string; readonly namespace: string | undefined }[],
): OwnIds {
  const known = new Map<string, string>();
  for (const { id, namespace } of ids) {
    if (ANNEX_SHAPE.test(id)) continue;
    known.set(id.toLowerCase(), id);
    if (namespace === undefined) continue;
    for (const sign of ['/', ':']) known.set(`${namespace}${sign}${id}`.toLowerCase(), id);
  }
  return { find: (spelling) => known.get(spelling.toLowerCase()) };
}

/** A run of letters, numbers and the signs that hold an id together; it begins with a letter and ends with none of the signs. */
const RUN = /(?<![\p{L}\p{N}_./:-])\p{L}(?:[\p{L}\p{N}._/:()-]*[\p{L}\p{N})])?/gu;

/** All ids in a text, in order: those of `scanIds`, and those of the organisation's own catalogues, which win. */
export function scanAllIds(text: string, options: ScanOptions, own: OwnIds | undefined): IdMention[] {
  const mentions = scanIds(text, options);
  if (own === undefined) return mentions;
  const found = ownMentions(text, options.offset ?? 0, own);
  if (found.length === 0) return mentions;
  const others = mentions.filter((mention) => !found.some((each) => overlaps(each.span, mention.span)));
  return [...others, ...found].sort((a, b) => a.span.start - b.span.start);
}

function ownMentions(text: string, offset: number, own: OwnIds): IdMention[] {
  const mentions: IdMention[] = [];
  for (const match of text.matchAll(RUN)) {
    const spelling = balanced(match[0]);
    const id = own.find(spelling);
    if (id === undefined) continue;
    const start = offset + match.index;
    const span = { start, end: start + spelling.length };
    mentions.push({
      span,
      text: spelling,
      namespace: 'own',
      ids: [id],
      form: 'single',
      canonical: spelling === id,
    });
  }
  return mentions;
}

/** Without a closing bracket that belongs to the text around: `(CUST-1)`. */
function balanced(spelling: string): string {
  return spelling.endsWith(')') && !spelling.includes('(') ? spelling.replace(/\)+$/, '') : spelling;
}
