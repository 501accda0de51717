import type { FileFacts } from '../facts/facts';
import type { Block } from '../text/blocks';
import type { Sentence } from '../text/sentences';
import type { Span } from '../text/span';

/** Tells blocks that hold metadata or a mapping; of a table every row. */
export function createExclusion(
  blocks: readonly Block[],
  sentencesOf: (block: Block) => readonly Sentence[],
  facts: FileFacts,
): (block: Block) => boolean {
  const overlapsFact = overlapWith(factSpans(facts));
  const holdsFact = (block: Block): boolean => sentencesOf(block).some(({ span }) => overlapsFact(span));
  let tables: ReadonlyMap<Block, readonly Block[]> | undefined;
  const judged = new Map<readonly Block[], boolean>();
  return (block) => {
    if (block.kind !== 'header' && block.kind !== 'row') return holdsFact(block);
    tables ??= tablesOf(blocks, sentencesOf);
    const table = tables.get(block);
    if (table === undefined) return holdsFact(block);
    const excluded = judged.get(table) ?? table.some(holdsFact);
    judged.set(table, excluded);
    return excluded;
  };
}

function factSpans({ metadata, references }: FileFacts): Span[] {
  const spans: Span[] = [];
  for (const { carrier, keySpan, span } of metadata)
    if (carrier !== 'front-matter') spans.push(keySpan, span);
  for (const { carrier, container } of references) if (carrier !== 'front-matter') spans.push(container);
  return spans;
}

/** Whether a span overlaps one of several, found by bisection. */
function overlapWith(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let furthest = -1;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? 0) > start;
  };
}

/** The table of each row: the header with the rows below it. A header without a word is none. */
function tablesOf(
  blocks: readonly Block[],
  sentencesOf: (block: Block) => readonly Sentence[],
): ReadonlyMap<Block, readonly Block[]> {
  const tables = new Map<Block, Block[]>();
  let table: Block[] | undefined;
  for (const block of blocks) {
    if (block.kind === 'header' && sentencesOf(block).length > 0) table = [];
    if (table === undefined || (block.kind !== 'header' && block.kind !== 'row')) continue;
    table.push(block);
    tables.set(block, table);
  }
  return tables;
}
