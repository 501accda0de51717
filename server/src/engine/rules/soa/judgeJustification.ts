import type { Catalog } from '../../catalog/catalog';
import { normalise } from '../../catalog/lookup';
import type { WeakKind, WeakWords } from '../../catalog/weakWords';

/** Why a justification would not survive an audit. */
export type Weakness = WeakKind | 'title';

/** The control that a justification is about. */
export interface JustifiedControl {
  readonly ids: readonly string[];
  /** Its titles: those of the standards, and that of its row in the SoA, in any language. */
  readonly titles: readonly string[];
}

/**
 * Says whether a text, as a reader sees it, is weak as a justification, and how. `undefined` for everything that names
 * anything beyond the control and kinds of reasons: a risk, a law, a contract, a system, a place.
 */
export function judgeJustification(
  text: string,
  control: JustifiedControl,
  catalog: Pick<Catalog, 'weakWords' | 'reasonWords'>,
): Weakness | undefined {
  const words = catalog.weakWords;
  if (isPlaceholderForm(text)) return 'placeholder';
  const plain = normalise(text);
  const listed = words.kindOf(plain);
  if (listed !== undefined) return listed;
  const said = wordsBeyondIds(plain, control.ids);
  if (said.length === 0) return 'title';
  if (said.length > MOST_WORDS) return undefined;
  if (isMadeOf(said, words.isUndecided, words)) return 'not-assessed';
  if (isMadeOf(said, words.isEmpty, words)) return said.length <= CATEGORY_WORDS ? 'category' : 'boilerplate';
  if (control.titles.some((title) => restates(said, title, words))) return 'title';
  return isNearlyEmpty(text, said, catalog) ? 'boilerplate' : undefined;
}

/** Longer texts say something, and if it is only that the author has thought about it. */
const MOST_WORDS = 40;
const CATEGORY_WORDS = 2;

/** `{{REASON}}`, `$REASON`, `[reason]`, `...`, `???`, `xxx`, a lone letter or mark. */
function isPlaceholderForm(text: string): boolean {
  const plain = text.trim();
  if (plain.includes('{{') && plain.includes('}}')) return true;
  if (/^\[[^\]]*\]$|^<[^>]*>$|^_+$|^\$\{?\w+\}?$|^%%[^%]*%%$/.test(plain)) return true;
  return !/[\p{L}\p{N}]/u.test(plain) || isLoneLetter(plain) || /^lorem ipsum/i.test(plain);
}

function isLoneLetter(plain: string): boolean {
  if (/^[\x20-\x7e]*$/.test(plain)) return /^([a-z])\1*[.!?]*$/i.test(plain);
  return /^(\p{L})\1*[.!?]*$/iu.test(plain);
}

/** The words of a normalised text without the ids of the control itself: "Required by A.5.15" is about nothing else. */
function wordsBeyondIds(plain: string, ids: readonly string[]): string[] {
  let rest = ` ${plain} `;
  for (const id of ids) {
    const spelled = normalise(id);
    for (const each of [spelled, spelled.replace(/^a /, ''), spelled.replace(/^a /, 'a')])
      rest = rest.replaceAll(` ${each} `, ' ');
  }
  return rest.split(' ').filter((word) => word !== '');
}

function isMadeOf(said: readonly string[], isIt: (word: string) => boolean, words: WeakWords): boolean {
  return said.some(isIt) && said.every((word) => isIt(word) || words.isFiller(word));
}

const LONG = 10;
const MOST_OTHERS = 1 / 8;

/**
 * A long text in which hardly any word says something: "After due thought we hold this control to be necessary …". A
 * number, a name or a word for a risk, a law or a contract among the few others makes it a reason.
 */
function isNearlyEmpty(
  text: string,
  said: readonly string[],
  { weakWords, reasonWords }: Pick<Catalog, 'weakWords' | 'reasonWords'>,
): boolean {
  if (said.length < LONG) return false;
  const others = said.filter((word) => !weakWords.isEmpty(word) && !weakWords.isFiller(word));
  if (others.length > said.length * MOST_OTHERS) return false;
  const capital = new Set((text.match(/(?<=\s)\p{Lu}[\p{L}\p{N}]*/gu) ?? []).map(normalise));
  return others.every(
    (word) => /^\p{L}+$/u.test(word) && !capital.has(word) && reasonWords.namedIn(word).size === 0,
  );
}

/** The least share of a title's words that makes a text a repetition of it. */
const RESTATED = 0.75;

/** True where the text is the title with nothing but fillers and kinds of reasons around it. */
function restates(said: readonly string[], title: string, words: WeakWords): boolean {
  const titleWords = normalise(title)
    .split(' ')
    .filter((word) => word !== '' && !words.isFiller(word));
  if (titleWords.length === 0 || said.some(words.isAssertion)) return false;
  const ofTitle = (word: string): boolean => titleWords.some((each) => haveOneStem(each, word));
  if (!said.every((word) => ofTitle(word) || words.isEmpty(word) || words.isFiller(word))) return false;
  const covered = titleWords.filter((each) => said.some((word) => haveOneStem(each, word)));
  return covered.length / titleWords.length >= RESTATED;
}

const SHORTEST_STEM = 5;
const STEM_SHARE = 0.6;

/** `managed` and `management`, `protect` and `protection`. */
function haveOneStem(a: string, b: string): boolean {
  if (a === b) return true;
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared >= SHORTEST_STEM && shared >= STEM_SHARE * Math.max(a.length, b.length);
}
