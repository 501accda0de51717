import type { Namespace } from './mention';

const ISO_27001 = /(?:iso[\s/-]*(?:iec)?[\s-]*)?2700[12](?:\s*[:-]\s*(20\d\d))?/i;
const OTHER =
  /\b(?:42001|27701|27017|27018|27019|22301|20000|9001|14001|7510|soc\s?2|tsc|nist|csf|800-53|pci|hipaa|gdpr|dsgvo|ccpa|cis|cobit|nis\s?2|dora|tisax|bsi|grundschutz|fedramp|hitrust|swift|iso\s?31000|eu ai act)\b/i;

/**
 * The namespace that a framework's name stands for, as in the first cell of a compliance-mapping table.
 * `undefined` where the text names no framework at all.
 */
export function namespaceOfFramework(name: string): Namespace | undefined {
  const iso = ISO_27001.exec(name);
  if (iso) return iso[1] === '2013' ? 'iso27001:2013' : 'iso27001:2022';
  if (/\bannex\s?a\b/i.test(name)) return 'iso27001:2022';
  return OTHER.test(name) || /\p{L}/u.test(name) ? 'other' : undefined;
}

/** True for the name of a known framework other than ISO/IEC 27001, also as a key: `nist_csf`, `SOC2`. */
export function isOtherFramework(name: string): boolean {
  return OTHER.test(name.replace(/_/g, ' ')) && !ISO_27001.test(name);
}

const LOOK_BACK = 80;
const NAMED_FRAMEWORK = new RegExp(`${ISO_27001.source}|${OTHER.source}`, 'gi');

/**
 * The framework named last before `offset`, close enough to belong to an id there: in `ISO 42001 A.6.2` the id is
 * one of ISO 42001. Looks back no further than 80 characters, so that the whole scan stays linear.
 */
export function namespaceBefore(text: string, offset: number): Namespace | undefined {
  const before = text.slice(Math.max(0, offset - LOOK_BACK), offset);
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n\n')) + 1);
  const last = lastFramework(sentence)?.[0];
  return last === undefined ? undefined : namespaceOfFramework(last);
}

/** The name of the framework that is named last before `offset`, as written; `undefined` where none is near. */
export function frameworkNameBefore(text: string, offset: number): string | undefined {
  const before = text.slice(Math.max(0, offset - LOOK_BACK), offset);
  return lastFramework(before)?.[0].trim();
}

function lastFramework(text: string): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined;
  NAMED_FRAMEWORK.lastIndex = 0;
  for (let match = NAMED_FRAMEWORK.exec(text); match !== null; match = NAMED_FRAMEWORK.exec(text))
    last = match;
  return last;
}

/** What may stand between a framework's name and an id that it heads: its year, other ids, signs of a list. */
const LIST_OF_IDS = /^(?:[\d\s.:,;/&+()[\]–—-]|and\b|und\b|to\b|annex\b|controls?\b|[AB](?=[.\s]?\d))*$/i;

/**
 * The framework that heads the list of ids in which `offset` lies, as in `ISO 42001 A.6.2.4, A.6.2.5`. `undefined` where
 * anything else stands between: in `NIST PR.AC-1, A.5.15` the second id is not NIST's. Looks back 80 characters.
 */
export function namespaceOfListed(text: string, offset: number): Namespace | undefined {
  const before = text.slice(Math.max(0, offset - LOOK_BACK), offset);
  const last = lastFramework(before);
  if (last === undefined || !LIST_OF_IDS.test(before.slice(last.index + last[0].length))) return undefined;
  return namespaceOfFramework(last[0]);
}

/** Standards with an Annex A of their own, or with controls added to it. */
const LOOK_ALIKE = /\b(?:42001|27701|27017|27018|27019|27799|7510)\b/;
/** The same digits anywhere: without the edges a search for them skips most of a text. */
const LOOK_ALIKE_DIGITS = /42001|27701|27017|27018|27019|27799|7510/;

/**
 * Where a text turns to a standard whose ids look like those of ISO/IEC 27001, and where it turns back. `true` for an
 * offset behind which such a standard was named last: an unknown id there is probably not one of ours.
 */
export function lookAlikeNamedBefore(text: string): (offset: number) => boolean {
  if (!LOOK_ALIKE_DIGITS.test(text)) return () => false;
  const turns = [...text.matchAll(NAMED_FRAMEWORK)]
    .map((match) => ({
      at: match.index,
      lookAlike: LOOK_ALIKE.test(match[0]),
      ours: /2700[12]/.test(match[0]),
    }))
    .filter((turn) => turn.lookAlike || turn.ours);
  return (offset) => turns[countBefore(turns, offset) - 1]?.lookAlike ?? false;
}

/** How many of the places, which are in order, lie before `offset`. */
function countBefore(places: readonly { readonly at: number }[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const FORMER_EDITION =
  /\b(?:2013|formerly|former|previous(?:ly)?|superseded|replaced|old|legacy|ehemals|früher|vormals|alt)\b/i;

/** True where the surrounding text says that it speaks of the 2013 edition on purpose. */
export function speaksOfFormerEdition(text: string): boolean {
  return FORMER_EDITION.test(withoutComments(text));
}

/** A comment is no part of the text: one that suppresses mapping/superseded-control would else silence that rule. */
function withoutComments(text: string): string {
  const [before = '', ...comments] = text.split('<!--');
  return before + comments.map((comment) => comment.slice(comment.indexOf('-->') + 1)).join(' ');
}

/** True for the title of a document about a standard whose ids look like ours, such as "ISO/IEC 42001 gap analysis". */
export function isAboutLookAlike(title: string): boolean {
  return LOOK_ALIKE.test(title) && !/2700[12]/.test(title);
}
