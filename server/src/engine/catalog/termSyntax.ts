import { wordsOf } from '../text/words';

/** A word of a pattern; a stem matches every word that begins with it. */
export interface PatternWord {
  readonly text: string;
  readonly stem: boolean;
}

/** Words that must follow each other; a pattern matches where one of its spellings does. */
export interface TermPattern {
  readonly spellings: readonly (readonly PatternWord[])[];
}

const SHORTEST_STEM = 3;

/**
 * Reads a term of an element, in the language that `catalog/README.md` describes: patterns joined by ` + `, each of
 * words, of which any may end in `*`. A hyphen stands for a hyphen, a blank or nothing: `multi-factor` is also
 * `multi factor` and `multifactor`. Reads what it can; `termProblems` says what is wrong with a term.
 */
export function readTerm(term: string): readonly TermPattern[] {
  return term.split(' + ').map((pattern) => {
    const split = readWords(pattern);
    const joined = readWords(pattern.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ''));
    return { spellings: joined.length === split.length ? [split] : [split, joined] };
  });
}

/** What is wrong with a term, in words for the author of a card; empty where it is sound. */
export function termProblems(term: string): readonly string[] {
  const problems: string[] = [];
  if (/[^\p{L}\p{N}\p{M} *+\-.,/']/u.test(term)) problems.push('holds a character that is neither letter, digit, "*" nor " + "');
  if (/(?:^|[^\p{L}\p{N}\p{M}])\*|\*[^ \-]/u.test(term)) problems.push('has a "*" that does not end a word');
  if (/\S\+|\+\S|^\s*\+|\+\s*$/.test(term)) problems.push('has a "+" that does not stand between two patterns, with blanks around it');
  const patterns = term.split('+').map(readWords);
  if (patterns.some((words) => words.length === 0)) problems.push('has a pattern without words');
  for (const word of patterns.flat()) {
    if (word.stem && word.text.length < SHORTEST_STEM) problems.push(`has the stem "${word.text}*", which begins too many words`);
  }
  return problems;
}

function readWords(pattern: string): PatternWord[] {
  return pattern
    .split(/(?<=\*)|[ \-]/)
    .flatMap((part) => wordsOf(part).map((text, index, words) => ({ text, stem: index === words.length - 1 && part.endsWith('*') })));
}
