import type { FileEdit } from '../check/finding';
import type { Isms } from '../index/model';
import { registerKey } from '../index/registers';
import type { Span } from '../text/span';
import { definitionsOf, entityAt, occurrencesOf, type Entity } from './entity';

/** What can be renamed at `offset`, or why nothing can. */
export function renameableAt(
  isms: Isms,
  path: string,
  offset: number,
): { readonly entity: Entity; readonly span: Span } | { readonly refusal: string } {
  const found = entityAt(isms, path, offset);
  if (found === undefined)
    return {
      refusal:
        'There is nothing to rename here. Ids of documents and of entries in registers can be renamed.',
    };
  if (found.entity.kind === 'control')
    return {
      refusal:
        'The ids of controls are those of ISO/IEC 27001 and cannot be renamed. To name another control, change the id.',
    };
  return found;
}

/** The edits that give an id another name everywhere in the ISMS; a refusal where the new name will not do. */
export function renameEdits(
  isms: Isms,
  entity: Entity,
  newName: string,
): readonly FileEdit[] | { readonly refusal: string } {
  const name = newName.trim();
  if (!NAME.test(name))
    return { refusal: 'An id has letters and at least one digit, joined by "-", "_" or ".", such as R-014.' };
  const other: Entity =
    entity.kind === 'entry' ? { kind: 'entry', key: registerKey(name) } : { kind: 'document', id: name };
  if (!isSame(entity, other) && definitionsOf(isms, other).length > 0)
    return { refusal: `${name} exists already. Two things with one id could not be told apart.` };
  return occurrencesOf(isms, entity).map(({ path, span }) => ({ path, span, newText: name }));
}

/** A letter keeps YAML from reading it as a number. */
const NAME = /^(?=.*\p{L})(?=.*\p{N})[\p{L}\p{N}](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}])?$/u;

function isSame(a: Entity, b: Entity): boolean {
  if (a.kind === 'entry' && b.kind === 'entry') return a.key === b.key;
  return a.kind === 'document' && b.kind === 'document' && a.id === b.id;
}
