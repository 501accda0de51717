import { engine } from '../../harness/engine';
import { HEADER } from './soaHarness';

export interface FullSoa {
  /** Controls that get no row. */
  readonly without: readonly string[];
  readonly head?: string;
  readonly row?: (id: string, title: string) => string;
  readonly front?: string;
}

/** An SoA with a row for every control but some, each row written by `row`. */
export function soa(options: FullSoa): string {
  const row = options.row ?? ((id, title) => `| ${id} | ${title} | Yes | Port contract | Implemented |`);
  const rows = engine.catalog.controls
    .filter(({ id }) => !options.without.includes(id))
    .map(({ id, title }) => row(id, title));
  return `=== soa.md\n${options.front ?? ''}${options.head ?? HEADER}\n${rows.join('\n')}\n`;
}
