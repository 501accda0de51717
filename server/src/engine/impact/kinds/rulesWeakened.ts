import { SEVERITIES, type Severity } from '../../check/finding';
import type { BaselineEntry } from '../../facts/baselineFacts';
import { atHead, type ChangeKind, type RawChange } from '../change';
import { configPlace } from '../configuration';
import type { ImpactContext } from '../context';
import { isEmpty } from '../context';
import { milderCriteria } from '../milderCriteria';
import { readLess } from '../readLess';

export const rulesWeakened: ChangeKind = {
  id: 'IMP172',
  name: 'rules-weakened',
  level: 'decision',
  summary:
    'The change softens the rules by which it would be judged: a rule is off or milder, files are left out (`documents`, `.gitignore`), links are not checked (`links.ignore`), keys or words are read otherwise (`controlKeys`, `statuses`), a catalogue lost controls, fields are no longer required, the review cycle is longer, risks score lower or may score higher (`riskMatrix`, `riskAppetite`), the baseline grew.',
  *find(context) {
    if (isEmpty(context.base)) return;
    yield* severities(context, 'weaker');
    yield* readLess(context);
    yield* milderCriteria(context);
    yield* levels(context);
    yield* baseline(context);
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
