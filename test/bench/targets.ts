import type { Result } from './report';

/** What a measurement is to reach: ours is at most so many times what it is compared with, in one run. */
export interface Target {
  readonly title: string;
  readonly most: number;
  /** Ours as a multiple of the other; `undefined` where it was not measured. */
  readonly reached: number | undefined;
}

/** The targets, with what a run reached of them. */
export function targetsOf(results: readonly Result[]): Target[] {
  const value = (id: string, name: string): number | undefined =>
    results.find((result) => result.id === id)?.rows.find((row) => row.name === name)?.medianMs;
  const against = (title: string, most: number, id: string, name: string): Target => ({
    title,
    most,
    reached: ratio(value(id, 'isms'), value(id, name)),
  });
  const perDocument = (size: number): number | undefined => ratio(value(`cold-${size}`, 'isms'), size);
  const server = (measurement: string, size: number): string => `server-${measurement}-${size}`;
  const stroke = 'keystroke-to-diagnostics-p95';
  const cell = 'cell-of-the-soa-to-diagnostics-in-a-policy-p95';
  const heap = 'heap-after-a-collection-mib';
  // The slow peers run on the largest corpus that they finish in reasonable time.
  const slow =
    ['cold-1000', 'cold-100'].find((id) => value(id, 'markdownlint-cli2') !== undefined) ?? 'cold-100';
  const markdownlint = 'markdownlint-cli2';
  return [
    against('check of 1,000 documents, cold, against rumdl', 0.75, 'cold-1000', 'rumdl'),
    against('check of 10,000 documents, cold, against rumdl', 0.5, 'cold-10000', 'rumdl'),
    against(
      `check of ${slow.replace('cold-', '')} documents, cold, against ${markdownlint}`,
      0.05,
      slow,
      markdownlint,
    ),
    against('check of 1,000 documents, nothing changed, against rumdl', 0.5, 'warm-1000', 'rumdl'),
    against('check of 10,000 documents, nothing changed, against rumdl', 0.5, 'warm-10000', 'rumdl'),
    {
      title: 'time per document, 10,000 documents against 1,000',
      most: 1.2,
      reached: ratio(perDocument(10_000), perDocument(1000)),
    },
    against('`isms --version` against `node -e 0`', 1.2, 'version', 'node -e 0'),
    {
      title: 'check of one file against `node -e 0`',
      most: 2,
      reached: ratio(value('one-file', 'isms --no-cache'), value('one-file', 'node -e 0')),
    },
    against('check of one file that was checked before against `node -e 0`', 2, 'one-file', 'node -e 0'),
    ...sizesOf(results).map((size) =>
      against(`keystroke in a workspace of ${size}, p95, against rumdl`, 1, server(stroke, size), 'rumdl'),
    ),
    {
      title: 'keystroke in a workspace of 10,000 against one of 10, p95',
      most: 2,
      reached: ratio(value(server(stroke, 10_000), 'isms'), value(server(stroke, 10), 'isms')),
    },
    ...sizesOf(results).map((size) => ({
      title: `cell of the SoA to a policy against a keystroke, ${size} documents, p95`,
      most: 3,
      reached: ratio(value(server(cell, size), 'isms'), value(server(stroke, size), 'isms')),
    })),
    against(
      'server ready in a workspace of 10,000, against rumdl',
      0.5,
      server('start-until-everything-is-read', 10_000),
      'rumdl',
    ),
    {
      title: 'heap for each of 10,000 documents, KB',
      most: 3,
      reached: heapPerDocument(value(server(heap, 10_000), 'isms'), value(server(heap, 10), 'isms')),
    },
  ];
}

/** The sizes of workspace for which servers were measured. */
function sizesOf(results: readonly Result[]): number[] {
  const servers = results.filter(({ id }) => id.startsWith('server-'));
  return [...new Set(servers.map(({ documents }) => documents))];
}

/** KB for each document more, of heaps in MiB. */
function heapPerDocument(large: number | undefined, small: number | undefined): number | undefined {
  return large === undefined || small === undefined ? undefined : ((large - small) * 1024) / (10_000 - 10);
}

function ratio(own: number | undefined, other: number | undefined): number | undefined {
  return own === undefined || other === undefined ? undefined : own / other;
}
