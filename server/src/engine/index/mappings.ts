import type { Catalog } from '../catalog/catalog';
import { clauseLists } from '../facts/controlList';
import type { Change } from './change';
import { groupByControl } from './groupByControl';
import { keptGroups } from './kept';
import type { Isms, IsmsDocument, Mapping } from './model';

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

export type Mappings = ReadonlyMap<string, readonly Mapping[]>;

/** Control id → where documents that map name it, in the order of the documents. What did not change stays the same value. */
export function keptMappings(
  documents: readonly IsmsDocument[],
  catalog: Catalog,
  read: MappingReader,
  { change, previous }: { readonly change: Change | undefined; readonly previous: Isms | undefined },
): Mappings {
  const idsOf = ({ reference }: Mapping): string[] => reference.mention.ids.filter((id) => catalog.knows(id));
  return change === undefined
    ? keptGroups(previous?.mappings, groupByControl(documents.flatMap(read), idsOf))
    : mappingsAfter(change, read, idsOf);
}

/** Only the lists of controls that the edited documents map, or mapped, are others after an edit. */
function mappingsAfter(
  { previous, before, now }: Change,
  read: MappingReader,
  idsOf: (mapping: Mapping) => readonly string[],
): Mappings {
  const gone = new Set(before);
  const added = groupByControl(now.flatMap(read), idsOf);
  const ids = new Set([...groupByControl(before.flatMap(read), idsOf).keys(), ...added.keys()]);
  if (ids.size === 0) return previous.mappings;
  const mappings = new Map(previous.mappings);
  for (const id of ids) {
    const others = (previous.mappings.get(id) ?? []).filter(({ document }) => !gone.has(document));
    const all = [...others, ...(added.get(id) ?? [])];
    if (all.length === 0) mappings.delete(id);
    else mappings.set(id, all.sort(byPath));
  }
  return mappings;
}

/** Those of one document stay in their order. */
function byPath(one: Mapping, other: Mapping): number {
  const [a, b] = [one.document.path, other.document.path];
  return a < b ? -1 : a > b ? 1 : 0;
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
