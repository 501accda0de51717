import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node, root } from './commands.mjs';
import { runNodeTests, testFiles } from './nodeTests.mjs';

/**
 * @typedef {object} PartResult
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly { name: string, message: string }[]} failures
 * @property {readonly string[]} notes what a reader should know: skips with their reasons
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {'static' | 'unit' | 'protocol' | 'cli' | 'editor' | 'desktop'} group
 * @property {boolean} [optional] runs only when asked for
 * @property {() => Promise<PartResult>} run
 */

/** Folders of `test/` that need the built product or an editor; all others hold unit tests. */
const SLOW = ['protocol', 'cli', 'editor', 'run', 'harness'];

/** @type {readonly Part[]} */
export const PARTS = [
  { name: 'static', group: 'static', run: runStatic },
  {
    name: 'unit',
    group: 'unit',
    run: () =>
      runNodeTests(
        testFiles((folder) => !SLOW.includes(folder)),
        { processes: 2 },
      ),
  },
  {
    name: 'protocol',
    group: 'protocol',
    run: () => runNodeTests(testFiles((folder) => folder === 'protocol')),
  },
  { name: 'command line', group: 'cli', run: () => runNodeTests(testFiles((folder) => folder === 'cli')) },
  { name: 'real VS Code (web worker host)', group: 'editor', run: () => runEditor('runWebHost.mjs') },
  { name: 'real VS Code (node host)', group: 'editor', run: () => runEditor('runNodeHost.mjs') },
  {
    name: 'real VS Code (desktop)',
    group: 'desktop',
    optional: true,
    run: () => runEditor('runDesktopHost.mjs'),
  },
];

const STATIC_CHECKS = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--build'] },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
];

/** @returns {Promise<PartResult>} */
async function runStatic() {
  const results = await Promise.all(
    STATIC_CHECKS.map(async ({ name, args }) => ({ name, ...(await node(args)) })),
  );
  const failures = results
    .filter(({ status }) => status !== 0)
    .map(({ name, stdout, stderr }) => ({ name, message: lastLines(`${stdout}\n${stderr}`.trim()) }));
  return {
    passed: results.length - failures.length,
    failed: failures.length,
    skipped: 0,
    failures,
    notes: [],
  };
}

const SHOWN_LINES = 60;

/** @param {string} text */
function lastLines(text) {
  const lines = text.split('\n');
  return lines.length <= SHOWN_LINES
    ? text
    : `… ${lines.length - SHOWN_LINES} lines before\n${lines.slice(-SHOWN_LINES).join('\n')}`;
}

/**
 * The same suite in each host, on a copy of the workspace that it is written for.
 * @param {'runWebHost.mjs' | 'runNodeHost.mjs' | 'runDesktopHost.mjs'} host
 * @returns {Promise<PartResult>}
 */
async function runEditor(host) {
  const { bundleSuite } = await import('../editor/bundleSuite.mjs');
  const { run } = await import(`../editor/${host}`);
  /** @type {import('../editor/suiteChannel.mjs').RunResult} */
  const result = await run({
    extensionPath: root,
    testBundle: await bundleSuite(),
    workspaceFolder: workspaceFolder(),
    log: () => {},
  });
  const { passed, failed, failures, skippedReason } = result;
  if (skippedReason === undefined) return { passed, failed, skipped: 0, failures, notes: [] };
  return { passed: 0, failed: 0, skipped: 1, failures: [], notes: [`skipped: ${skippedReason}`] };
}

function workspaceFolder() {
  const own = join(root, 'test', 'editor', 'workspace');
  return existsSync(own) ? own : join(root, 'examples', 'acme');
}
