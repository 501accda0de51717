import type { Applicability, SoaCell, SoaRow } from '../facts/soaFacts';
import type { ReadContext } from './context';

/** Reads the applicability cell: a word or mark, alone or followed by a remark. */
export function readApplicability(cell: SoaCell | undefined, context: ReadContext): Applicability {
  if (cell === undefined) return 'no-column';
  if (isDash(cell.text)) return 'missing';
  if (isOpenChoice(cell.text)) return 'not-assessed';
  return leadingMeaning(cell.text, context.vocabulary.applicability) ?? 'invalid';
}

/** Reads the implementation status cell. */
export function readStatus(cell: SoaCell | undefined, context: ReadContext): SoaRow['status'] {
  if (cell === undefined) return 'no-column';
  if (cell.text === '') return 'missing';
  if (isOpenChoice(cell.text)) return 'not-assessed';
  return leadingMeaning(cell.text, context.vocabulary.implementationStatus) ?? 'invalid';
}

function isDash(text: string): boolean {
  return /^[-–—.\s]*$/.test(text);
}

/** A form that nobody has filled in: `[Yes/No]`, `{{APPLICABLE}}`, `<yes|no>`, `TBC`. */
function isOpenChoice(text: string): boolean {
  return /^\s*(?:\[(?=[^\]]{2})[^\]]*\]|\{\{.*\}\}|<[^>]*>)\s*$/.test(text);
}

const MOST_WORDS = 4;

/** The meaning of the longest run of words at the start that has one: `No – hosted elsewhere` is `No`. */
function leadingMeaning<Meaning extends string>(text: string, meaningOf: (spelling: string) => Meaning | undefined): Meaning | undefined {
  const whole = meaningOf(text);
  if (whole !== undefined) return whole;
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const meaning = meaningOf(words.slice(0, count).join(' '));
    if (meaning !== undefined) return meaning;
  }
  return meaningOf(text.split(/[\s,;:(/–—-]/)[0] ?? '');
}
