import { onDemand } from '../text/onDemand';

/** Finds the meaning of a word as people spell it. */
export type Lookup<Meaning extends string> = (spelling: string) => Meaning | undefined;

/** A spelling without case, emphasis, punctuation and runs of blanks. Marks such as ✅ stay when nothing else does. */
export function normalise(spelling: string): string {
  if (PLAIN.test(spelling)) {
    const words = spelling
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    return words === '' ? spelling.trim() : words;
  }
  const lower = spelling.normalize('NFC').toLowerCase().trim();
  const words = lower.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words === '' ? lower.replace(/\uFE0F/g, '') : words;
}

/** Finds a meaning by any of its spellings; of two meanings with one spelling the first wins. */
export function lookup<Meaning extends string>(
  spellings: Readonly<Record<Meaning, readonly string[]>>,
): Lookup<Meaning> {
  // A check needs few of all look-ups, and none of those of the readers where the facts of every file are known.
  const known = onDemand(() => {
    const meanings = new Map<string, Meaning>();
    for (const [meaning, words] of Object.entries(spellings) as [Meaning, readonly string[]][]) {
      for (const word of words.map(normalise)) if (!meanings.has(word)) meanings.set(word, meaning);
    }
    return { meanings, longest: longestOf(meanings.keys()) };
  });
  return remembered((spelling) => {
    const { meanings, longest } = known();
    return hasMoreLetters(spelling, longest) ? undefined : meanings.get(normalise(spelling));
  });
}

/** Tells whether a text is one of the words, a number in front of it aside ("1.2 Document control"). */
export function wordIn(words: readonly string[]): (text: string) => boolean {
  const known = onDemand(() => {
    const texts = new Set(words.map(normalise));
    return { texts, longest: longestOf(texts) };
  });
  return remembered((text) => {
    const { texts, longest } = known();
    return !hasMoreLetters(text, longest) && texts.has(normalise(text).replace(/^[\d ]+/, ''));
  });
}

function longestOf(words: Iterable<string>): number {
  let longest = 0;
  for (const word of words) longest = Math.max(longest, word.length);
  return longest;
}

/** True where a text has more letters than the longest of the words: whatever its marks and blanks, it is none of them. */
function hasMoreLetters(text: string, longest: number): boolean {
  if (text.length <= longest) return false;
  let letters = 0;
  for (let at = 0; at < text.length && letters <= longest; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) letters++;
  }
  return letters > longest;
}

/** Of a key within a group, `applicability.justification`, the inner one decides where both together are no word. */
export function nestedLookup<Meaning extends string>(
  spellings: Readonly<Record<Meaning, readonly string[]>>,
): Lookup<Meaning> {
  const exact = lookup(spellings);
  return (header) => exact(header) ?? exact(/^[^\s.]+\.([^\s.]+)$/.exec(header)?.[1] ?? '');
}

/** Headers explain themselves in brackets: "Likelihood (1-5)", "Impact [EUR]". */
export function columnLookup<Meaning extends string>(
  spellings: Readonly<Record<Meaning, readonly string[]>>,
): Lookup<Meaning> {
  const exact = lookup(spellings);
  return (header) => exact(header) ?? exact(header.replace(/[([].*$/, ''));
}

/**
 * A file's name without folders, ending, numbers and version. It is one of the names, or ends with one of several words:
 * `acme-risk-register`, but not `security-requirements`. Of one file per entry the folder has the name: `risks/12.yaml`.
 */
export function nameLookup(names: Readonly<Record<string, readonly string[]>>): Lookup<string> {
  const known = Object.entries(names).flatMap(([kind, words]) =>
    words.map((word) => ({ kind, name: ` ${normalise(word)}` })),
  );
  const kindOf = (name: string): string | undefined => {
    const words = ` ${normalise(name.replace(/([a-z])([A-Z])/g, '$1 $2'))} `
      .replace(/ (?:v?\d+|v|final|draft|template|de|en|fr|es|pt|nl)(?= )/g, '')
      .trimEnd();
    const severalWords = (each: string): boolean => each.lastIndexOf(' ') > 0;
    return known.find((each) => words === each.name || (severalWords(each.name) && words.endsWith(each.name)))
      ?.kind;
  };
  return (path) => {
    const [file = '', folder = ''] = path.split('/').reverse();
    const entry = /\.(?:ya?ml|json)$/i.test(file) ? folder : '';
    return kindOf(file.replace(/\.[^.]*$/, '')) ?? kindOf(entry);
  };
}

const PLAIN = /^[\x20-\x7e]*$/;

const LONGEST_REMEMBERED = 40;
const MOST_REMEMBERED = 2000;

/** Documents repeat the same few labels, headers and words; answers to short spellings are kept. */
export function remembered<Answer>(find: (spelling: string) => Answer): (spelling: string) => Answer {
  const answers = new Map<string, Answer>();
  return (spelling) => {
    if (spelling.length > LONGEST_REMEMBERED) return find(spelling);
    const known = answers.get(spelling);
    if (known !== undefined || answers.has(spelling)) return known as Answer;
    const answer = find(spelling);
    if (answers.size < MOST_REMEMBERED) answers.set(spelling, answer);
    return answer;
  };
}
