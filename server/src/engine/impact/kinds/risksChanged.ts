import { atBase, atHead, type ChangeKind } from '../change';
import { riskName } from '../risks';

export const risksChanged: ChangeKind = {
  id: 'IMP143',
  name: 'risk-removed',
  level: 'attention',
  summary: 'A risk was removed from the register (attention), or is new in it (information).',
  *find({ base, head }) {
    for (const [key, risk] of base.risksById) {
      // A register that cannot be read loses no risk by that.
      if (head.risksById.has(key) || head.incompleteRegisters.has('risk')) continue;
      yield {
        subject: risk.row.id,
        message: `${riskName(risk)} is no longer in the register. A risk that ended is better closed there, with a reason.`,
        before: risk.row.title,
        after: '',
        place: atBase(risk.document.path, risk.row.idSpan),
      };
    }
    for (const [key, risk] of head.risksById) {
      if (base.risksById.has(key) || base.incompleteRegisters.has('risk')) continue;
      yield {
        subject: risk.row.id,
        message: `${riskName(risk)} is new in the register.`,
        before: '',
        after: risk.row.title,
        place: atHead(risk.document.path, risk.row.idSpan),
        level: 'information',
      };
    }
  },
};
