import type { ChangeKind } from './change';
import { approvalOutdated } from './kinds/approvalOutdated';
import { controlExcluded } from './kinds/controlExcluded';
import { controlIncluded } from './kinds/controlIncluded';
import { coverageGained } from './kinds/coverageGained';
import { coverageLost } from './kinds/coverageLost';
import { deviationsChanged } from './kinds/deviationsChanged';
import { documentsChanged } from './kinds/documentsChanged';
import { evidenceAffected } from './kinds/evidenceAffected';
import { exceptionsChanged } from './kinds/exceptionsChanged';
import { justificationChanged } from './kinds/justificationChanged';
import { mappingMoved } from './kinds/mappingMoved';
import { obligationStrengthened } from './kinds/obligationStrengthened';
import { obligationWeakened } from './kinds/obligationWeakened';
import { referenceBroken } from './kinds/referenceBroken';
import { responsibilityChanged } from './kinds/responsibilityChanged';
import { reviewDate } from './kinds/reviewDate';
import { risksChanged } from './kinds/risksChanged';
import { riskUntreated } from './kinds/riskUntreated';
import { rulesStrengthened } from './kinds/rulesStrengthened';
import { rulesWeakened } from './kinds/rulesWeakened';
import { statusChanged } from './kinds/statusChanged';
import { textWithoutVersion } from './kinds/textWithoutVersion';
import { treatmentChanged } from './kinds/treatmentChanged';
import { versionOrder } from './kinds/versionOrder';

/** Every kind of change there is, by id. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  coverageLost,
  coverageGained,
  mappingMoved,
  controlExcluded,
  controlIncluded,
  justificationChanged,
  statusChanged,
  textWithoutVersion,
  versionOrder,
  approvalOutdated,
  reviewDate,
  obligationWeakened,
  obligationStrengthened,
  responsibilityChanged,
  riskUntreated,
  treatmentChanged,
  risksChanged,
  evidenceAffected,
  referenceBroken,
  documentsChanged,
  deviationsChanged,
  rulesWeakened,
  rulesStrengthened,
  exceptionsChanged,
];
