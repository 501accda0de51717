import assert from 'node:assert/strict';
import type { SoaRow, SoaTable } from '../../../server/src/engine/facts/soaFacts';
import { engine } from '../../harness/engine';

/** The SoA tables of a file. */
export function read(text: string, path = 'soa.md'): readonly SoaTable[] {
  return engine.read(path, text, undefined).facts.soaTables;
}

/** The only table of a text. */
export function tableOf(text: string): SoaTable {
  const tables = read(text);
  assert.equal(tables.length, 1);
  return tables[0] as SoaTable;
}

/** The row of a table with this header. */
export function rowOf(header: string, row: string): SoaRow {
  const bars = header.split('|').length - 2;
  const [first] = tableOf(`${header}\n|${' --- |'.repeat(bars)}\n${row}\n`).rows;
  assert.ok(first);
  return first;
}

/** The ids of all rows. */
export const ids = (tables: readonly SoaTable[]): string[] =>
  tables.flatMap(({ rows }) => rows.map(({ mention }) => mention.ids.join('+')));
