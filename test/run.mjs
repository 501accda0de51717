// `npm test`: builds, then runs every part in order. The last line is `N passed, N failed` (`, N skipped`).
//   node test/run.mjs [--only static|unit|protocol|cli|editor|desktop]
import { spawnSync } from 'node:child_process';
import { root } from './run/commands.mjs';
import { PARTS } from './run/parts.mjs';

/** @typedef {import('./run/parts.mjs').PartResult} PartResult */

/** @returns {Promise<number>} exit code */
async function main() {
  const only = chosenPart(process.argv.slice(2));
  if (only instanceof Error) {
    console.error(only.message);
    return 2;
  }
  if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' }).status !== 0) {
    console.log('The build failed, so nothing was tested.\n\n0 passed, 1 failed');
    return 1;
  }
  /** @type {PartResult[]} */
  const results = [];
  for (const part of PARTS) {
    if (only === undefined ? part.optional === true : part.group !== only) continue;
    const began = Date.now();
    const result = await part.run().catch((error) => broken(part.name, error));
    results.push(result);
    print(part.name, result, Date.now() - began);
  }
  const total = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((sum, result) => sum + result[key], 0);
  const skipped = total('skipped');
  console.log(
    `\n${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
  return total('failed') > 0 ? 1 : 0;
}

/**
 * @param {readonly string[]} args
 * @returns {string | undefined | Error}
 */
function chosenPart(args) {
  if (args.length === 0) return undefined;
  const groups = [...new Set(PARTS.map((part) => part.group))];
  const [option, value = ''] = args;
  if (option === '--only' && args.length === 2 && groups.includes(value)) return value;
  return new Error(`usage: node test/run.mjs [--only ${groups.join('|')}]`);
}

/**
 * A part that could not even run is a failure, not a crash of the whole.
 * @param {string} name
 * @param {unknown} error
 * @returns {PartResult}
 */
function broken(name, error) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { passed: 0, failed: 1, skipped: 0, failures: [{ name, message }], notes: [] };
}

/**
 * @param {string} name
 * @param {PartResult} result
 * @param {number} ms
 */
function print(name, { passed, failed, skipped, failures, notes }, ms) {
  for (const failure of failures) console.log(`\n✗ ${failure.name}\n${indented(failure.message)}`);
  if (failures.length > 0) console.log('');
  for (const note of notes) console.log(`${name}: ${note}`);
  const counts = [`${passed} passed`, ...(failed > 0 ? [`${failed} failed`] : [])];
  if (skipped > 0) counts.push(`${skipped} skipped`);
  console.log(`${name}: ${counts.join(', ')} (${(ms / 1000).toFixed(1)} s)`);
}

/** @param {string} text */
function indented(text) {
  return text.replace(/^/gm, '  ');
}

process.exitCode = await main();
