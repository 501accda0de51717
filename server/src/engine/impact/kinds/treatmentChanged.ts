import type { RiskEntry } from '../../index/model';
import { atHead, type ChangeKind, type RawChange } from '../change';
import type { ImpactContext } from '../context';
import { dayIn, isLater, untilOf } from '../ends';
import { plainText } from '../plainText';
import { controlsOfRisk, riskName, treatingControls } from '../risks';

export const treatmentChanged: ChangeKind = {
  id: 'IMP142',
  name: 'treatment-changed',
  level: 'attention',
  summary:
    'The treatment of a risk, or the controls that treat it, changed; or it is accepted now. The acceptance of a risk holds for longer (attention) or for a shorter time (information), or the change touches it and leaves it expired (attention).',
  *find(context) {
    const { base, head } = context;
    for (const [key, was] of base.risksById) {
      const risk = head.risksById.get(key);
      if (risk === undefined) continue;
      yield* treatment(was, risk, context);
      if (was.row.treatment === 'accept' && risk.row.treatment === 'accept')
        yield* acceptance(was, risk, context);
    }
  },
};

function* treatment(
  was: RiskEntry,
  risk: RiskEntry,
  { base, head, today }: ImpactContext,
): Iterable<RawChange> {
  const changed = was.row.treatment !== risk.row.treatment;
  const controls = controlKey(was) !== controlKey(risk);
  // A risk that lost its last control is a decision of its own.
  const lost = treatingControls(base, was).length > 0 && treatingControls(head, risk).length === 0;
  if (!changed && (!controls || lost)) return;
  const accepted = changed && risk.row.treatment === 'accept';
  const until = acceptedUntil(risk, head.vocabulary);
  const expired = until !== undefined && until < today ? ` The acceptance expired on ${until}.` : '';
  yield {
    subject: risk.row.id,
    message: accepted
      ? `${riskName(risk)} is accepted now. Its owner has to approve that (clause 6.1.3 f).${expired}`
      : `${riskName(risk)} is treated otherwise than before. Its owner has to approve the plan (clause 6.1.3 f).`,
    before: textOf(was),
    after: textOf(risk),
    place: atHead(
      risk.document.path,
      (changed ? risk.row.cells.treatment?.span : undefined) ?? risk.row.idSpan,
    ),
  };
}

/** How long a risk is accepted. That time goes by is no change: only what the change touches is reported as expired. */
function* acceptance(
  was: RiskEntry,
  risk: RiskEntry,
  { base, head, today }: ImpactContext,
): Iterable<RawChange> {
  const before = acceptedUntil(was, base.vocabulary);
  const until = acceptedUntil(risk, head.vocabulary);
  const expired = until !== undefined && until < today;
  if (before === until && (!expired || rowText(was) === rowText(risk))) return;
  const longer = isLater(before, until);
  const holds = `is accepted for ${longer ? 'longer' : 'a shorter time'} now`;
  yield {
    subject: risk.row.id,
    message: expired
      ? `The acceptance of ${riskName(risk)} expired on ${until}. Until its owner accepts it anew (clause 6.1.3 f), nobody answers for it.`
      : `${riskName(risk)} ${holds}.${longer ? ' Its owner has to approve that (clause 6.1.3 f).' : ''}`,
    before: untilOf(before),
    after: untilOf(until),
    place: atHead(risk.document.path, risk.row.cells['accepted-until']?.span ?? risk.row.idSpan),
    level: longer || expired ? 'attention' : 'information',
  };
}

function acceptedUntil({ row }: RiskEntry, vocabulary: Parameters<typeof dayIn>[1]): string | undefined {
  return dayIn(row.cells['accepted-until']?.text, vocabulary);
}

function rowText({ document, row }: RiskEntry): string {
  return plainText(document.source.text.slice(row.span.start, row.span.end));
}

function controlKey(risk: RiskEntry): string {
  return [...controlsOfRisk(risk)].sort().join(' ');
}

function textOf(risk: RiskEntry): string {
  const { treatment: kind } = risk.row;
  const controls = controlsOfRisk(risk).join(', ');
  return [kind === 'missing' || kind === 'no-column' ? 'no treatment' : kind, controls]
    .filter(Boolean)
    .join(': ');
}
