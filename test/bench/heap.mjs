// Loaded into a server with --import and --expose-gc: on SIGUSR2 it collects garbage and writes what is left of the heap.
import { renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';

process.on('SIGUSR2', () => {
  const file = process.env.ISMS_BENCH_HEAP;
  if (file === undefined) return;
  globalThis.gc();
  writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed));
  renameSync(`${file}.new`, file);
});
