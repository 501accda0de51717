import type { Catalog } from '../catalog/catalog';
import { clauseLists } from '../facts/controlList';
import { groupByControl } from './groupByControl';
import type { IsmsDocument, Mapping } from './model';

/** Tells which controls a document maps: each time the same values for the same document. */
export type MappingReader = (document: IsmsDocument) => readonly Mapping[];

export function createMappingReader(): MappingReader {
  const kept = new WeakMap<IsmsDocument, readonly Mapping[]>();
  return (document) => {
    const known = kept.get(document);
    if (known !== undefined) return known;
    const mappings = document.maps ? mappingsIn(document) : [];
    kept.set(document, mappings);
    return mappings;
  };
}

/** Control id → where documents that map name it, in the order of the documents. */
export function mappingsOf(
  documents: readonly IsmsDocument[],
  catalog: Catalog,
  read: MappingReader,
): Map<string, Mapping[]> {
  return groupByControl(documents.flatMap(read), ({ reference }) =>
    reference.mention.ids.filter((id) => catalog.knows(id)),
  );
}

function mappingsIn(document: IsmsDocument): Mapping[] {
  const forClauses = clauseLists(document.facts.controlLists);
  return document.facts.references
    .filter(
      ({ list, mention }) =>
        !forClauses.has(list) && (mention.namespace === 'iso27001:2022' || mention.namespace === 'own'),
    )
    .map((reference) => ({ document, reference }));
}
