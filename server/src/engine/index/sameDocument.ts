import type { IsmsDocument } from './model';
import { isTranslation } from './translations';

/** True for one document in two languages: with one id, or as translations under one name or with the same controls. */
export function isSameDocument(a: IsmsDocument, b: IsmsDocument): boolean {
  if (a === b) return true;
  const id = a.field('id')?.value;
  if (id !== undefined && id === b.field('id')?.value) return true;
  return (
    isTranslation(a.path, b.path) && (fileOf(a.path) === fileOf(b.path) || controlsOf(a) === controlsOf(b))
  );
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function controlsOf(document: IsmsDocument): string {
  const ids = document.facts.references.flatMap(({ mention }) => mention.ids);
  return [...new Set(ids)].sort().join(' ');
}
