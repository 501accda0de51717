import type { Isms, IsmsDocument } from '../index/model';
import { atHead, type ChangePlace } from './change';

/** A document that refers to another one, and where it does first. */
export interface Referrer {
  readonly document: IsmsDocument;
  readonly place: ChangePlace;
}

/** The documents that refer to a path by a link, or to an id under a key or in a cell that names documents. */
export function referrersTo(
  isms: Isms,
  target: { readonly path: string | undefined; readonly id: string | undefined },
): readonly Referrer[] {
  return isms.documents.flatMap((document) => {
    const span = linkTo(document, target.path) ?? namedIn(document, target);
    return span === undefined ? [] : [{ document, place: atHead(document.path, span) }];
  });
}

function linkTo(
  document: IsmsDocument,
  path: string | undefined,
): { start: number; end: number } | undefined {
  if (path === undefined) return undefined;
  return document.facts.body.links.find(({ url }) => resolved(document.path, url) === path)?.span;
}

function namedIn(
  { facts, path }: IsmsDocument,
  target: { readonly path: string | undefined; readonly id: string | undefined },
): { start: number; end: number } | undefined {
  const names = (value: string): boolean =>
    (target.id !== undefined && hasWord(value, target.id)) ||
    (target.path !== undefined && resolved(path, value) === target.path);
  const related = facts.metadata.find(({ field, value }) => field === 'related_documents' && names(value));
  if (related !== undefined) return related.span;
  const cells = facts.soaTables.flatMap((table) => table.rows.flatMap(({ documents }) => documents ?? []));
  return cells.find(({ text }) => names(text))?.span;
}

/** True where the id stands in the text as a whole: `POL-1` is not in `POL-12`. */
function hasWord(text: string, id: string): boolean {
  const lower = text.toLowerCase();
  const wanted = id.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const around = `${lower.charAt(at - 1)} ${lower.charAt(at + wanted.length)}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** The path that a relative link leads to; `undefined` for addresses and places in the same document. */
function resolved(from: string, url: string): string | undefined {
  const [target = ''] = url.split(/[?#]/);
  if (target === '' || /^[a-z][\w+.-]*:/i.test(target)) return undefined;
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of decoded(target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
