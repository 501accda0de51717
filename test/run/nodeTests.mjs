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

/**
 * @param {readonly string[]} files
 * @returns {Promise<PartResult>}
 */
async function runShare(files) {
  const options = [
    '--import',
    'tsx',
    `--test-reporter=${here('reporter.mjs')}`,
    '--test-reporter-destination=stdout',
  ];
  const { status, signal, stdout, stderr } = await node([...options, here('importAll.mjs'), ...files]);
  const lines = stdout.split('\n');
  /** @type {{ outcome: 'passed' | 'failed' | 'skipped', path: string[], file?: string, message?: string }[]} */
  const tests = lines
    .filter((line) => line.includes(MARK))
    .map((line) => JSON.parse(line.slice(line.indexOf(MARK) + MARK.length)));
  const of = (/** @type {string} */ outcome) => tests.filter((test) => test.outcome === outcome);
  const failures = of('failed').map(({ path, file, message = '' }) => ({
    name: `${path.join(' › ')}${placeOf(file)}`,
    message,
  }));
  // A process that dies takes the tests with it that it had not come to; their silence must not look like success.
  if (failures.length === 0 && status !== 0) {
    const said = [...lines.filter((line) => !line.includes(MARK)).slice(-20), stderr.slice(-4000)]
      .join('\n')
      .trim();
    failures.push({
      name: 'test process',
      message: `ended with ${signal ?? `exit code ${status}`} after ${tests.length} tests\n${said}`,
    });
  }
  if (tests.length === 0 && failures.length === 0) return failure('test process', 'no test ran');
  const notes = of('skipped').map(({ path, message }) => `skipped ${path.join(' › ')}: ${message}`);
  return {
    passed: of('passed').length,
    failed: failures.length,
    skipped: of('skipped').length,
    failures,
    notes,
  };
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
