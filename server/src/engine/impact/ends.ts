import type { Vocabulary } from '../catalog/vocabulary';
import { readDate } from '../text/date';

/** The last day that a text names; `undefined` where it names none that can be read. */
export function dayIn(text: string | undefined, { dates }: Vocabulary): string | undefined {
  const date = readDate(text ?? '', dates);
  return date.kind === 'date' ? date.last : undefined;
}

/** Whether what ended then ends later now. Without an end it lasts for ever. */
export function isLater(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && (after === undefined || after > before);
}

export function untilOf(day: string | undefined): string {
  return day === undefined ? 'without end' : `until ${day}`;
}
