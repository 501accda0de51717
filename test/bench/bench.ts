import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { coldRace, startRaces, warmRace, type Race } from './commandLine';
import { writeCorpus } from './corpus';
import { race } from './measure';
import { pageOf } from './page';
import { installPeers, preparePeers } from './peers';
import { measureServers } from './servers';
import { machine, resultOf, textOf, type Result } from './report';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Outside of the repository: its .gitignore would keep the peers from seeing the corpora. */
const OUTPUT = join(tmpdir(), 'isms-policy-bench');

/**
 * `npm run bench [-- --json] [--sizes 100,1000,10000] [--runs 5] [--slow 1000] [--only ID…] [--built] [--write]`: measures the built
 * product beside others and prints medians and ratios; `--write` writes docs/performance.md. Nothing is asserted: figures
 * depend on the machine, and only the ratios of one run count.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      sizes: { type: 'string', default: '100,1000,10000' },
      runs: { type: 'string', default: '5' },
      slow: { type: 'string', default: '1000' },
      only: { type: 'string', multiple: true },
      built: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (!values.built) build();
  installPeers();
  const sizes = values.sizes.split(',').map(Number);
  const isWanted = (id: string): boolean => values.only?.some((each) => id.startsWith(each)) !== false;
  const results: Result[] = [];
  const add = (result: Result): void => {
    results.push(result);
    if (!values.json) process.stdout.write(`${textOf(result)}\n`);
  };
  for (const each of racesOf(sizes, Number(values.slow)).filter(({ id }) => isWanted(id)))
    add(resultOf(each, race(each.contenders, Math.min(each.runs ?? 5, Number(values.runs)))));
  if (isWanted('server'))
    for (const size of [SMALLEST, ...sizes]) (await measureServers(corpusFolder(size), size)).forEach(add);
  if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), results }, null, 2)}\n`);
  if (values.write) writeFileSync(join(ROOT, 'docs/performance.md'), pageOf(results));
}

function build(): void {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

function corpusFolder(documents: number): string {
  return join(OUTPUT, `corpus-${documents}`);
}

/** What a large workspace is compared with. */
const SMALLEST = 10;

/** `slow`: the largest corpus for the peers that need minutes. */
function racesOf(sizes: readonly number[], slow: number): Race[] {
  writeCorpus(join(OUTPUT, 'one'), 1);
  for (const size of [SMALLEST, ...sizes]) {
    writeCorpus(corpusFolder(size), size);
    preparePeers(corpusFolder(size));
  }
  const largest = Math.max(...sizes);
  return [
    ...startRaces(corpusFolder(largest), largest, join(OUTPUT, 'caches')),
    ...sizes.flatMap((size) => [
      coldRace(corpusFolder(size), size, size <= slow),
      warmRace(corpusFolder(size), size, join(OUTPUT, 'caches')),
    ]),
  ];
}

void main();
