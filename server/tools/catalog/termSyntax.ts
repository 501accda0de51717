import { wordsOf } from '../../src/engine/text/words';

/** A word of a pattern; a stem matches every word that begins with it. */
export interface PatternWord {
  readonly text: string;
  readonly stem: boolean;
}

const SHORTEST_STEM = 3;

/** Groups of phrases that a term may name: `approve` → `approv*`, `sign* off`, … */
export type TermGroups = Readonly<Record<string, readonly string[]>>;

/**
 * The patterns of a term of an element, in the language that `catalog/README.md` describes: joined by ` + `, each of
 * alternatives joined by `|`, each a phrase of words, of which any may end in `*`, or a group such as `@approve`.
 */
export function patternsOf(term: string): readonly string[] {
  return term.split(' + ').map((pattern) => pattern.trim());
}

/** The phrases of a pattern. Reads what it can; `termProblems` says what is wrong with a term. */
export function phrasesOf(pattern: string, groups: TermGroups): readonly string[] {
  return pattern.split('|').flatMap((alternative) => {
    const group = groupName(alternative);
    return group === undefined ? [alternative] : (groups[group] ?? []);
  });
}

/**
 * The spellings of a phrase, as words that must follow each other. A hyphen stands for a hyphen, a blank or nothing:
 * `multi-factor` is also `multi factor` and `multifactor`.
 */
export function readPhrase(phrase: string): readonly (readonly PatternWord[])[] {
  const split = readWords(phrase);
  if (!phrase.includes('-')) return [split];
  const joined = readWords(phrase.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ''));
  return joined.length === split.length ? [split] : [split, joined];
}

/** What is wrong with a term, in words for the author of a card; empty where it is sound. */
export function termProblems(term: string, groups: TermGroups): readonly string[] {
  if (/\S\+|\+\S|^\s*\+|\+\s*$/.test(term))
    return ['has a "+" that does not stand between two patterns, with spaces around it'];
  const alternatives = term.split(' + ').flatMap((pattern) => pattern.split('|'));
  return alternatives.flatMap((alternative) => {
    const group = groupName(alternative);
    if (group === undefined) return phraseProblems(alternative);
    return groups[group] === undefined ? [`names the group "@${group}", which does not exist`] : [];
  });
}

/** What is wrong with one phrase: of a term, or of a group. */
export function phraseProblems(phrase: string): readonly string[] {
  const problems: string[] = [];
  if (/[^\p{L}\p{N}\p{M} *\-.,/']/u.test(phrase))
    problems.push(`holds a sign that is neither letter, digit nor "*": "${phrase}"`);
  if (/(?:^|[^\p{L}\p{N}\p{M}])\*|\*[^ -]/u.test(phrase))
    problems.push(`has a "*" that does not end a word: "${phrase}"`);
  const words = readWords(phrase);
  if (words.length === 0) problems.push('has a pattern without words');
  const [only] = words;
  if (words.length === 1 && only?.stem === true && only.text.length < SHORTEST_STEM) {
    problems.push(`has the stem "${only.text}*", which begins too many words`);
  }
  return problems;
}

function groupName(alternative: string): string | undefined {
  const trimmed = alternative.trim();
  return trimmed.startsWith('@') ? trimmed.slice(1) : undefined;
}

function readWords(phrase: string): PatternWord[] {
  const words: PatternWord[] = [];
  for (const part of phrase.split(/[ -]/)) {
    const stem = part.endsWith('*');
    const texts = wordsOf(part);
    for (let index = 0; index < texts.length; index++) {
      words.push({ text: texts[index] ?? '', stem: stem && index === texts.length - 1 });
    }
  }
  return words;
}
