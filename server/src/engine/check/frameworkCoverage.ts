import type { ClauseEdge, Crosswalks, Edge, FrameworkItem } from '../catalog/crosswalks';
import type { EdgeSource, Framework } from '../catalog/crosswalkData';
import type { Isms } from '../index/model';
import { controlStates, type ControlState } from './coverage';

/**
 * What an ISMS has in place that is related to the items of another framework. A relation is a pointer for a reader, no
 * statement that an item is met: nothing here may be called covered or compliant.
 */
export interface FrameworkCoverage {
  readonly framework: Framework;
  /** One for each published set of relations; sets are never added up. */
  readonly sets: readonly SetCoverage[];
}

export interface SetCoverage {
  readonly source: EdgeSource;
  /** The items that count, in the framework's order. */
  readonly items: readonly ItemCoverage[];
  readonly counts: Readonly<Record<ItemState, number>>;
}

/**
 * `in-place`: a document maps at least one related control. `open`: there are related controls and no document maps one.
 * `unrelated`: the set relates the item to no control, so only a reader of the item can tell.
 */
export type ItemState = 'in-place' | 'open' | 'unrelated';

export interface ItemCoverage {
  readonly item: FrameworkItem;
  readonly state: ItemState;
  readonly controls: readonly RelatedControl[];
  /** Clauses of ISO/IEC 27001 that the set relates the item to. */
  readonly clauses: readonly ClauseEdge[];
}

export interface RelatedControl extends Pick<ControlState, 'applicable' | 'status' | 'documents'> {
  readonly edge: Edge;
  /** `undefined` for a control that no loaded catalogue holds. */
  readonly title: string | undefined;
  /** True where a document maps it. */
  readonly inPlace: boolean;
}

/** The framework's items with what this ISMS has in place. `undefined` where there is no such framework or no crosswalk was loaded. */
export function frameworkCoverage(isms: Isms, id: string): FrameworkCoverage | undefined {
  const { crosswalks } = isms.catalog;
  const framework = crosswalks?.framework(id);
  if (crosswalks === undefined || framework === undefined) return undefined;
  const counted = crosswalks.items(id).filter((item) => framework.counted.includes(item.level));
  const stateOf = stateFinder(isms);
  return {
    framework,
    sets: crosswalks.sourcesOf(id).map((source) => setCoverage(source, counted, crosswalks, stateOf)),
  };
}

type StateFinder = (edge: Edge) => RelatedControl;

function stateFinder(isms: Isms): StateFinder {
  const states = new Map(controlStates(isms).map((state) => [state.id, state]));
  return (edge) => {
    const state = states.get(edge.control);
    const documents = state?.documents ?? documentsOf(edge.control, isms);
    return {
      edge,
      title: state?.title ?? isms.catalog.ownControl(edge.control)?.title,
      inPlace: documents.length > 0,
      documents,
      applicable: state?.applicable ?? null,
      status: state?.status ?? null,
    };
  };
}

/** The documents that map a control of the organisation's own. */
function documentsOf(control: string, isms: Isms): string[] {
  return [...new Set((isms.mappings.get(control) ?? []).map(({ document }) => document.path))].sort();
}

function setCoverage(
  source: EdgeSource,
  counted: readonly FrameworkItem[],
  crosswalks: Crosswalks,
  stateOf: StateFinder,
): SetCoverage {
  const items = counted.map((item): ItemCoverage => {
    const controls = crosswalks
      .controlsOf(item)
      .filter((edge) => edge.source === source)
      .map(stateOf);
    const clauses = crosswalks.clausesOf(item).filter((edge) => edge.source === source);
    return { item, state: stateOfItem(controls), controls, clauses };
  });
  const count = (state: ItemState): number => items.filter((item) => item.state === state).length;
  return {
    source,
    items,
    counts: { 'in-place': count('in-place'), open: count('open'), unrelated: count('unrelated') },
  };
}

function stateOfItem(controls: readonly RelatedControl[]): ItemState {
  if (controls.length === 0) return 'unrelated';
  return controls.some((control) => control.inPlace) ? 'in-place' : 'open';
}
