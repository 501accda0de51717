import type { Vocabulary } from '../catalog/vocabulary';
import type { FileFacts } from '../facts/facts';
import { vagueStatements, type VaguePassage } from '../normative/vagueStatements';
import type { IsmsDocument } from './model';

/** The vague words of a document's rules, rule by rule: what `vagueStatements` finds. */
export type VagueReader = (
  document: Pick<IsmsDocument, 'source' | 'facts'>,
) => readonly (readonly VaguePassage[])[];

/**
 * A reader that keeps what it found in a document while its text and facts are the same values: an edit costs the
 * reading of one document and not of all.
 */
export function createVagueReader(vocabulary: Vocabulary): VagueReader {
  const kept = new WeakMap<
    FileFacts,
    { readonly source: IsmsDocument['source']; readonly found: ReturnType<VagueReader> }
  >();
  return ({ source, facts }) => {
    const known = kept.get(facts);
    if (known?.source === source) return known.found;
    const found = vagueStatements({ source, facts }, vocabulary);
    kept.set(facts, { source, found });
    return found;
  };
}
