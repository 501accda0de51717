import type { ImplementationStatus } from '../facts/soaFacts';
import { normalise, type Lookup } from '../catalog/lookup';
import type { ReadContext } from './context';

/** What a file's own abbreviations stand for: `PI` where a legend says "PI = Partially implemented". */
export interface SoaLegend {
  readonly applicability: Lookup<'applicable' | 'not-applicable' | 'not-assessed'>;
  readonly status: Lookup<ImplementationStatus>;
}

export type SoaContext = ReadContext & { readonly legend: SoaLegend };

/** Reads the legends of a file, in the text (`I = Implemented, P: Planned`), in lists and in tables of two columns. */
export function readLegend(text: string, context: ReadContext): SoaLegend {
  let known: SoaLegend | undefined;
  const legend = (): SoaLegend => (known ??= legendsOf(text, context));
  // Most tables are no SoA, and nobody asks.
  return {
    applicability: (spelling) => legend().applicability(spelling),
    status: (spelling) => legend().status(spelling),
  };
}

function legendsOf(text: string, context: ReadContext): SoaLegend {
  const pairs = text.split('\n').flatMap(pairsOfLine);
  return {
    applicability: legendOf(pairs, context.vocabulary.applicability),
    status: legendOf(pairs, context.vocabulary.implementationStatus),
  };
}

const LONGEST_LINE = 500;
/** A code of up to four characters in front of a sign that explains it. */
const PAIR =
  /(?:^|[\s|,;(•·])[*_`"]{0,3}([^\s|,;:=()*_`"]{1,4})[*_`"]{0,3}\s{0,3}(?:=|:|–|—|\||-(?=\s))\s{0,3}([^|,;()=\r]{2,40})/gu;

function pairsOfLine(line: string): [string, string][] {
  if (line.length > LONGEST_LINE) return [];
  return [...line.matchAll(PAIR)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]);
}

function legendOf<Meaning extends string>(
  pairs: readonly (readonly [string, string])[],
  lookup: Lookup<Meaning>,
): Lookup<Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const [code, explanation] of pairs) {
    const meaning = lookup(explanation);
    const key = normalise(code);
    if (meaning !== undefined && !meanings.has(key)) meanings.set(key, meaning);
  }
  return (spelling) => meanings.get(normalise(spelling));
}
