import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node, root } from './commands.mjs';
import { MARK } from './reporter.mjs';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** @typedef {import('./parts.mjs').PartResult} PartResult */

/**
 * The test files below the folders of `test/` that `wanted` takes.
 * @param {(folder: string) => boolean} wanted
 */
export function testFiles(wanted) {
  const folders = readdirSync(join(root, 'test'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && wanted(entry.name),
  );
  return folders.flatMap(({ name }) => filesBelow(join(root, 'test', name))).sort();
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(join(folder, entry.name));
    return entry.name.endsWith('.test.ts') ? [join(folder, entry.name)] : [];
  });
}

/**
 * Runs test files in `processes` processes side by side.
 * @param {readonly string[]} files
 * @param {{ processes?: number }} [options]
 * @returns {Promise<PartResult>}
 */
export async function runNodeTests(files, { processes = 1 } = {}) {
  if (files.length === 0) return failure('no tests', 'there is no test file');
  const shares = Array.from({ length: processes }, (_, share) =>
    files.filter((_file, index) => index % processes === share),
  );
  const results = await Promise.all(shares.filter((share) => share.length > 0).map(runShare));
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
    skipped: results.reduce((sum, result) => sum + result.skipped, 0),
    failures: results.flatMap((result) => result.failures),
    notes: results.flatMap((result) => result.notes),
  };
}

/** @typedef {{ outcome: 'passed' | 'failed' | 'skipped' | 'end', path: string[], file?: string, message?: string }} Line */

/**
 * @param {readonly string[]} files
 * @returns {Promise<PartResult>}
 */
async function runShare(files) {
  const reporter = [`--test-reporter=${here('reporter.mjs')}`, '--test-reporter-destination=stdout'];
  const finished = await node(['--import', 'tsx', ...reporter, here('importAll.mjs'), ...files]);
  const tests = finished.stdout
    .split('\n')
    .filter((line) => line.includes(MARK))
    .map((line) => /** @type {Line} */ (JSON.parse(line.slice(line.indexOf(MARK) + MARK.length))));
  const of = (/** @type {Line['outcome']} */ outcome) => tests.filter((test) => test.outcome === outcome);
  const failures = of('failed').map(({ path, file, message = '' }) => ({
    name: `${path.join(' › ')}${placeOf(file)}`,
    message,
  }));
  const ended = of('end').length > 0 && (finished.status === 0 || failures.length > 0);
  if (!ended) failures.push({ name: 'test process', message: endOf(finished, tests) });
  const notes = of('skipped').map(({ path, message }) => `skipped ${path.join(' › ')}: ${message}`);
  const counts = { passed: of('passed').length, failed: failures.length, skipped: of('skipped').length };
  if (counts.passed + counts.failed === 0) return failure('test process', 'no test ran');
  return { ...counts, failures, notes };
}

/**
 * A process that dies takes the tests with it that it had not come to; their silence must not look like success.
 * @param {import('./commands.mjs').Finished} finished
 * @param {readonly Line[]} tests
 */
function endOf({ status, signal, stdout, stderr }, tests) {
  const printed = stdout.split('\n').filter((line) => !line.includes(MARK));
  const said = [...printed.slice(-20), stderr.slice(-4000)].join('\n').trim();
  const last = tests.at(-1)?.path.join(' › ') ?? 'none';
  return `ended with ${signal ?? `exit code ${status}`} after ${tests.length} tests, the last of them: ${last}\n${said}`;
}

/** @param {string | undefined} file */
function placeOf(file) {
  return file === undefined ? '' : ` (${relative(root, file)})`;
}

/**
 * @param {string} name
 * @param {string} message
 * @returns {PartResult}
 */
function failure(name, message) {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ name, message }], notes: [] };
}
