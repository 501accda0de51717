import type { Vocabulary } from '../catalog/vocabulary';
import type { FileFacts } from '../facts/facts';
import type { IsmsDocument } from './model';
import { normativeStatements, type NormativeStatement } from '../normative/statements';

/** The rules of a document: what `normativeStatements` finds. */
export type StatementReader = (
  document: Pick<IsmsDocument, 'source' | 'facts'>,
) => readonly NormativeStatement[];

/**
 * A reader that keeps the rules of a document while its text and facts are the same values: an edit costs the reading
 * of one document and not of all.
 */
export function createStatementReader(vocabulary: Vocabulary): StatementReader {
  const kept = new WeakMap<
    FileFacts,
    { readonly source: IsmsDocument['source']; readonly statements: readonly NormativeStatement[] }
  >();
  return ({ source, facts }) => {
    const known = kept.get(facts);
    if (known?.source === source) return known.statements;
    const statements = normativeStatements({ source, facts }, vocabulary);
    kept.set(facts, { source, statements });
    return statements;
  };
}
