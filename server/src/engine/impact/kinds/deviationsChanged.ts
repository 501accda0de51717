import { ignoreNodes } from '../../config/parse';
import type { Isms } from '../../index/model';
import { activeSuppressions, isExpired, type ActiveSuppression } from '../../suppression/active';
import { atBase, atHead, type ChangeKind, type ChangePlace } from '../change';
import type { ImpactContext } from '../context';

export const deviationsChanged: ChangeKind = {
  id: 'IMP171',
  name: 'deviation-added',
  level: 'attention',
  summary: 'A suppression was added or extended (attention), or taken away or shortened (information).',
  *find(context) {
    const { base, head, today } = context;
    const before = byKey(base, (path) => keyOfBase(context, path));
    const after = byKey(head, (path) => path);
    for (const [key, suppression] of after) {
      const was = before.get(key);
      if (was?.until === suppression.until && was !== undefined) continue;
      const longer = isLonger(was?.until, suppression.until);
      const expired = isExpired(suppression.until, today)
        ? ' It has expired already, so it suppresses nothing.'
        : '';
      yield {
        subject: suppression.rule,
        message:
          was === undefined
            ? `Findings of ${suppression.rule} are accepted ${whereOf(suppression)} now: ${suppression.reason ?? 'no reason is given, so nothing is suppressed'}.${expired}`
            : `Findings of ${suppression.rule} are accepted ${longer ? 'for longer' : 'for a shorter time'} ${whereOf(suppression)}.${expired}`,
        before: was === undefined ? '' : untilOf(was),
        after: untilOf(suppression),
        place: placeOf(suppression, head, atHead),
        level: was === undefined || longer ? 'attention' : 'information',
      };
    }
    for (const [key, suppression] of before) {
      if (after.has(key)) continue;
      yield {
        subject: suppression.rule,
        message: `Findings of ${suppression.rule} are no longer accepted ${whereOf(suppression)}.`,
        before: untilOf(suppression),
        after: '',
        place: placeOf(suppression, base, atBase),
        level: 'information',
      };
    }
  },
};

function keyOfBase({ base, pairs }: ImpactContext, path: string): string {
  const document = base.documents.find((each) => each.path === path);
  return document === undefined ? path : pairs.keyOf(document);
}

/** Suppressions by what they accept; those that agree in everything are numbered. */
function byKey(isms: Isms, nameOf: (path: string) => string): Map<string, ActiveSuppression> {
  const result = new Map<string, ActiveSuppression>();
  const seen = new Map<string, number>();
  for (const suppression of activeSuppressions(isms)) {
    const key = keyOf(suppression, isms, nameOf);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    result.set(`${key}\0${count}`, suppression);
  }
  return result;
}

function keyOf({ rule, source }: ActiveSuppression, isms: Isms, nameOf: (path: string) => string): string {
  if (source.kind === 'inline') {
    const { kind, controls } = source.directive;
    return [rule, nameOf(source.path), kind, [...controls].sort().join(' ')].join('\0');
  }
  const entry = isms.config?.config.ignore?.[source.index];
  const files = [entry?.files ?? []].flat().sort().join(' ');
  return [rule, 'isms.yaml', files, [...(entry?.controls ?? [])].sort().join(' ')].join('\0');
}

/** Without an end it lasts for ever. */
function isLonger(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && (after === undefined || after > before);
}

function untilOf({ until }: ActiveSuppression): string {
  return until === undefined ? 'without end' : `until ${until}`;
}

function whereOf({ source }: ActiveSuppression): string {
  if (source.kind === 'isms.yaml') return 'by isms.yaml';
  return source.directive.kind === 'file' ? 'in the whole file' : 'at one place';
}

function placeOf(
  { source }: ActiveSuppression,
  isms: Isms,
  at: (path: string, span: { start: number; end: number }) => ChangePlace,
): ChangePlace {
  if (source.kind === 'inline') return at(source.path, source.directive.span);
  const { config } = isms;
  const node = config?.root === undefined ? undefined : ignoreNodes(config.root)[source.index];
  return at(config?.source.path ?? 'isms.yaml', node?.span ?? { start: 0, end: 0 });
}
