import type { Section } from '../facts/facts';
import type { Heading } from '../syntax/markdownFacts';

/** The section in which an offset lies: the last heading at or above it. */
export function sectionAt(headings: readonly Heading[], offset: number): Section | undefined {
  const heading = headings[countUpTo(headings, offset) - 1];
  return heading === undefined ? undefined : { text: heading.text, span: heading.span };
}

/** How many of the headings, which are in the order of the text, begin at or above an offset. */
export function countUpTo(headings: readonly Heading[], offset: number): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle] as Heading).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
