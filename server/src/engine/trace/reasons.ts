import { riskKey, scanRiskIds } from '../ids/riskIds';
import type { Isms, RiskEntry, SoaEntry } from '../index/model';
import { registerKey } from '../index/registers';
import type { ControlContext, Graph } from './graph';
import { lostRiskNode, registerNode } from './nodes';
import { reasonState, type LinkState } from './states';

/** Why a control is there: the risks that it treats and the requirements that it meets. */
export function addReasons(
  graph: Graph,
  id: string,
  control: string,
  entry: SoaEntry | undefined,
  context: ControlContext,
): void {
  const { isms, only } = context;
  if (only.kind !== 'requirement') addRisks(graph, id, control, entry, context);
  if (only.kind === 'risk') return;
  for (const requirement of isms.requirementsByControl.get(id) ?? []) {
    if (only.kind === 'requirement' && only.entry.row !== requirement.row) continue;
    const state = reasonState(requirement.row, true, entry, context);
    graph.link(graph.add(registerNode('requirement', requirement)), control, 'met-by', state);
  }
}

function addRisks(
  graph: Graph,
  id: string,
  control: string,
  entry: SoaEntry | undefined,
  context: ControlContext,
): void {
  const { isms, only } = context;
  const naming = isms.risksByControl.get(id) ?? [];
  const shown = new Set<string>();
  for (const risk of [...naming, ...risksOfRow(entry, isms)]) {
    const key = registerKey(risk.row.id);
    if (shown.has(key) || (only.kind === 'risk' && only.entry.row.id !== risk.row.id)) continue;
    shown.add(key);
    const state = reasonState(risk.row, naming.includes(risk), entry, context);
    graph.link(graph.add(registerNode('risk', risk)), control, 'treated-by', state);
  }
  if (only.kind === 'risk' || isms.risks.length === 0) return;
  for (const lost of scanRiskIds(entry?.row.risks?.text ?? ''))
    if (!isms.risksById.has(riskKey(lost.id)))
      graph.link(graph.add(lostRiskNode(lost.id)), control, 'treated-by', LOST);
}

const LOST: LinkState = { state: 'broken', reason: 'it is in no risk register' };

/** The risks that the row of the Statement of Applicability names. */
function risksOfRow(entry: SoaEntry | undefined, isms: Isms): RiskEntry[] {
  return scanRiskIds(entry?.row.risks?.text ?? '').flatMap(({ id }) => isms.risksById.get(riskKey(id)) ?? []);
}
