import type { Modality } from '../catalog/modality';
import type { Vocabulary } from '../catalog/vocabulary';
import type { FileFacts } from '../facts/facts';
import { blocksOf, type Block, type BlockKind } from '../text/blocks';
import { withoutHidden } from '../text/hidden';
import { createSentenceReader, type Sentence } from '../text/sentences';
import type { Source } from '../text/source';
import type { Span } from '../text/span';
import { createExclusion } from './exclusion';
import { plainWords } from './plainText';

/** A sentence that belongs to the rules of a document. */
export interface NormativeStatement {
  readonly span: Span;
  /** As a reader sees it, on one line; emphasis is still in it. */
  readonly text: string;
  /** Its words without all that changes nothing of what it says: what two versions are compared by. */
  readonly plain: string;
  /** What it asks for. `states`: it says how things are, as "The owner reviews access each quarter" does. */
  readonly modality: Modality | 'states';
  readonly kind: BlockKind;
  /** The paragraph, item or row that it stands in. */
  readonly block: number;
  /** The heading above it. */
  readonly section: string;
}

/** A text and what was read from it. */
export interface ReadText {
  readonly source: Source;
  readonly facts: FileFacts;
}

/**
 * The rules of a document, in the order of the text: every sentence, list item and row of a table but document control,
 * history, mappings to frameworks, and what stands below headings such as "Purpose" or "References" and asks for
 * nothing. Many policies say how things are instead of how they must be, so such sentences are rules as well. An item
 * asks for what the sentence above its list asks for.
 */
export function normativeStatements(
  document: ReadText,
  vocabulary: Vocabulary,
): readonly NormativeStatement[] {
  const { blocks, sentencesOf } = readBlocks(document);
  const sections = sectionsOf(document.facts, vocabulary);
  let section = -1;
  return blocks.flatMap(sentencesOf).flatMap((sentence) => {
    while ((sections[section + 1]?.start ?? Infinity) <= sentence.span.start) section++;
    const { kind, block, span, text } = sentence;
    const own = askedBy(sentence, vocabulary);
    if (own === undefined && sections[section]?.informative === true) return [];
    const plain = plainOf(sentence, document.source);
    if (plain === '') return [];
    return {
      span,
      text,
      plain,
      modality: own ?? 'states',
      kind,
      block,
      section: sections[section]?.heading ?? '',
    };
  });
}

/** The blocks of a document, whose sentences are read one block at a time. */
export interface DocumentBlocks {
  readonly blocks: readonly Block[];
  /** The sentences of a block; none where it holds metadata or a mapping. */
  readonly sentencesOf: (block: Block) => readonly Sentence[];
}

export function readBlocks({ source, facts }: ReadText): DocumentBlocks {
  const start = facts.frontMatter?.span.end ?? 0;
  const read = blocksOf(withoutHidden(source.text, start), start);
  const inBlock = createSentenceReader(read);
  const known = new Map<Block, readonly Sentence[]>();
  const sentencesOf = (block: Block): readonly Sentence[] => {
    const sentences = known.get(block) ?? inBlock(block);
    known.set(block, sentences);
    return sentences;
  };
  const isExcluded = createExclusion(read.blocks, sentencesOf, facts);
  return { blocks: read.blocks, sentencesOf: (block) => (isExcluded(block) ? [] : sentencesOf(block)) };
}

/** What a sentence asks for by itself, or completes. */
export function askedBy({ text, introduction }: Sentence, vocabulary: Vocabulary): Modality | undefined {
  return vocabulary.modality(text) ?? (introduction === '' ? undefined : vocabulary.modality(introduction));
}

/** What a sentence says: see `plain` of a statement. Empty where it has no words. */
export function plainOf({ kind, span, text }: Sentence, source: Source): string {
  return plainWords(kind === 'row' || kind === 'header' ? cellsOf(source, span) : text).join(' ');
}

interface Section {
  readonly start: number;
  readonly heading: string;
  /** Its own heading or one above it says so. */
  readonly informative: boolean;
}

function sectionsOf(facts: FileFacts, vocabulary: Vocabulary): Section[] {
  let informativeBelow = Infinity;
  return facts.body.headings.map(({ depth, text, span }) => {
    if (depth <= informativeBelow) informativeBelow = vocabulary.isInformative(text) ? depth : Infinity;
    return { start: span.start, heading: text, informative: informativeBelow !== Infinity };
  });
}

/** The line of a row, its cells kept apart: a word that moves from one cell to another says something else. */
function cellsOf(source: Source, { start, end }: Span): string {
  const line = source.text.slice(source.text.lastIndexOf('\n', start) + 1, end);
  return line.replace(/\\\|/g, ' ').replace(/\s*\|\s*/g, ' ¦ ');
}
