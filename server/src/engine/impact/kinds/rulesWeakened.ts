import { SEVERITIES, type Severity } from '../../check/finding';
import type { BaselineEntry } from '../../facts/baselineFacts';
import { atHead, type ChangeKind, type RawChange } from '../change';
import { configPlace, listDifference, ownControlIds, requiredFieldsOf } from '../configuration';
import type { ImpactContext } from '../context';
import { isEmpty } from '../context';

export const rulesWeakened: ChangeKind = {
  id: 'IMP172',
  name: 'rules-weakened',
  level: 'decision',
  summary:
    'The change softens the rules by which it would be judged: a rule is off or milder, files are left out, the baseline grew, a catalogue lost controls, the risk appetite rose.',
  *find(context) {
    if (isEmpty(context.base)) return;
    yield* severities(context, 'weaker');
    yield* patterns(context);
    yield* fields(context);
    yield* appetite(context);
    yield* levels(context);
    yield* baseline(context);
    yield* catalogs(context);
  },
};

const ORDER: readonly (Severity | 'off')[] = [...SEVERITIES, 'off'];

/** Rules whose severity went down (`weaker`) or up. */
export function* severities(
  { base, head, rules }: ImpactContext,
  direction: 'weaker' | 'stronger',
): Iterable<RawChange> {
  for (const rule of rules) {
    const before = base.config?.config.rules?.[rule.id] ?? rule.severity;
    const after = head.config?.config.rules?.[rule.id] ?? rule.severity;
    const milder = ORDER.indexOf(after) - ORDER.indexOf(before);
    if (milder === 0 || milder > 0 !== (direction === 'weaker')) continue;
    yield {
      subject: rule.id,
      message:
        direction === 'stronger'
          ? `${rule.id} is reported as ${after} now.`
          : after === 'off'
            ? `${rule.id} is switched off. Until now it reported: ${rule.summary}`
            : `${rule.id} is reported as ${after} only.`,
      before,
      after,
      place: configPlace(head, ['rules', rule.id]),
    };
  }
}

function* patterns({ base, head }: ImpactContext): Iterable<RawChange> {
  const before = base.config?.config.documents;
  const after = head.config?.config.documents;
  const excluded = listDifference(after?.exclude, before?.exclude);
  const included = before?.include === undefined ? [] : listDifference(before.include, after?.include);
  const left = after?.include === undefined ? [] : included;
  if (excluded.length > 0)
    yield {
      subject: 'documents.exclude',
      message: `Files are left out of the ISMS now: ${excluded.join(', ')}. Nothing in them is checked.`,
      before: (before?.exclude ?? []).join(', '),
      after: (after?.exclude ?? []).join(', '),
      place: configPlace(head, ['documents', 'exclude']),
    };
  const narrowed = before?.include === undefined && after?.include !== undefined;
  if (left.length > 0 || narrowed)
    yield {
      subject: 'documents.include',
      message: 'Fewer files than before belong to the ISMS. Nothing in the others is checked.',
      before: (before?.include ?? ['all Markdown']).join(', '),
      after: (after?.include ?? []).join(', '),
      place: configPlace(head, ['documents', 'include']),
    };
}

function* fields({ base, head }: ImpactContext): Iterable<RawChange> {
  const dropped = listDifference(requiredFieldsOf(base), requiredFieldsOf(head));
  if (dropped.length === 0) return;
  yield {
    subject: 'requiredFields',
    message: `Documents need no ${dropped.join(', ')} any more.`,
    before: requiredFieldsOf(base).join(', '),
    after: requiredFieldsOf(head).join(', '),
    place: configPlace(head, ['requiredFields']),
  };
}

function* appetite({ base, head }: ImpactContext): Iterable<RawChange> {
  const before = base.config?.config.riskAppetite;
  const after = head.config?.config.riskAppetite;
  if (before === undefined || (after !== undefined && after <= before)) return;
  yield {
    subject: 'riskAppetite',
    message: 'Higher risks than before may be accepted without a named approver.',
    before: String(before),
    after: after === undefined ? 'none' : String(after),
    place: configPlace(head, ['riskAppetite']),
  };
}

/** Changes that would be reported more mildly, or not at all, from the next change on. */
function* levels({ base, head }: ImpactContext): Iterable<RawChange> {
  const before = base.config?.config.impact?.levels ?? {};
  const after = head.config?.config.impact?.levels ?? {};
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[id] === after[id] || LEVELS.indexOf(after[id] ?? '') <= LEVELS.indexOf(before[id] ?? ''))
      continue;
    yield {
      subject: id,
      message: `Changes of the kind ${id} will be reported ${after[id] === 'off' ? 'no longer' : `as ${after[id] ?? 'before'}`}.`,
      before: before[id] ?? 'as it ships',
      after: after[id] ?? 'as it ships',
      place: configPlace(head, ['impact', 'levels', id]),
    };
  }
}

/** `''` is the level that ships, which may be any: only what is set below "decision" counts as milder. */
const LEVELS: readonly string[] = ['decision', '', 'attention', 'information', 'off'];

function* baseline({ base, head }: ImpactContext): Iterable<RawChange> {
  const before = (base.baseline?.entries ?? []).map(entryKey);
  const after = (head.baseline?.entries ?? []).map(entryKey);
  const added = (head.baseline?.entries ?? []).filter((entry) => !before.includes(entryKey(entry)));
  const [first] = added;
  if (head.baseline === undefined || first === undefined) return;
  yield {
    subject: head.baseline.source.path,
    message: `The baseline accepts ${added.length} more ${added.length === 1 ? 'finding' : 'findings'} than before.`,
    before: String(before.length),
    after: String(after.length),
    place: atHead(head.baseline.source.path, first.span),
  };
}

function entryKey({ rule, document, subject, number }: BaselineEntry): string {
  return JSON.stringify([rule, document, subject, number]);
}

function* catalogs({ base, head }: ImpactContext): Iterable<RawChange> {
  const gone = listDifference(ownControlIds(base), ownControlIds(head));
  if (gone.length === 0) return;
  yield {
    subject: 'catalogs',
    message: `The organisation's own catalogues no longer hold ${gone.join(', ')}. Whatever asks for these is checked no longer.`,
    before: gone.join(', '),
    after: '',
    place: configPlace(head, ['catalogs']),
  };
}
