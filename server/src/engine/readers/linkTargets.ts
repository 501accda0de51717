import type { Link } from '../syntax/markdownFacts';

/** Links with the place of their target, where it is written as it is read: what a fix replaces. */
export function withTargets(text: string, links: readonly Link[]): Link[] {
  return links.map((link) => {
    const { start, end } = link.span;
    const opening = text.lastIndexOf('](', end);
    const first = opening + 2;
    if (
      link.target === undefined &&
      link.url !== '' &&
      opening >= start &&
      text.startsWith(link.url, first)
    ) {
      const stop = first + link.url.length;
      return stop > end ? link : { ...link, target: { start: first, end: stop } };
    }
    const at = opening < start || link.url === '' ? -1 : text.indexOf(link.url, opening + 2);
    const stop = at + link.url.length;
    // Nothing but blanks and a pointed bracket may stand before it, or something else was found.
    if (link.target !== undefined || at < 0 || stop > end || !/^\s*<?$/.test(text.slice(opening + 2, at)))
      return link;
    return { ...link, target: { start: at, end: stop } };
  });
}
