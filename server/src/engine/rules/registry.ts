import { unmappedControl } from './mapping/unmappedControl';
import { unknownControl } from './mapping/unknownControl';
import { supersededControl } from './mapping/supersededControl';
import { duplicateControl } from './mapping/duplicateControl';
import { noncanonicalId } from './mapping/noncanonicalId';
import { numericId } from './mapping/numericId';
import { excludedControl } from './mapping/excludedControl';
import { notAddressed } from './mapping/notAddressed';
import { missingElement } from './mapping/missingElement';
import { coarseReference } from './mapping/coarseReference';
import { clauseAsControl } from './mapping/clauseAsControl';
import { noControls } from './mapping/noControls';
import { unlistedCitation } from './mapping/unlistedCitation';
import { missing } from './soa/missing';
import { missingControl } from './soa/missingControl';
import { duplicateControl as duplicateSoaControl } from './soa/duplicateControl';
import { missingApplicability } from './soa/missingApplicability';
import { invalidApplicability } from './soa/invalidApplicability';
import { notAssessed } from './soa/notAssessed';
import { titleMismatch } from './soa/titleMismatch';
import { missingJustification } from './soa/missingJustification';
import { weakJustification } from './soa/weakJustification';
import { repeatedJustification } from './soa/repeatedJustification';
import { untracedInclusion } from './soa/untracedInclusion';
import { unsupportedRiskBasis } from './soa/unsupportedRiskBasis';
import { excludedTreatsRisk } from './soa/excludedTreatsRisk';
import { brokenReference } from './soa/brokenReference';
import { oneWayReference } from './soa/oneWayReference';
import { exclusionExpired } from './soa/exclusionExpired';
import { summaryMismatch } from './soa/summaryMismatch';
import { implementedByDraft } from './soa/implementedByDraft';
import { missingStatus } from './soa/missingStatus';
import { invalidStatus } from './soa/invalidStatus';
import { invalidFrontMatter } from './policy/invalidFrontMatter';
import { missingField } from './policy/missingField';
import { invalidValue } from './policy/invalidValue';
import { duplicateId } from './policy/duplicateId';
import { reviewOverdue } from './policy/reviewOverdue';
import { reviewDue } from './policy/reviewDue';
import { missingApproval } from './policy/missingApproval';
import { selfApproval } from './policy/selfApproval';
import { dateOrder } from './policy/dateOrder';
import { changedSinceApproval } from './policy/changedSinceApproval';
import { placeholder } from './policy/placeholder';
import { brokenLink } from './policy/brokenLink';
import { vagueWording } from './policy/vagueWording';
import { duplicateId as duplicateRiskId } from './risk/duplicateId';
import { missingOwner } from './risk/missingOwner';
import { missingTreatment } from './risk/missingTreatment';
import { untreated } from './risk/untreated';
import { unknownReference } from './risk/unknownReference';
import { scoreMismatch } from './risk/scoreMismatch';
import { acceptedAboveAppetite } from './risk/acceptedAboveAppetite';
import { reviewOverdue as riskReviewOverdue } from './risk/reviewOverdue';
import { stale as staleEvidence } from './evidence/stale';
import { missing as missingEvidence } from './evidence/missing';
import { conflictingMetadata } from './policy/conflictingMetadata';
import { uncontrolledDocument } from './policy/uncontrolledDocument';
import { missingDocument } from './clause/missingDocument';
import { unreadable } from './input/unreadable';
import { invalid } from './config/invalid';
import { unused } from './suppression/unused';
import { missingReason } from './suppression/missingReason';
import { unknownRule } from './suppression/unknownRule';
import { expired } from './suppression/expired';
import { breaksTable } from './suppression/breaksTable';
import type { Rule } from './rule';

/** Every rule there is, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  unmappedControl,
  unknownControl,
  supersededControl,
  duplicateControl,
  noncanonicalId,
  numericId,
  coarseReference,
  clauseAsControl,
  excludedControl,
  notAddressed,
  unlistedCitation,
  noControls,
  missingElement,
  missing,
  missingControl,
  duplicateSoaControl,
  missingApplicability,
  invalidApplicability,
  notAssessed,
  missingJustification,
  weakJustification,
  repeatedJustification,
  missingStatus,
  invalidStatus,
  untracedInclusion,
  unsupportedRiskBasis,
  excludedTreatsRisk,
  brokenReference,
  oneWayReference,
  implementedByDraft,
  exclusionExpired,
  summaryMismatch,
  titleMismatch,
  invalidFrontMatter,
  missingField,
  invalidValue,
  duplicateId,
  reviewOverdue,
  reviewDue,
  missingApproval,
  selfApproval,
  dateOrder,
  changedSinceApproval,
  placeholder,
  brokenLink,
  vagueWording,
  duplicateRiskId,
  missingOwner,
  missingTreatment,
  untreated,
  unknownReference,
  scoreMismatch,
  acceptedAboveAppetite,
  riskReviewOverdue,
  staleEvidence,
  missingEvidence,
  conflictingMetadata,
  uncontrolledDocument,
  missingDocument,
  unreadable,
  invalid,
  unused,
  missingReason,
  unknownRule,
  expired,
  breaksTable,
];
