import type { Vocabulary } from '../catalog/vocabulary';
import type { Config } from '../config/schema';
import { atBase, type RawChange } from './change';
import { configPlace, isIgnored, listDifference, ownControlIds } from './configuration';
import type { ImpactContext } from './context';

/** What is read no longer, or read as something that asks for less. */
export function* readLess(context: ImpactContext): Iterable<RawChange> {
  yield* patterns(context);
  yield* ignored(context);
  yield* links(context);
  yield* controlKeys(context);
  yield* statuses(context);
  yield* catalogs(context);
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

/** Documents that are still there and that a `.gitignore` hides now. */
function* ignored({ base, head }: ImpactContext): Iterable<RawChange> {
  const hidden = base.documents.filter(({ path }) => isIgnored(head, path));
  const [first] = hidden;
  if (first === undefined) return;
  const paths = hidden.map(({ path }) => path).join(', ');
  yield {
    subject: '.gitignore',
    message: `Git ignores documents of the ISMS now: ${paths}. Nothing in them is checked.`,
    before: paths,
    after: '',
    place: atBase(first.path, { start: 0, end: 0 }),
  };
}

function* links({ base, head }: ImpactContext): Iterable<RawChange> {
  const before = base.config?.config.links?.ignore;
  const after = head.config?.config.links?.ignore;
  const added = listDifference(after, before);
  if (added.length === 0) return;
  yield {
    subject: 'links.ignore',
    message: `Links to ${added.join(', ')} are not checked any more.`,
    before: (before ?? []).join(', '),
    after: (after ?? []).join(', '),
    place: configPlace(head, ['links', 'ignore']),
  };
}

/** Keys of front matter whose ids were held against a catalogue and are not any more. */
function* controlKeys({ base, head }: ImpactContext): Iterable<RawChange> {
  const [before, after] = [
    lowered(base.config?.config.controlKeys),
    lowered(head.config?.config.controlKeys),
  ];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(key) ?? base.vocabulary.keyMeaning(key);
    const is = after.get(key) ?? head.vocabulary.keyMeaning(key);
    if (was === is || was === undefined || was === 'other') continue;
    yield {
      subject: `controlKeys.${key}`,
      message: `Ids under ${key} in front matter are no longer read as ${MEANINGS[was]}, so nothing checks them.`,
      before: was,
      after: is ?? '',
      place: configPlace(head, ['controlKeys']),
    };
  }
}

const MEANINGS = { iso27001: 'controls', clauses: 'clauses' } as const;

/** Words that made a document approved and make it something now that has to meet less. */
function* statuses({ base, head }: ImpactContext): Iterable<RawChange> {
  const [before, after] = [base.config?.config.statuses, head.config?.config.statuses];
  for (const word of new Set([...lowered(before).keys(), ...lowered(after).keys()])) {
    const was = statusOf(word, before, base.vocabulary);
    const is = statusOf(word, after, head.vocabulary);
    if (demandOf(is) >= demandOf(was)) continue;
    yield {
      subject: `statuses.${word}`,
      message: `Documents with the status "${word}" counted as ${was ?? 'nothing'} and ${is === undefined ? 'their status is not understood any more' : `count as ${is} now`}: less is asked of them.`,
      before: was ?? '',
      after: is ?? '',
      place: configPlace(head, ['statuses']),
    };
  }
}

type Status = NonNullable<Config['statuses']>[string];

/** How much is asked of a document. One whose status is not understood is asked to name one, and no more than a draft. */
const DEMANDS: Readonly<Record<Status, number>> = { retired: 0, draft: 1, 'in-review': 2, approved: 3 };

function demandOf(status: Status | undefined): number {
  return DEMANDS[status ?? 'draft'];
}

function statusOf(word: string, own: Config['statuses'], vocabulary: Vocabulary): Status | undefined {
  return lowered(own).get(word) ?? vocabulary.documentStatus(word);
}

function lowered<Value>(record: Readonly<Record<string, Value>> | undefined): ReadonlyMap<string, Value> {
  return new Map(Object.entries(record ?? {}).map(([key, value]) => [key.trim().toLowerCase(), value]));
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
