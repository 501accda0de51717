import { THEMES, type Theme } from '../catalog/catalog';
import type { ImplementationStatus, SoaRow } from '../facts/soaFacts';
import type { Isms } from '../index/model';

/** What an ISMS says of one control: the shape of `controls` in the JSON output, with paths relative to the root. */
export interface ControlState {
  readonly id: string;
  readonly theme: Theme;
  readonly title: string;
  /** `null` where the SoA does not say: no row, an empty cell, a word that is not understood, not assessed. */
  readonly applicable: boolean | null;
  readonly status: ImplementationStatus | null;
  /** The documents that map the control, by path. */
  readonly documents: readonly string[];
  /** The ids of the risks that name the control, in the order of the register. */
  readonly risks: readonly string[];
  /** The evidence that names the control, by id or else by title, in the order of the register. */
  readonly evidence: readonly string[];
}

export interface ThemeCoverage {
  readonly theme: Theme;
  readonly total: number;
  readonly mapped: number;
}

/** How much of the catalogue an ISMS covers. */
export interface Coverage {
  readonly total: number;
  /** Controls that at least one document maps. */
  readonly mapped: number;
  readonly applicable: number;
  readonly excluded: number;
  /** Controls of which the SoA does not say whether they apply. */
  readonly undecided: number;
  /** Applicable controls whose status is implemented. */
  readonly implemented: number;
  readonly themes: readonly ThemeCoverage[];
}

/** The state of every control of the catalogue, in its order. */
export function controlStates(isms: Isms): ControlState[] {
  return isms.catalog.controls.map(({ id, theme, title }) => {
    // Where a control has several rows the first one speaks; the others are findings of soa/duplicate-control.
    const row = isms.soa?.rows.get(id)?.[0]?.row;
    return {
      id,
      theme,
      title,
      applicable: applicableOf(row),
      status: statusOf(row),
      documents: unique((isms.mappings.get(id) ?? []).map((mapping) => mapping.document.path)).sort(),
      risks: unique((isms.risksByControl.get(id) ?? []).map((risk) => risk.row.id)),
      evidence: unique((isms.evidenceByControl.get(id) ?? []).map(({ row }) => row.id || row.title)),
    };
  });
}

export function coverageOf(states: readonly ControlState[]): Coverage {
  const count = (holds: (state: ControlState) => boolean): number => states.filter(holds).length;
  const isMapped = (state: ControlState): boolean => state.documents.length > 0;
  return {
    total: states.length,
    mapped: count(isMapped),
    applicable: count((state) => state.applicable === true),
    excluded: count((state) => state.applicable === false),
    undecided: count((state) => state.applicable === null),
    implemented: count((state) => state.applicable === true && state.status === 'implemented'),
    themes: THEMES.map((theme) => ({
      theme,
      total: count((state) => state.theme === theme),
      mapped: count((state) => state.theme === theme && isMapped(state)),
    })),
  };
}

function applicableOf(row: SoaRow | undefined): boolean | null {
  if (row?.applicability === 'applicable') return true;
  return row?.applicability === 'not-applicable' ? false : null;
}

function statusOf(row: SoaRow | undefined): ImplementationStatus | null {
  const status = row?.status;
  return status === undefined || status === 'missing' || status === 'invalid' || status === 'no-column'
    ? null
    : status;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
