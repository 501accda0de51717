import type { RiskEntry } from '../../index/model';
import { atHead, type ChangeKind, type RawChange } from '../change';
import type { ImpactContext } from '../context';
import { riskName, treatingControls } from '../risks';

export const riskUntreated: ChangeKind = {
  id: 'IMP141',
  name: 'risk-untreated',
  level: 'decision',
  summary:
    'A risk that is neither accepted nor avoided lost its last control that is not excluded, or its residual risk rose above the appetite.',
  *find(context) {
    yield* untreated(context);
    yield* aboveAppetite(context);
  },
};

function* untreated({ base, head }: ImpactContext): Iterable<RawChange> {
  for (const [key, was] of base.risksById) {
    const risk = head.risksById.get(key);
    if (risk === undefined || risk.row.treatment === 'avoid' || risk.row.treatment === 'accept') continue;
    const before = treatingControls(base, was);
    if (before.length === 0 || treatingControls(head, risk).length > 0) continue;
    yield {
      subject: risk.row.id,
      message: `No control treats ${riskName(risk)} any more. Clause 6.1.3 asks for the controls that the treatment needs.`,
      before: before.join(', '),
      after: '',
      place: atHead(risk.document.path, risk.row.idSpan),
    };
  }
}

/** The appetite of the base judges: a change that raises both is told of both. */
function* aboveAppetite({ base, head, config }: ImpactContext): Iterable<RawChange> {
  const appetite = config.riskAppetite;
  if (appetite === undefined) return;
  for (const [key, risk] of head.risksById) {
    const before = residualOf(base.risksById.get(key));
    const after = residualOf(risk);
    if (after === undefined || after <= appetite || (before !== undefined && before > appetite)) continue;
    yield {
      subject: risk.row.id,
      message: `The residual risk of ${riskName(risk)} is above the appetite of ${appetite} now.`,
      before: before === undefined ? '' : String(before),
      after: String(after),
      place: atHead(risk.document.path, risk.row.cells.residual?.span ?? risk.row.idSpan),
    };
  }
}

function residualOf(risk: RiskEntry | undefined): number | undefined {
  const text = risk?.row.cells.residual?.text.trim() ?? '';
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
