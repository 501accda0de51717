import { ignoreNodes } from '../../config/parse';
import type { Isms } from '../../index/model';
import { activeSuppressions, isExpired, type ActiveSuppression } from '../../suppression/active';
import { atBase, atHead, type ChangeKind, type ChangePlace, type RawChange } from '../change';
import type { ImpactContext } from '../context';
import { isLater, untilOf } from '../ends';
import { plainText } from '../plainText';

export const deviationsChanged: ChangeKind = {
  id: 'IMP171',
  name: 'deviation-added',
  level: 'attention',
  summary:
    'A suppression was added, extended or given the reason that it lacked (attention), or taken away or shortened (information); or the change touches the reason or the name of one that has expired (attention).',
  *find(context) {
    const { base, head } = context;
    const before = byKey(base, (path) => keyOfBase(context, path));
    const after = byKey(head, (path) => path);
    for (const [key, suppression] of after) {
      const was = before.get(key);
      if (was === undefined) yield added(suppression, context);
      else yield* changed(was, suppression, context);
    }
    for (const [key, suppression] of before) {
      if (after.has(key)) continue;
      yield {
        subject: suppression.rule,
        message: `Findings of ${suppression.rule} are no longer accepted ${whereOf(suppression)}.`,
        before: untilOf(suppression.until),
        after: '',
        place: placeOf(suppression, base, atBase),
        level: 'information',
      };
    }
  },
};

function added(suppression: ActiveSuppression, { head, today }: ImpactContext): RawChange {
  const expired = isExpired(suppression.until, today)
    ? ' It has expired already, so it suppresses nothing.'
    : '';
  return {
    subject: suppression.rule,
    message: `Findings of ${suppression.rule} are accepted ${whereOf(suppression)} now: ${suppression.reason ?? 'no reason is given, so nothing is suppressed'}.${expired}`,
    before: '',
    after: untilOf(suppression.until),
    place: placeOf(suppression, head, atHead),
  };
}

/** That time goes by is no change: a suppression that has expired is reported where the change touches it. */
function* changed(
  was: ActiveSuppression,
  suppression: ActiveSuppression,
  { head, today }: ImpactContext,
): Iterable<RawChange> {
  const expired = isExpired(suppression.until, today);
  const sameEnd = was.until === suppression.until;
  const takesEffect = was.reason === undefined && suppression.reason !== undefined && !expired;
  const touched = wordsOf(was) !== wordsOf(suppression);
  if (sameEnd && !takesEffect && !(expired && touched)) return;
  const longer = isLater(was.until, suppression.until);
  yield {
    subject: suppression.rule,
    message: [
      messageOf(suppression, { sameEnd, longer, takesEffect }),
      ...(expired ? ['It has expired, so it suppresses nothing.'] : []),
    ].join(' '),
    before: untilOf(was.until),
    after: untilOf(suppression.until),
    place: placeOf(suppression, head, atHead),
    level: longer || takesEffect || expired ? 'attention' : 'information',
  };
}

function messageOf(
  suppression: ActiveSuppression,
  { sameEnd, longer, takesEffect }: { sameEnd: boolean; longer: boolean; takesEffect: boolean },
): string {
  const where = whereOf(suppression);
  if (takesEffect) return `Findings of ${suppression.rule} are accepted ${where} now: ${suppression.reason}.`;
  if (sameEnd) return `The suppression of ${suppression.rule} ${where} was edited.`;
  return `Findings of ${suppression.rule} are accepted ${longer ? 'for longer' : 'for a shorter time'} ${where}.`;
}

/** Why, and by whom. */
function wordsOf({ reason, by }: ActiveSuppression): string {
  return `${plainText(reason ?? '')}\0${plainText(by ?? '')}`;
}

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
