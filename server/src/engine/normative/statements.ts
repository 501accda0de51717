import type { Modality } from '../catalog/modality';
import type { Vocabulary } from '../catalog/vocabulary';
import type { FileFacts } from '../facts/facts';
import { placedSentences, type BlockKind, type Sentence } from '../text/sentences';
import type { Source } from '../text/source';
import { overlaps, shift, type Span } from '../text/span';
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

/**
 * The rules of a document, in the order of the text: every sentence, list item and row of a table but document control,
 * history, mappings to frameworks, and what stands below headings such as "Purpose" or "References" and asks for
 * nothing. Many policies say how things are instead of how they must be, so such sentences are rules as well. An item
 * asks for what the sentence above its list asks for.
 */
export function normativeStatements(
  document: { readonly source: Source; readonly facts: FileFacts },
  vocabulary: Vocabulary,
): readonly NormativeStatement[] {
  const { source, facts } = document;
  const bodyStart = facts.frontMatter?.span.end ?? 0;
  const sentences = placedSentences(source.text.slice(bodyStart)).map((sentence) => ({
    ...sentence,
    span: shift(sentence.span, bodyStart),
  }));
  const sections = sectionsOf(facts, vocabulary);
  const excluded = excludedBlocks(sentences, facts);
  let section = -1;
  return sentences.flatMap((sentence) => {
    while ((sections[section + 1]?.start ?? Infinity) <= sentence.span.start) section++;
    if (excluded.has(sentence.block)) return [];
    const { introduction, kind, block, span, text } = sentence;
    const own =
      vocabulary.modality(text) ?? (introduction === '' ? undefined : vocabulary.modality(introduction));
    if (own === undefined && sections[section]?.informative === true) return [];
    const plain = plainWords(kind === 'row' || kind === 'header' ? cellsOf(source, span) : text).join(' ');
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

/** Blocks that hold metadata or a mapping; of a table every row. */
function excludedBlocks(sentences: readonly Sentence[], facts: FileFacts): ReadonlySet<number> {
  const metadata = facts.metadata.filter((fact) => fact.carrier !== 'front-matter');
  const references = facts.references.filter((reference) => reference.carrier !== 'front-matter');
  const spans = [
    ...metadata.flatMap((fact) => [fact.keySpan, fact.span]),
    ...references.map((reference) => reference.container),
  ];
  const excluded = new Set<number>();
  for (const { block, span } of sentences)
    if (spans.some((each) => overlaps(each, span))) excluded.add(block);
  for (const table of tablesOf(sentences))
    if (table.some((block) => excluded.has(block))) for (const block of table) excluded.add(block);
  return excluded;
}

/** The blocks of each table: a header with the rows below it. */
function tablesOf(sentences: readonly Sentence[]): number[][] {
  const tables: number[][] = [];
  for (const { kind, block } of sentences) {
    if (kind === 'header') tables.push([block]);
    else if (kind === 'row') tables.at(-1)?.push(block);
  }
  return tables;
}

/** The line of a row, its cells kept apart: a word that moves from one cell to another says something else. */
function cellsOf(source: Source, { start, end }: Span): string {
  const line = source.text.slice(source.text.lastIndexOf('\n', start) + 1, end);
  return line.replace(/\\\|/g, ' ').replace(/\s*\|\s*/g, ' ¦ ');
}
