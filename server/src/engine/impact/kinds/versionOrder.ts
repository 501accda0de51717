import { atHead, type ChangeKind } from '../change';
import { nameOf } from '../names';

export const versionOrder: ChangeKind = {
  id: 'IMP122',
  name: 'version-order',
  level: 'decision',
  summary:
    'The version of a document went down; or its requirements changed and, of a version in three parts, only the last rose (attention).',
  *find({ pairs, texts }) {
    for (const pair of pairs.both) {
      const { base: was, head: now } = pair;
      const version = now.field('version');
      const before = partsOf(was.field('version')?.value);
      const after = partsOf(version?.value);
      if (version === undefined || before === undefined || after === undefined) continue;
      const order = compareParts(before, after);
      const common = {
        subject: nameOf(now),
        before: was.field('version')?.value ?? '',
        after: version.value,
        place: atHead(now.path, version.span),
      };
      if (order > 0) {
        yield {
          ...common,
          message: `The version of ${nameOf(now)} went down from ${common.before} to ${common.after}. An older text may have been put back by mistake.`,
        };
      } else if (isPatch(before, after) && texts.of(pair).kind === 'normative') {
        yield {
          ...common,
          message: `What ${nameOf(now)} asks for changed, but ${common.before} to ${common.after} reads like a correction.`,
          level: 'attention',
        };
      }
    }
  },
};

function partsOf(version: string | undefined): readonly number[] | undefined {
  const match = /^\s*v?\s*(\d{1,6}(?:\.\d{1,6}){0,3})\s*$/i.exec(version ?? '');
  return match?.[1]?.split('.').map(Number);
}

function compareParts(before: readonly number[], after: readonly number[]): number {
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index++) {
    const difference = (before[index] ?? 0) - (after[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isPatch(before: readonly number[], after: readonly number[]): boolean {
  return (
    before.length === 3 &&
    after.length === 3 &&
    before[0] === after[0] &&
    before[1] === after[1] &&
    (before[2] ?? 0) < (after[2] ?? 0)
  );
}
