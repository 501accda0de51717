import type { Vocabulary } from '../catalog/vocabulary';
import type { FileFacts } from '../facts/facts';
import { vagueStatements, type VaguePassage } from '../normative/vagueStatements';
import type { IsmsDocument } from './model';

/** The vague words of a document's rules, rule by rule: what `vagueStatements` finds. */
export type VagueReader = (
  document: Pick<IsmsDocument, 'source' | 'facts'>,
) => readonly (readonly VaguePassage[])[];

/** A reader that can be told what an earlier one found. */
export interface VagueMemory {
  readonly read: VagueReader;
  /** What was found in a text; `undefined` where nobody asked. */
  known(source: IsmsDocument['source']): ReturnType<VagueReader> | undefined;
  /** Spares reading a text in which this was found before. */
  recall(source: IsmsDocument['source'], found: ReturnType<VagueReader>): void;
}

/**
 * A reader that keeps what it found in a document while its text and facts are the same values: an edit costs the
 * reading of one document and not of all.
 */
export function createVagueMemory(vocabulary: Vocabulary): VagueMemory {
  const kept = new WeakMap<
    IsmsDocument['source'],
    { readonly facts: FileFacts | undefined; readonly found: ReturnType<VagueReader> }
  >();
  return {
    read({ source, facts }) {
      const known = kept.get(source);
      // What is recalled was found with the facts of this very text.
      if (known !== undefined && (known.facts === undefined || known.facts === facts)) return known.found;
      const found = vagueStatements({ source, facts }, vocabulary);
      kept.set(source, { facts, found });
      return found;
    },
    known: (source) => kept.get(source)?.found,
    recall: (source, found) => void kept.set(source, { facts: undefined, found }),
  };
}
