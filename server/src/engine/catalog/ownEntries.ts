import type { Catalog } from './catalog';
import type { CrosswalkData, EdgeRow, Framework, ItemData } from './crosswalkData';
import type { OwnCatalog, OwnControl, OwnFramework } from './ownCatalog';

/** What the organisation's own catalogues add to a catalogue. */
export interface OwnEntries {
  readonly ownControls: readonly OwnControl[];
  ownControl(id: string): OwnControl | undefined;
  /** The organisation's texts about a control. They are shown as theirs and never written into a file. */
  excerpts(id: string): readonly OwnExcerpt[];
}

export interface OwnExcerpt {
  readonly text: string;
  /** Where the text is from, in the organisation's words. */
  readonly source: string | undefined;
  /** The title of the catalogue that holds it. */
  readonly catalog: string;
}

export const NO_OWN_ENTRIES: OwnEntries = {
  ownControls: [],
  ownControl: () => undefined,
  excerpts: () => [],
};

/** The catalogue with the entries of the organisation's own catalogues. Its 93 controls of Annex A stay what they are. */
export function withOwnEntries(catalog: Catalog, own: readonly OwnCatalog[]): Catalog {
  if (own.length === 0) return catalog;
  const ownControls = own.flatMap((each) => each.controls);
  const byId = new Map(ownControls.map((control) => [control.id, control]));
  const excerpts = own.flatMap(({ title, excerpts: each }) =>
    each.map(({ of, text, source }) => ({ of: of.id, excerpt: { text, source, catalog: title } })),
  );
  return {
    ...catalog,
    ownControls,
    ownControl: (id) => byId.get(id),
    knows: (id) => catalog.knows(id) || byId.has(id),
    excerpts: (id) => excerpts.flatMap(({ of, excerpt }) => (of === id ? [excerpt] : [])),
    crosswalks: catalog.crosswalks?.extended(...own.map(ownCrosswalks)),
  };
}

/** An organisation's frameworks in the shape of those that ship. */
function ownCrosswalks({ title, frameworks }: OwnCatalog): CrosswalkData {
  return {
    frameworks: frameworks.map(frameworkOf),
    sources: frameworks.map((framework) => ({
      id: `own:${framework.id}`,
      framework: framework.id,
      title,
      label: 'your own mapping',
      attribution: `Your own catalogue "${title}"`,
    })),
    items: Object.fromEntries(frameworks.map((framework) => [framework.id, framework.items.map(itemOf)])),
    edges: Object.fromEntries(frameworks.map((framework) => [`own:${framework.id}`, edgesOf(framework)])),
    clauseEdges: {},
  };
}

/** Ids that all hold a letter and a digit are told from words and numbers: they are recognised without their framework. */
function frameworkOf({ id, title, items }: OwnFramework): Framework {
  const distinctIds = items.every((item) => /\p{L}/u.test(item.id) && /\p{N}/u.test(item.id));
  return { id, title, noun: ['item', 'items'], counted: ['control'], distinctIds };
}

function itemOf({ id, title, group }: OwnFramework['items'][number]): ItemData {
  return { id, title, level: 'control', ...(group !== undefined && { group }) };
}

function edgesOf({ items }: OwnFramework): EdgeRow[] {
  return items
    .filter(({ controls }) => controls.length > 0)
    .map(({ id, controls }) => [id, controls.map((control) => control.id).join(' '), 'own']);
}
