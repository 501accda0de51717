import type { IsmsDocument } from '../index/model';

/** What reports call a document: its title, and its id where it has one. */
export function nameOf(document: IsmsDocument): string {
  const id = document.field('id')?.value;
  return id === undefined || id === document.title ? document.title : `${document.title} (${id})`;
}

/** In a table: the id where there is one, since titles are long. */
export function shortNameOf(document: IsmsDocument): string {
  return document.field('id')?.value ?? document.title;
}

/** `A, B and C` */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `n word` or `n words`. */
export function counted(count: number, word: string, plural = `${word}s`): string {
  return `${count} ${count === 1 ? word : plural}`;
}
