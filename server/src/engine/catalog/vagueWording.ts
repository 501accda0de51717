import type { Span } from '../text/span';
import { foldText } from '../text/words';

/** One group of `catalog/vagueWording.yaml`. */
export interface VagueGroupData {
  /** What to say instead. */
  readonly say: string;
  /** True where an interval, a deadline or a number with a unit in the sentence makes the words harmless. */
  readonly interval?: boolean;
  /** True where the words are vague in every clause of a sentence, not only in the one that asks. */
  readonly anywhere?: boolean;
  /** Words that, beginning with the phrase or right behind it, make it specific. */
  readonly unless?: readonly string[];
  readonly en: readonly string[];
  readonly de: readonly string[];
}

/** Vague words in a text. */
export interface VagueWords {
  /** As written. */
  readonly text: string;
  /** Offsets into the text that was searched. */
  readonly span: Span;
  readonly say: string;
  readonly interval: boolean;
  readonly anywhere: boolean;
}

/** Finds the vague words of a sentence in their order; of two that overlap the longer one. */
export type VagueFinder = (sentence: string) => readonly VagueWords[];

interface Phrase {
  readonly words: readonly string[];
  readonly group: VagueGroupData;
  readonly unless: readonly (readonly string[])[];
}

export function createVagueFinder(groups: readonly VagueGroupData[]): VagueFinder {
  const byFirst = phrasesByFirstWord(groups);
  return (sentence) => {
    const tokens = tokensOf(sentence);
    const found: VagueWords[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const match = longestAt(byFirst.get(tokens[at]?.word ?? '') ?? [], tokens, at);
      if (match === undefined) continue;
      const { end, phrase } = match;
      const span = { start: tokens[at]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
      const { say, interval = false, anywhere = false } = phrase.group;
      if (!phrase.unless.some((words) => startsWith(tokens, at, words) || startsWith(tokens, end, words)))
        found.push({ text: sentence.slice(span.start, span.end), span, say, interval, anywhere });
      at = end - 1;
    }
    return found;
  };
}

function phrasesByFirstWord(groups: readonly VagueGroupData[]): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const group of groups) {
    const unless = (group.unless ?? []).map((text) => text.split(' ').map(foldText));
    for (const text of [...group.en, ...group.de]) {
      const phrase = { words: text.split(' ').map(foldText), group, unless };
      const first = phrase.words[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: foldText(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function longestAt(
  phrases: readonly Phrase[],
  tokens: readonly Token[],
  at: number,
): { readonly phrase: Phrase; readonly end: number } | undefined {
  for (const phrase of phrases) {
    const end = endOf(tokens, at, phrase.words);
    if (end !== undefined) return { phrase, end };
  }
  return undefined;
}

/** How many words a "…" in a phrase may stand for. */
const LONGEST_GAP = 3;

/** The index behind the last token of a phrase that begins at `at`. */
function endOf(tokens: readonly Token[], at: number, words: readonly string[]): number | undefined {
  let index = at;
  for (const [position, word] of words.entries()) {
    if (word === '…') {
      const next = words[position + 1];
      const limit = index + LONGEST_GAP;
      while (index < limit && tokens[index] !== undefined && tokens[index]?.word !== next) index++;
    } else if (tokens[index]?.word === word) index++;
    else return undefined;
  }
  return index;
}

function startsWith(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => tokens[at + index]?.word === word);
}
