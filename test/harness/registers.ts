import type { RegisterKind, RegisterRow, RegisterTable } from '../../server/src/engine/facts/registerFacts';
import { engine } from './engine';

/** The readings of a file as one kind of register. */
export function tablesOf(
  kind: RegisterKind,
  path: string,
  text: string,
): readonly RegisterTable<RegisterRow<string>>[] {
  const { registers } = engine.read(path, text, undefined).facts;
  return registers[kind] as readonly RegisterTable<RegisterRow<string>>[];
}

/** The rows of a register, each as its id, title, controls and the cells that are asked for. */
export function rows(kind: RegisterKind, path: string, text: string, ...cells: string[]): string[][] {
  return tablesOf(kind, path, text).flatMap((table) =>
    table.rows.map((row) => [
      row.id,
      row.title,
      row.controls.flatMap((mention) => mention.ids).join(' '),
      ...cells.map((cell) => row.cells[cell]?.text ?? '(no column)'),
    ]),
  );
}

/** A table of Markdown from lines whose cells are parted by semicolons. */
export function markdown(csv: string): string {
  const lines = csv.split('\n').map((line) => `| ${line.split(';').join(' | ')} |`);
  const [header = '', ...rest] = lines;
  return [header, header.replace(/[^|]+/g, ' --- '), ...rest, ''].join('\n');
}
