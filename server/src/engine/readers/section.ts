import type { Section } from '../facts/facts';
import type { Heading } from '../syntax/markdownFacts';

/** The section in which an offset lies: the last heading at or above it. */
export function sectionAt(headings: readonly Heading[], offset: number): Section | undefined {
  const heading = headings.filter(({ span }) => span.start <= offset).at(-1);
  return heading === undefined ? undefined : { text: heading.text, span: heading.span };
}
