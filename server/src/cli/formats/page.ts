import type { Block, Page } from '../../engine/features/page';
import type { Paint } from '../text/paint';
import { printable, withoutCommands } from '../text/printable';
import { columnsOf, hang, padEnd, wrap } from '../text/wrap';

export * from '../../engine/features/page';

/** A page for a terminal. */
export function pageText(
  { title, blocks }: Page,
  style: { readonly paint: Paint; readonly width: number },
): string {
  let text = wrap(plain(title), style.width).map(style.paint.bold).join('\n');
  blocks.forEach((block, index) => {
    const gap = blocks[index - 1]?.kind === 'heading' ? '\n' : '\n\n';
    text += gap + blockLines(block, style).join('\n');
  });
  return withoutCommands(`${text}\n`);
}

function blockLines(
  block: Block,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string[] {
  if (block.kind === 'heading') return [paint.bold(plain(block.text))];
  if (block.kind === 'paragraph') return block.text.split('\n\n').flatMap((text) => wrap(plain(text), width));
  if (block.kind === 'code')
    return printable(block.text)
      .split('\n')
      .map((line) => `    ${paint.cyan(line)}`.trimEnd());
  if (block.kind === 'table') return tableLines(block.header, block.rows, paint, width);
  return block.items.flatMap((item, index) =>
    hang(block.ordered ? `${index + 1}. `.padStart(4) : '  - ', plain(item), width),
  );
}

const GAP = 2;
const NARROWEST_COLUMN = 12;
const LAST_COLUMN = 30;

/** Columns as wide as what is in them; where that is too much, the widest wrap. */
function tableLines(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  width: number,
): string[] {
  const cells = [header, ...rows].map((row) => row.map(plain));
  const natural = header.map((_, column) => Math.max(...cells.map((row) => columnsOf(row[column] ?? ''))));
  const widths = fitted(natural, width - GAP * (header.length - 1));
  return cells.flatMap((row, index) => {
    const wrapped = row.map((cell, column) => wrap(cell, widths[column] ?? width));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    const lines = Array.from({ length: height }, (_, line) =>
      wrapped
        .map((each, column) => padEnd(each[line] ?? '', (widths[column] ?? 0) + GAP))
        .join('')
        .trimEnd(),
    );
    return index === 0 ? lines.map(paint.bold) : lines;
  });
}

/** The last column, which holds the longest texts, gives way first; then whichever is widest. */
function fitted(natural: readonly number[], width: number): number[] {
  const last = natural.length - 1;
  const widths = [...natural];
  const excess = (): number => widths.reduce((sum, each) => sum + each, 0) - width;
  const shrink = (column: number, least: number): void => {
    const columns = widths[column] ?? 0;
    widths[column] = Math.min(columns, Math.max(least, columns - Math.max(0, excess())));
  };
  shrink(last, LAST_COLUMN);
  while (excess() > 0 && Math.max(...widths) > NARROWEST_COLUMN) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** Markdown as running text: without the marks of emphasis, code and links. */
function plain(markdown: string): string {
  return printable(markdown)
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => String.fromCharCode(ESCAPED + sign.charCodeAt(0)))
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/(?<![\w*])\*(\S(?:.*?\S)?)\*(?![\w*])/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/[\uE000-\uE07F]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - ESCAPED));
}

/** Where escaped signs wait, out of reach of the marks: a range of Unicode that no text uses. */
const ESCAPED = 0xe000;
