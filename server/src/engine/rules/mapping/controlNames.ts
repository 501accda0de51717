import type { Catalog } from '../../catalog/catalog';

/** `A.5.16 Identity management`; the id alone where the catalogue does not hold it. */
export function nameOf(catalog: Catalog, id: string): string {
  const title = catalog.control(id)?.title ?? catalog.superseded(id)?.title;
  return title === undefined ? id : `${id} ${title}`;
}

/** `A.5.1, A.5.2 and A.5.3`; past `most` the rest is counted. */
export function listed(items: readonly string[], most = 6): string {
  if (items.length > most) return `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
