import type { Span } from '../text/span';

/** Builds the address of a place in the workspace; the protocol layer knows how. */
export type LinkTo = (path: string, span: Span) => string;

/** Words of the workspace as Markdown that shows them unchanged. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&').replace(/\s+/g, ' ');
}

export function link(text: string, address: string): string {
  return `[${escapeMarkdown(text)}](${address})`;
}

/** At most `most` characters, cut between two words. */
export function excerptOf(text: string, most: number): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > most / 2 ? space : most).replace(/[\s,;:.–—-]+$/, '')} …`;
}

/** The first `most` items, and how many more there are. */
export function shortList(items: readonly string[], most: number): string {
  const rest = items.length - most;
  return rest > 0 ? `${items.slice(0, most).join(', ')} and ${rest} more` : items.join(', ');
}
