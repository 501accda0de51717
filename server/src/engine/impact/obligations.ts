import type { Vocabulary } from '../catalog/vocabulary';
import { wordsOf } from '../text/words';
import { similarity } from './similarity';
import type { Statement } from './statements';
import { compareStrictness, type StrictnessVerdict } from './strictness';

/** A requirement that is gone, new, or says something else. */
export interface StatementChange {
  readonly before: Statement | undefined;
  readonly after: Statement | undefined;
  readonly verdict: StrictnessVerdict;
  /** Why it is weaker or stronger, each in a few words: `"must" became "should"`. */
  readonly reasons: readonly string[];
}

/** Requirements with less in common are two different ones. */
const SMALLEST_SIMILARITY = 0.55;

/** What became of the requirements of a document. What stayed word for word is left out. */
export function compareStatements(
  base: readonly Statement[],
  head: readonly Statement[],
  vocabulary: Vocabulary,
): StatementChange[] {
  const { gone, added } = differing(base, head);
  const partners = matched(gone, added);
  const changes = added.map((after): StatementChange => {
    const before = partners.get(after);
    return before === undefined
      ? { before, after, verdict: 'stronger', reasons: ['new'] }
      : { before, after, ...compareStrictness(before, after, vocabulary) };
  });
  const kept = new Set(partners.values());
  const removed = gone
    .filter((statement) => !kept.has(statement))
    .map((before): StatementChange => ({
      before,
      after: undefined,
      verdict: 'weaker',
      reasons: ['removed'],
    }));
  return [...changes, ...removed];
}

function differing(
  base: readonly Statement[],
  head: readonly Statement[],
): { readonly gone: Statement[]; readonly added: Statement[] } {
  const counts = new Map<string, number>();
  for (const { plain } of head) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  const gone = base.filter(({ plain }) => !take(counts, plain));
  const left = new Map<string, number>();
  for (const { plain } of base) left.set(plain, (left.get(plain) ?? 0) + 1);
  return { gone, added: head.filter(({ plain }) => !take(left, plain)) };
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

/** For each new requirement the one that it was, the most alike first. */
function matched(gone: readonly Statement[], added: readonly Statement[]): Map<Statement, Statement> {
  const words = new Map([...gone, ...added].map((each) => [each, wordsOf(each.plain)]));
  const candidates = gone.flatMap((before, from) =>
    added.map((after, to) => ({
      before,
      after,
      // Of two that are equally alike the one at the same place of the text was meant.
      distance: Math.abs(from - to),
      share: similarity(words.get(before) ?? [], words.get(after) ?? []),
    })),
  );
  const partners = new Map<Statement, Statement>();
  const used = new Set<Statement>();
  const alike = candidates.filter(({ share }) => share >= SMALLEST_SIMILARITY);
  for (const { before, after } of alike.sort((a, b) => b.share - a.share || a.distance - b.distance)) {
    if (partners.has(after) || used.has(before)) continue;
    partners.set(after, before);
    used.add(before);
  }
  return partners;
}
