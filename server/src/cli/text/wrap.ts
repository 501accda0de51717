import type * as StringWidth from 'string-width';

/** Characters of one column each that never join with a neighbour: Latin letters, dashes, quotation marks, dots. */
const SINGLE_COLUMNS = /^[\x20-\x7e\xa1-\xac\xae-\u024f\u2010-\u2027\u2030-\u203a]*$/;

/** True where every character has a column of its own. Most text is like that, and needs no tables of all scripts. */
export function isOneColumnEach(text: string): boolean {
  return SINGLE_COLUMNS.test(text);
}

/** Columns that a text takes in a terminal: wide characters and emoji two, combining marks none. */
export function columnsOf(text: string): number {
  return isOneColumnEach(text) ? text.length : widthOfAny(text);
}

/** Its tables of all scripts take longer to load than most checks take to write their report. */
function widthOfAny(text: string): number {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be evaluated at the start
  return (require('string-width') as typeof StringWidth).default(text);
}

/**
 * Breaks running text at blanks so that no line is wider than `width`. A word that is wider stays whole, because paths
 * and addresses must stay copyable.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const columns = columnsOf(word);
    if (line !== '' && used + 1 + columns > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += line === '' ? word : ` ${word}`;
    used += columns + (used === 0 ? 0 : 1);
  }
  return line === '' ? lines : [...lines, line];
}

/** Wrapped text under a first prefix, the other lines indented as far. */
export function hang(first: string, text: string, width: number): string[] {
  const indent = columnsOf(first);
  return wrap(text, Math.max(20, width - indent)).map(
    (line, index) => (index === 0 ? first : ' '.repeat(indent)) + line,
  );
}

/** The text filled up with blanks to `columns`. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
