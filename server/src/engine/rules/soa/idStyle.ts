import type { Control } from '../../catalog/catalog';
import { findCell } from '../../edits/tableCell';
import type { SoaRow, SoaTable } from '../../facts/soaFacts';
import type { Isms, IsmsDocument } from '../../index/model';
import { hasColumn } from './soaRows';

/**
 * The id cell of a new row as its neighbour's would look: `A 5.15`, `5.15`, `**A.5.15**`, `A.5.15 Access control`. What
 * cannot be carried over, such as the target of a link, is left out.
 */
export function idCell(
  isms: Isms,
  control: Control,
  document: IsmsDocument,
  table: SoaTable,
  neighbour: SoaRow | undefined,
): string {
  if (neighbour === undefined || neighbour.mention.form !== 'single') return control.id;
  const { text } = document.source;
  const { mention } = neighbour;
  if (table.format !== undefined) return spelledLike(mention.text, control.id);
  const cell = findCell(text, neighbour.span, mention.span.start)?.span ?? mention.span;
  const id = spelledLike(mention.text, control.id);
  const around = [
    text.slice(cell.start, mention.span.start),
    text.slice(mention.span.end, cell.end),
  ] as const;
  if (!/[\p{L}\p{N}]/u.test(around.join(''))) return around.join(id);
  const title = hasColumn(table, 'title') ? undefined : titleIn(isms, neighbour, around);
  if (title === undefined) return id;
  const [before, behind] = around.map((part) => part.replace(title, control.title)) as [string, string];
  return `${before}${id}${behind}`;
}

/** The neighbour's own title, where it stands beside the id and nothing else does. */
function titleIn(isms: Isms, row: SoaRow, around: readonly string[]): string | undefined {
  const own = isms.catalog.control(row.mention.ids[0] ?? '');
  if (own === undefined) return undefined;
  return [own.title, own.alternativeTitle].find((title) => {
    const holds = around.filter((part) => part.includes(title)).length === 1;
    return holds && !/[\p{L}\p{N}]/u.test(around.join('').replace(title, ''));
  });
}

/** `A.5.16` in the manner of another id: `a05_15` gives `a05_16`. */
function spelledLike(spelling: string, id: string): string {
  const parts = id.match(/\d+/g) ?? [];
  const groups = [...spelling.matchAll(/\d+/g)].slice(-parts.length);
  if (groups.length < parts.length) return id;
  const padded = groups.some(([digits]) => digits.length > 1 && digits.startsWith('0'));
  let result = spelling;
  for (const [index, group] of [...groups.entries()].reverse()) {
    const number = (parts[index] ?? '').padStart(padded ? 2 : 0, '0');
    result = result.slice(0, group.index) + number + result.slice(group.index + group[0].length);
  }
  return result;
}
