import { spawnSync } from 'node:child_process';

/** One program with its arguments, as it is run in a folder. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Exit codes above this mean that it did not do its work; findings are no failure. */
  readonly highestExit?: number;
  /** Runs before each measurement and is not measured. */
  readonly before?: () => void;
}

export interface Contender {
  readonly name: string;
  readonly command: Command;
}

/** Milliseconds of every run, by contender. */
export type Times = ReadonlyMap<string, readonly number[]>;

/**
 * Runs the contenders in turn, so that a busy moment of the machine meets all of them, and each once beforehand, so that
 * all files lie in memory.
 */
export function race(contenders: readonly Contender[], runs: number): Times {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (const { command } of contenders) run(command);
  for (let round = 0; round < runs; round++)
    for (const { name, command } of contenders) times.get(name)?.push(run(command));
  return times;
}

/** Milliseconds from the start of the process to its end. */
function run({ file, args, cwd, highestExit = 1, before }: Command): number {
  before?.();
  const began = performance.now();
  const { status, stderr, error } = spawnSync(file, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const took = performance.now() - began;
  if (error !== undefined) throw error;
  if (status === null || status > highestExit)
    throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}`);
  return took;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
