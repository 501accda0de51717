import {
  baselinesOf,
  type Baseline,
  type Confidence,
  type CrosswalkData,
  type EdgeSource,
  type Framework,
  type ItemLevel,
} from './crosswalkData';

/** A requirement, criterion or control of another framework. */
export interface FrameworkItem {
  /** Never a selection: a control of FedRAMP is one of SP 800-53. */
  readonly framework: Framework;
  readonly id: string;
  /** `undefined` where its publisher's words are not ours to repeat. */
  readonly title: string | undefined;
  readonly level: ItemLevel;
  readonly group: string | undefined;
  readonly baselines: readonly Baseline[];
}

/** Somebody's statement that a control of Annex A is related to an item. Wherever it is shown, `source.label` and `confidence` are. */
export interface Edge {
  readonly control: string;
  readonly item: FrameworkItem;
  readonly source: EdgeSource;
  readonly confidence: Confidence;
  /** The items of a third framework through which the two are related; empty for a direct relation. */
  readonly via: readonly string[];
}

/** The same for a clause (4–10) of ISO/IEC 27001. */
export type ClauseEdge = Omit<Edge, 'control'> & { readonly clause: string };

/** Look-ups between controls of Annex A and the items of other frameworks. */
export interface Crosswalks {
  readonly frameworks: readonly Framework[];
  framework(id: string): Framework | undefined;
  /** The published sets of relations of a framework; those of SP 800-53 for a FedRAMP baseline. */
  sourcesOf(framework: string): readonly EdgeSource[];
  /** The items of a framework in its own order; for a FedRAMP baseline those that it selects. */
  items(framework: string): readonly FrameworkItem[];
  /** What a control is related to, in one framework or in all of them. */
  itemsOf(control: string, framework?: string): readonly Edge[];
  controlsOf(item: FrameworkItem): readonly Edge[];
  clausesOf(item: FrameworkItem): readonly ClauseEdge[];
  itemsOfClause(clause: string): readonly ClauseEdge[];
  /**
   * The item of an id as somebody wrote it: `CC6.1`, `pr.aa-5`, `AC-02 (01)`, `§ 164.308(a)(1)(i)`. An id whose shape
   * does not name its framework (`A.1.2.2`, `5.1`, `Art. 32`) is found only where `framework` is given.
   */
  findItem(id: string, framework?: string): FrameworkItem | undefined;
  /** The same with what the organisation's own catalogues add. */
  extended(...parts: readonly CrosswalkData[]): Crosswalks;
}

/** Builds the look-ups from parts: what ships, and what the organisation's own catalogues add. */
export function createCrosswalks(...parts: readonly CrosswalkData[]): Crosswalks {
  const frameworks = parts.flatMap((part) => part.frameworks);
  const sources = parts.flatMap((part) => part.sources);
  const framework = (id: string): Framework | undefined => frameworks.find((each) => each.id === id);
  // Built when first asked for: an editor that shows no relations does not wait for them.
  const own = lazy(() => new Map(frameworks.map((each) => [each.id, itemsOfFramework(each, parts)])));
  const items = (id: string): readonly FrameworkItem[] => {
    const selection = framework(id)?.selection;
    if (selection === undefined) return own().get(id) ?? [];
    return (own().get(selection.framework) ?? []).filter((item) =>
      item.baselines.includes(selection.baseline),
    );
  };
  const edges = lazy(() => edgesOf(parts, own()));
  const find = lazy(() => finder(frameworks, items));
  return {
    frameworks,
    framework,
    sourcesOf: (id) =>
      sources.filter((source) => source.framework === (framework(id)?.selection?.framework ?? id)),
    items,
    itemsOf: (control, id) => {
      const all = edges().byControl.get(control) ?? [];
      if (id === undefined) return all;
      const wanted = new Set(items(id));
      return all.filter((edge) => wanted.has(edge.item));
    },
    controlsOf: (item) => edges().byItem.get(item) ?? [],
    clausesOf: (item) => edges().clausesByItem.get(item) ?? [],
    itemsOfClause: (clause) => edges().byClause.get(clause) ?? [],
    findItem: (id, wanted) => find()(id, wanted),
    extended: (...more) => createCrosswalks(...parts, ...more),
  };
}

function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

type Items = ReadonlyMap<string, readonly FrameworkItem[]>;

function edgesOf(parts: readonly CrosswalkData[], items: Items) {
  const edges = relationsOf(parts, 'edges', items).map(({ target, ...rest }): Edge => ({
    control: target,
    ...rest,
  }));
  const clauses = relationsOf(parts, 'clauseEdges', items).map(({ target, ...rest }): ClauseEdge => ({
    clause: target,
    ...rest,
  }));
  return {
    byControl: groupBy(edges, (edge) => edge.control),
    byItem: groupBy(edges, (edge) => edge.item),
    byClause: groupBy(clauses, (edge) => edge.clause),
    clausesByItem: groupBy(clauses, (edge) => edge.item),
  };
}

function itemsOfFramework(framework: Framework, parts: readonly CrosswalkData[]): readonly FrameworkItem[] {
  return parts
    .flatMap((part) => part.items[framework.id] ?? [])
    .map(({ id, title, level, group, baselines }) => ({
      framework,
      id,
      title,
      level,
      group,
      baselines: baselinesOf(baselines ?? 0),
    }));
}

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOfItem: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOfItem(item));
    if (group === undefined) groups.set(keyOfItem(item), [item]);
    else group.push(item);
  }
  return groups;
}

type Relation = Omit<Edge, 'control'> & { readonly target: string };

function relationsOf(
  parts: readonly CrosswalkData[],
  kind: 'edges' | 'clauseEdges',
  items: Items,
): Relation[] {
  return parts.flatMap((part) =>
    part.sources.flatMap((source) => {
      const byId = new Map(items.get(source.framework)?.map((item) => [item.id, item]));
      return (part[kind][source.id] ?? []).flatMap(([id, targets, confidence, via = '']) => {
        const item = byId.get(id);
        if (item === undefined) return [];
        return words(targets).map((target) => ({ target, item, source, confidence, via: words(via) }));
      });
    }),
  );
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** What may stand before an id: the sign or word of its framework. */
const LEAD =
  /^(?:§+|45cfr(?:part)?|(?:article|artikel|art\.?|point|punkt)(?=\d)|nist(?:csf|sp800-53)?(?=[a-z])|soc2(?=[a-z])|tsc(?=[a-z]))/;
/** Zeros that pad a number: `AC-02(01)`. */
const PADDING = /(?<!\d)0+(?=\d)/g;

function keyOf(id: string): string {
  let key = id.toLowerCase().replace(/\s+/g, '');
  for (let rest = key.replace(LEAD, ''); rest !== key; rest = key.replace(LEAD, '')) key = rest;
  return key.replace(PADDING, '');
}

function finder(
  frameworks: readonly Framework[],
  items: (framework: string) => readonly FrameworkItem[],
): Crosswalks['findItem'] {
  const distinct = frameworks.filter((each) => each.distinctIds).flatMap((each) => items(each.id));
  const byKey = new Map(distinct.map((item) => [keyOf(item.id), item]));
  return (id, framework) => {
    const key = keyOf(id);
    return framework === undefined ? byKey.get(key) : items(framework).find((item) => keyOf(item.id) === key);
  };
}
