import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { coldRace, startRaces, warmRace, type Race } from './commandLine';
import { writeCorpus } from './corpus';
import { race } from './measure';
import { installPeers, preparePeers } from './peers';
import { machine, resultOf, textOf, type Result } from './report';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Outside of the repository: its .gitignore would keep the peers from seeing the corpora. */
const OUTPUT = join(tmpdir(), 'isms-policy-bench');

/**
 * `npm run bench [-- --json] [--sizes 100,1000,10000] [--runs 5] [--only ID…]`: measures the built product beside others
 * and prints medians and ratios. Nothing is asserted: figures depend on the machine, and only the ratios of one run count.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      sizes: { type: 'string', default: '100,1000,10000' },
      runs: { type: 'string', default: '5' },
      only: { type: 'string', multiple: true },
      built: { type: 'boolean', default: false },
    },
  });
  if (!values.built) build();
  installPeers();
  const sizes = values.sizes.split(',').map(Number);
  const wanted = (each: Race): boolean => values.only?.some((id) => each.id.startsWith(id)) !== false;
  const results: Result[] = [];
  for (const each of racesOf(sizes).filter(wanted)) {
    const result = resultOf(each, race(each.contenders, each.runs ?? Number(values.runs)));
    results.push(result);
    if (!values.json) process.stdout.write(`${textOf(result)}\n`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), results }, null, 2)}\n`);
}

function build(): void {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

function racesOf(sizes: readonly number[]): Race[] {
  const folder = (documents: number | 'one'): string => join(OUTPUT, `corpus-${documents}`);
  writeCorpus(join(OUTPUT, 'one'), 1);
  for (const size of sizes) {
    writeCorpus(folder(size), size);
    preparePeers(folder(size));
  }
  const largest = Math.max(...sizes);
  return [
    ...startRaces(folder(largest), largest),
    ...sizes.flatMap((size) => [
      coldRace(folder(size), size),
      warmRace(folder(size), size, join(OUTPUT, 'caches')),
    ]),
  ];
}

main();
