import { cpus } from 'node:os';
import type { Race } from './commandLine';
import { median, type Times } from './measure';

/** What was measured, as it is printed and as machines read it. */
export interface Result {
  readonly id: string;
  readonly title: string;
  readonly documents: number;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly name: string;
  readonly medianMs: number;
  /** How long it took, as a multiple of ours. */
  readonly ratio: number;
}

export function resultOf(race: Race, times: Times): Result {
  const own = median(times.get('isms') ?? []);
  const rows = [...times].map(([name, all]): Row => {
    const medianMs = median(all);
    return { name, medianMs: round(medianMs), ratio: round(medianMs / own) };
  });
  return { id: race.id, title: race.title, documents: race.documents, rows };
}

export function textOf(result: Result): string {
  const rows = result.rows.map(
    ({ name, medianMs, ratio }) =>
      `  ${name.padEnd(20)} ${String(Math.round(medianMs)).padStart(8)} ms ${ratio.toFixed(2).padStart(9)} ×`,
  );
  return `${result.title}\n${rows.join('\n')}\n`;
}

/** What the figures depend on, without anything that names the machine. */
export function machine(): { readonly cores: number; readonly node: string; readonly platform: string } {
  return { cores: cpus().length, node: process.version, platform: `${process.platform} ${process.arch}` };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
