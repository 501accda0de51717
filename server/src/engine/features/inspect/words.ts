import type { Span } from '../../text/span';
import { escapeMarkdown } from '../markdown';

/** How a place is written: `line 14`, in an editor with a link to it. */
export type PlaceText = (span: Span) => string;

/** A text of the file, and what stands for an empty one. */
export function shown(value: string): string {
  return value === '' ? '(empty)' : escapeMarkdown(value);
}

const SHOWN_PLACES = 4;

/** The first places, and how many more there are. */
export function places(spans: readonly Span[], placeOf: PlaceText): string {
  const texts = [...new Set(spans.map(placeOf))];
  const rest = texts.length - SHOWN_PLACES;
  return rest > 0 ? `${texts.slice(0, SHOWN_PLACES).join(', ')} and ${rest} more` : texts.join(', ');
}
