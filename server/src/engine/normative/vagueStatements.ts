import type { Modality } from '../catalog/modality';
import type { VagueWords } from '../catalog/vagueWording';
import type { Vocabulary } from '../catalog/vocabulary';
import { namesPeriod } from '../text/period';
import type { Block } from '../text/blocks';
import type { Sentence } from '../text/sentences';
import { shift, type Span } from '../text/span';
import { wordsOf } from '../text/words';
import { askedBy, plainOf, readBlocks, type ReadText } from './statements';

/** Words of a rule that nobody can test; plain data. */
export interface VaguePassage {
  /** As written. */
  readonly text: string;
  readonly span: Span;
  /** What to say instead. */
  readonly say: string;
}

/**
 * The vague words of each rule of a document that asks for something, in the order of the text. Most blocks hold no such
 * words, and only those that do are read: the answer is the same as with `normativeStatements`.
 */
export function vagueStatements(
  document: ReadText,
  vocabulary: Vocabulary,
): readonly (readonly VaguePassage[])[] {
  const { source, facts } = document;
  const start = facts.frontMatter?.span.end ?? 0;
  const beginnings = vocabulary.vagueWords.beginnings(source.text, start);
  if (beginnings.length === 0) return [];
  const { blocks, sentencesOf } = readBlocks(document);
  return blocksAt(blocks, beginnings)
    .flatMap(sentencesOf)
    .map((sentence) => vagueIn(sentence, document, vocabulary))
    .filter((found) => found.length > 0);
}

/** The blocks in which one of some places lies; all are in the order of the text. */
function blocksAt(blocks: readonly Block[], places: readonly number[]): Block[] {
  let next = 0;
  return blocks.filter(({ lines }) => {
    const [start, end] = [lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0];
    while ((places[next] ?? Infinity) < start) next++;
    return (places[next] ?? Infinity) < end;
  });
}

function vagueIn(sentence: Sentence, { source }: ReadText, vocabulary: Vocabulary): VaguePassage[] {
  const { span } = sentence;
  const text = source.text.slice(span.start, span.end);
  const found = vocabulary.vagueWords.find(text);
  if (found.length === 0 || !asksItself(sentence, source, vocabulary)) return [];
  return asked(found, text, vocabulary).map((each) => ({
    text: each.text,
    span: shift(each.span, span.start),
    say: each.say,
  }));
}

/** A permission may be vague. */
const ASKS: ReadonlySet<Modality> = new Set(['must', 'must-not', 'should', 'should-not']);

/** Items below "Staff must:" ask as well where they are no sentences of their own. */
const LONGEST_ITEM = 12;

function asksItself(sentence: Sentence, source: ReadText['source'], vocabulary: Vocabulary): boolean {
  const modality = askedBy(sentence, vocabulary);
  if (modality === undefined || !ASKS.has(modality)) return false;
  const plain = plainOf(sentence, source);
  if (plain === '') return false;
  return (
    vocabulary.modality(sentence.text) !== undefined ||
    (plain.split(' ').length <= LONGEST_ITEM && !/[.;:]\s/.test(sentence.text))
  );
}

function asked(found: readonly VagueWords[], text: string, vocabulary: Vocabulary): readonly VagueWords[] {
  const meant = found.filter(
    ({ span, anywhere }) => anywhere || isAsked(text.slice(0, span.start), vocabulary),
  );
  if (!meant.some(({ interval }) => interval)) return meant;
  const specific = namesPeriod(wordsOf(text), vocabulary.dates);
  return meant.filter(({ interval }) => !interval || !specific);
}

/** "Staff who regularly travel must …": what stands before the asking word and in a clause of its own asks for nothing. */
function isAsked(before: string, vocabulary: Vocabulary): boolean {
  return vocabulary.modality(before) !== undefined || !/,|\b(?:who|which|that|where|whose)\b/.test(before);
}
