import type { RiskEntry } from '../../index/model';
import { atHead, type ChangeKind } from '../change';
import { controlsOfRisk, riskName, treatingControls } from '../risks';

export const treatmentChanged: ChangeKind = {
  id: 'IMP142',
  name: 'treatment-changed',
  level: 'attention',
  summary: 'The treatment of a risk, or the controls that treat it, changed; or it is accepted now.',
  *find({ base, head }) {
    for (const [key, was] of base.risksById) {
      const risk = head.risksById.get(key);
      if (risk === undefined) continue;
      const treatment = was.row.treatment !== risk.row.treatment;
      const controls = controlKey(was) !== controlKey(risk);
      // A risk that lost its last control is a decision of its own.
      const lost = treatingControls(base, was).length > 0 && treatingControls(head, risk).length === 0;
      if (!treatment && (!controls || lost)) continue;
      const accepted = treatment && risk.row.treatment === 'accept';
      yield {
        subject: risk.row.id,
        message: accepted
          ? `${riskName(risk)} is accepted now. Its owner has to approve that (clause 6.1.3 f).`
          : `${riskName(risk)} is treated otherwise than before. Its owner has to approve the plan (clause 6.1.3 f).`,
        before: textOf(was),
        after: textOf(risk),
        place: atHead(
          risk.document.path,
          (treatment ? risk.row.cells.treatment?.span : undefined) ?? risk.row.idSpan,
        ),
      };
    }
  },
};

function controlKey(risk: RiskEntry): string {
  return [...controlsOfRisk(risk)].sort().join(' ');
}

function textOf(risk: RiskEntry): string {
  const { treatment } = risk.row;
  const controls = controlsOfRisk(risk).join(', ');
  return [treatment === 'missing' || treatment === 'no-column' ? 'no treatment' : treatment, controls]
    .filter(Boolean)
    .join(': ');
}
