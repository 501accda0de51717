/**
 * The value of a text without quotes, by YAML's core schema; `undefined` where it is a number of a rare spelling, which is
 * for the parser. Dates are texts.
 */
export function plainValue(source: string): string | number | boolean | null | undefined {
  const code = source.charCodeAt(0);
  if (code >= 48 && code <= 57) return numberOrText(source);
  switch (source) {
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return source;
  }
}

/** More digits than this are not all kept. */
const MOST_DIGITS = 15;

/** What begins with a digit. */
function numberOrText(source: string): string | number | undefined {
  let points = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 46) points++;
    else if (code < 48 || code > 57) return isRareNumber(source) ? undefined : source;
  }
  if (points > 1) return source;
  return source.length > MOST_DIGITS ? undefined : Number(source);
}

/** `0x1F`, `0o17`, `1e3`. */
function isRareNumber(source: string): boolean {
  return /^(?:0[xo]|[\d.]+e[-+]?\d+$)/i.test(source);
}
