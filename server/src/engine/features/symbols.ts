import type { Isms } from '../index/model';
import type { Span } from '../text/span';

/** Something of the ISMS that can be found by its name from anywhere. */
export interface IsmsSymbol {
  readonly kind: 'document' | 'control' | 'entry';
  readonly name: string;
  /** Where it belongs: the kind of document, or the file. */
  readonly container: string;
  readonly path: string;
  readonly span: Span;
}

/** Documents, rows of the SoA and entries of registers whose name has the letters of `query` in their order. */
export function symbolsOf(isms: Isms, query: string, most: number): IsmsSymbol[] {
  const found: IsmsSymbol[] = [];
  for (const symbol of allSymbols(isms)) {
    if (found.length === most) break;
    if (isSubsequence(query.toLowerCase(), symbol.name.toLowerCase())) found.push(symbol);
  }
  return found;
}

function* allSymbols(isms: Isms): Iterable<IsmsSymbol> {
  for (const { path, title, kind, facts } of isms.documents) {
    const span = facts.body.headings[0]?.span ?? { start: 0, end: 0 };
    yield { kind: 'document', name: title, container: kind, path, span };
  }
  for (const [id, entries] of isms.soa?.rows ?? [])
    for (const { document, row } of entries) {
      const name = `${id} ${isms.catalog.control(id)?.title ?? row.title?.text ?? ''}`.trim();
      yield { kind: 'control', name, container: document.title, path: document.path, span: row.mention.span };
    }
  for (const register of [isms.risks, isms.requirements, isms.evidence, isms.exceptions])
    for (const { document, row } of register) {
      const name = `${row.id} ${row.title}`.trim();
      yield { kind: 'entry', name, container: document.title, path: document.path, span: row.idSpan };
    }
}

/** What editors expect of a query: they filter and sort the rest by themselves. */
function isSubsequence(query: string, text: string): boolean {
  let at = 0;
  for (const letter of query) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
