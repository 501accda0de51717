import type { Applicability, SoaCell, SoaRow } from '../facts/soaFacts';
import type { SoaContext } from './soaLegend';

/** Reads the applicability cell: a word or mark, alone or followed by a remark. */
export function readApplicability(cell: SoaCell | undefined, context: SoaContext): Applicability {
  if (cell === undefined) return 'no-column';
  const text = answerOf(cell.text);
  if (isBlank(text)) return 'missing';
  if (isOpenChoice(text)) return 'not-assessed';
  return meaningOf(text, context.vocabulary.applicability) ?? context.legend.applicability(text) ?? 'invalid';
}

/** Reads the implementation status cell: a word or mark, a percentage, a maturity level. */
export function readStatus(cell: SoaCell | undefined, context: SoaContext): SoaRow['status'] {
  if (cell === undefined) return 'no-column';
  const text = answerOf(cell.text);
  if (text === '') return 'missing';
  if (isOpenChoice(text)) return 'not-assessed';
  return (
    meaningOf(text, context.vocabulary.implementationStatus) ??
    context.legend.status(text) ??
    degreeOf(text) ??
    'invalid'
  );
}

/** The answer without footnote marks; of a form with boxes (`☐ Yes ☒ No`) the one that is ticked. */
function answerOf(text: string): string {
  const plain = text.replace(/[¹²³⁰-⁹†‡]|\[\^[^\]]*\]/g, '').trim();
  if (!plain.includes('☐')) return plain;
  return /[☑☒✅✔]\uFE0F?\s*([^☐☑☒✅✔]*)/u.exec(plain)?.[1]?.trim() ?? '';
}

/** Nothing, dashes, dots or an empty box. */
function isBlank(text: string): boolean {
  return /^[-–—.…\s]*$/.test(text) || /^\[\s*\]$/.test(text);
}

/** A form that nobody has filled in: `[Yes/No]`, `{{APPLICABLE}}`, `<yes|no>`. */
function isOpenChoice(text: string): boolean {
  return /^(?:\[(?=[^\]]{2})[^\]]*\]|\{\{.*\}\}|<[^>]*>)$/.test(text);
}

/** The meaning of a text, of its beginning, or of what follows a label: `Status: Implemented`, a badge's text. */
function meaningOf<Meaning extends string>(
  text: string,
  lookup: (spelling: string) => Meaning | undefined,
): Meaning | undefined {
  const leading = leadingMeaning(text, lookup);
  if (leading !== undefined) return leading;
  const label = /^[\p{L} ]{2,30}:\s*(?=\S)/u.exec(text)?.[0];
  return label === undefined ? undefined : leadingMeaning(text.slice(label.length), lookup);
}

const MOST_WORDS = 4;

/** The meaning of the longest run of words at the start that has one: `No – hosted elsewhere` is `No`. */
function leadingMeaning<Meaning extends string>(
  text: string,
  lookup: (spelling: string) => Meaning | undefined,
): Meaning | undefined {
  const whole = lookup(text);
  if (whole !== undefined) return whole;
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const meaning = lookup(words.slice(0, count).join(' '));
    if (meaning !== undefined) return meaning;
  }
  return lookup(text.split(/[\s,;:(/–—-]/)[0] ?? '');
}

/** `80 %`, and the levels 0 to 5 of a maturity model, of which the third is the first that calls a process established. */
function degreeOf(text: string): SoaRow['status'] | undefined {
  const percent = /^(\d{1,3})\s?%/.exec(text)?.[1];
  const level =
    /^(?:(?:maturity |maturity level |level |stufe |l|ml)\s?)?([0-5])(?:\s?\/\s?5)?(?:$|[\s:.–—-])/i.exec(
      text,
    )?.[1];
  if (percent === undefined && level === undefined) return undefined;
  const share = percent === undefined ? Math.min(1, Number(level) / 3) : Number(percent) / 100;
  if (share === 0) return 'not-started';
  return share < 1 ? 'partial' : 'implemented';
}
