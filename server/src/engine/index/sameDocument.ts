import type { IsmsDocument } from './model';

/**
 * True for one document in two languages: with one id, or in sibling folders that are named by languages, under one name
 * or with the same controls.
 */
export function isSameDocument(a: IsmsDocument, b: IsmsDocument): boolean {
  if (a === b) return true;
  const id = a.field('id')?.value;
  if (id !== undefined && id === b.field('id')?.value) return true;
  return (
    inSiblingLanguages(a.path, b.path) &&
    (fileOf(a.path) === fileOf(b.path) || controlsOf(a) === controlsOf(b))
  );
}

const LANGUAGE = /^(?:.*[-_])?[a-z]{2}$/i;

function inSiblingLanguages(a: string, b: string): boolean {
  const own = a.split('/').slice(0, -1);
  const their = b.split('/').slice(0, -1);
  const differing = own.flatMap((part, index) => (part === their[index] ? [] : [index]));
  const [folder = -1] = differing;
  if (own.length !== their.length || differing.length !== 1) return false;
  return LANGUAGE.test(own[folder] ?? '') && LANGUAGE.test(their[folder] ?? '');
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function controlsOf(document: IsmsDocument): string {
  const ids = document.facts.references.flatMap(({ mention }) => mention.ids);
  return [...new Set(ids)].sort().join(' ');
}
