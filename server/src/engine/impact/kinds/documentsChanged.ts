import type { IsmsDocument } from '../../index/model';
import { atBase, atHead, type ChangeKind, type RawChange } from '../change';
import { isIgnored } from '../configuration';
import type { ImpactContext } from '../context';
import { counted, nameOf } from '../names';
import { referrersTo } from '../referrers';

export const documentsChanged: ChangeKind = {
  id: 'IMP162',
  name: 'document-removed',
  level: 'attention',
  summary:
    'A document of the ISMS was removed or retired (attention), or is new or in force again (information).',
  *find(context) {
    yield* removed(context);
    yield* added(context);
    yield* retired(context);
  },
};

const START = { start: 0, end: 0 };

function* removed({ pairs, texts, head }: ImpactContext): Iterable<RawChange> {
  for (const document of pairs.removed) {
    const { path } = document;
    if (isBeside(document)) continue;
    // A file that stays but is no document any more was taken out of the ISMS by its contents or by the configuration.
    const stays = head.files.has(path);
    // Who still refers to it has to decide; that is said there.
    if (!stays && referrersTo(head, { path, id: document.field('id')?.value }).length > 0) continue;
    yield {
      subject: nameOf(document),
      message: stays
        ? `${nameOf(document)} is no document of the ISMS any more: nothing in it says so now.`
        : `${nameOf(document)} ${isIgnored(head, path) ? 'is ignored by git now' : 'was removed'}${withRequirements(texts.requirementsOf(document))}.`,
      before: path,
      after: '',
      place: stays ? atHead(path, START) : atBase(path, START),
    };
  }
}

function* added({ pairs, texts }: ImpactContext): Iterable<RawChange> {
  for (const document of pairs.added) {
    if (isBeside(document)) continue;
    yield {
      subject: nameOf(document),
      message: `${nameOf(document)} is new${withRequirements(texts.requirementsOf(document))}.`,
      before: '',
      after: document.path,
      place: atHead(document.path, START),
      level: 'information',
    };
  }
}

function* retired({ pairs }: ImpactContext): Iterable<RawChange> {
  for (const { base: was, head: now } of pairs.both) {
    const ended = now.status === 'retired';
    if (isBeside(now) || ended === (was.status === 'retired')) continue;
    yield {
      subject: nameOf(now),
      message: ended
        ? `${nameOf(now)} was retired: what it asks for holds no longer.`
        : `${nameOf(now)} is in force again.`,
      before: was.field('status')?.value ?? '',
      after: now.field('status')?.value ?? '',
      place: atHead(now.path, now.field('status')?.span ?? START),
      level: ended ? 'attention' : 'information',
    };
  }
}

function withRequirements(count: number): string {
  return count === 0 ? '' : `, with ${counted(count, 'requirement')}`;
}

/** Templates and read-me files are no part of what an auditor reads. */
function isBeside({ kind }: IsmsDocument): boolean {
  return kind === 'template' || kind === 'readme';
}
