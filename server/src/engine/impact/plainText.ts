/**
 * A text without what changes nothing of what it says: line breaks, runs of blanks, emphasis, the shapes of quotation
 * marks and dashes, and a full stop at its end.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;]$/, '');
}

export function samePlainText(one: string, other: string): boolean {
  return one === other || plainText(one) === plainText(other);
}

/** True where a cell or value says nothing: blank, or dashes. */
export function saysNothing(text: string | undefined): boolean {
  return text === undefined || /^[-–—\s]*$/.test(text);
}
