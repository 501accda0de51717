import { blocksOf, type Block, type BlockText } from '../text/blocks';
import { HIDDEN, withoutHidden } from '../text/hidden';
import type { Span } from '../text/span';
import {
  createIntroductions,
  isBlank,
  isRow,
  isStop,
  sentenceEnd,
  sentencePlaces,
  sentenceText,
} from '../text/sentences';
import { createWordRun, isLetter, readWord, readWords, separates, type WordRun } from '../text/wordRun';
import type { WordTree } from '../text/wordTree';

/** A heading and the sentences below it. */
export interface SectionWords {
  readonly title: WordRun;
  /** The words of all sentences, each behind its introduction. */
  readonly words: WordRun;
  /** Where each sentence begins in them, and behind the last one where it ends. */
  readonly starts: readonly number[];
}

/** The text of a document below its front matter. */
export interface BodyText {
  /** With the front matter. */
  readonly text: string;
  readonly start: number;
  readonly headings: readonly { readonly span: Span; readonly text: string }[];
}

/**
 * Reads a text section by section; what stands above the first heading is one without a title. The same object is
 * filled anew for each, since a text has many.
 */
export function createSectionReader(
  tree: WordTree,
): (text: BodyText, visit: (section: SectionWords) => void) => void {
  const section = { title: createWordRun(), words: createWordRun(), starts: [] as number[] };
  return (body, visit) => {
    const { headings } = body;
    const blocksIn = sectionBlocks(body);
    for (let number = -1; number < headings.length; number++) {
      const { title, words, starts } = section;
      title.length = words.length = starts.length = 0;
      readWords(tree, headings[number]?.text ?? '', title);
      readSentences(tree, blocksIn(number), words, starts);
      visit(section);
    }
  };
}

/** The blocks of each section, which nothing that stands in another one changes. */
function sectionBlocks({ text, start, headings }: BodyText): (number: number) => BlockText {
  const seen = withoutHidden(text, start);
  const isHidden = (at: number): boolean => seen.charAt(at) === HIDDEN;
  const crossed = headings.some(({ span }) => isHidden(span.start - 1) && isHidden(span.start));
  return (number) => {
    const from = headings[number]?.span.start ?? start;
    const to = headings[number + 1]?.span.start ?? text.length;
    return crossed ? blocksOf(withoutHidden(text.slice(from, to))) : blocksOf(seen, from, to);
  };
}

function readSentences(tree: WordTree, text: BlockText, words: WordRun, starts: number[]): void {
  const introductionOf = createIntroductions(text);
  for (const block of text.blocks) {
    const introduction = block.opener === undefined ? '' : introductionOf(block);
    const begin = (): void => {
      starts.push(words.length);
      if (introduction !== '') readWords(tree, introduction, words);
    };
    const before = [words.length, starts.length] as const;
    if (readPlainBlock(tree, text.text, block, words, begin)) continue;
    [words.length, starts.length] = before;
    for (const place of sentencePlaces(text, block)) {
      begin();
      readWords(tree, sentenceText(text, block, place), words);
    }
  }
  starts.push(words.length);
}

/**
 * Appends the words of a block in one pass, without cutting its sentences out of the text; `begin` is called before each
 * sentence. False where that is not possible; what was appended then must be taken back.
 */
function readPlainBlock(
  tree: WordTree,
  text: string,
  block: Block,
  words: WordRun,
  begin: () => void,
): boolean {
  const row = isRow(block.kind);
  let inside = false;
  for (const line of block.lines) {
    for (let at = line.start; at < line.end;) {
      const code = text.charCodeAt(at);
      const letter = isLetter(tree, code);
      if (!letter && isBlank(code, row)) {
        at++;
        continue;
      }
      if (!inside) begin();
      inside = true;
      if (letter) {
        at = readWord(tree, text, at, line.end, words);
        // What is hidden may stand inside a word.
        if (at < line.end && text.charCodeAt(at) === 0) return false;
      } else if (!separates(text, at)) return false;
      else {
        const end = isStop(code) ? sentenceEnd(text, at, line, row) : undefined;
        inside = end === undefined;
        at = end ?? at + 1;
      }
    }
  }
  return true;
}
