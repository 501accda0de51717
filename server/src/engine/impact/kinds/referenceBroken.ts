import type { IsmsDocument } from '../../index/model';
import { atBase, type ChangeKind, type RawChange } from '../change';
import { isIgnored } from '../configuration';
import type { ImpactContext } from '../context';
import { counted, listed, nameOf } from '../names';
import { referrersTo } from '../referrers';

export const referenceBroken: ChangeKind = {
  id: 'IMP161',
  name: 'reference-broken',
  level: 'decision',
  summary: 'A document was removed, or its id changed, and other documents still refer to what it was.',
  *find(context) {
    const { head, pairs } = context;
    for (const document of pairs.removed) {
      if (head.files.has(document.path)) continue;
      const referrers = referrersTo(head, { path: document.path, id: idOf(document) });
      if (referrers.length === 0) continue;
      const names = listed(referrers.map((each) => nameOf(each.document)));
      yield {
        subject: nameOf(document),
        message: `${nameOf(document)} ${isIgnored(head, document.path) ? 'is ignored by git now' : 'was removed'}, and ${names} still ${referrers.length === 1 ? 'refers' : 'refer'} to it.`,
        before: document.path,
        after: '',
        place: atBase(document.path, { start: 0, end: 0 }),
        related: referrers.map(({ place }) => place),
      };
    }
    yield* renamed(context);
  },
};

function* renamed({ head, pairs }: ImpactContext): Iterable<RawChange> {
  for (const { base: was, head: now } of pairs.both) {
    const id = idOf(was);
    const idGone = id !== undefined && idOf(now) !== id;
    const pathGone = was.path !== now.path && !head.files.has(was.path);
    if (!idGone && !pathGone) continue;
    const referrers = referrersTo(head, {
      path: pathGone ? was.path : undefined,
      id: idGone ? id : undefined,
    });
    if (referrers.length === 0) continue;
    const before = [idGone ? id : undefined, pathGone ? was.path : undefined].filter(Boolean).join(', ');
    const after = [idGone ? (idOf(now) ?? 'no id') : undefined, pathGone ? now.path : undefined]
      .filter(Boolean)
      .join(', ');
    yield {
      subject: nameOf(now),
      message: `${nameOf(now)} was ${before} before, and ${counted(referrers.length, 'document')} still ${referrers.length === 1 ? 'refers' : 'refer'} to it by that name: ${listed(referrers.map((each) => nameOf(each.document)))}.`,
      before,
      after,
      place: { side: 'head', path: now.path, span: now.field('id')?.span ?? { start: 0, end: 0 } },
      related: referrers.map(({ place }) => place),
    };
  }
}

function idOf(document: IsmsDocument): string | undefined {
  return document.field('id')?.value.trim();
}
