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
const SLOW = ['protocol', 'cli', 'action', 'editor', 'run', 'harness'];

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
  {
    name: 'command line',
    group: 'cli',
    run: () => runNodeTests(testFiles((folder) => folder === 'cli' || folder === 'action')),
  },
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

/** A whole suite takes a minute on a quiet machine. */
const EDITOR_TIMEOUT_MS = 400_000;

/** More failing scenarios than this are no accident of a loaded machine, and are not tried again. */
const MOST_SECOND_TRIES = 3;

/**
 * The same suite in each host, on a copy of the workspace that it is written for. A real window on a loaded machine can
 * miss a moment: a scenario that fails is tried once more in a fresh window, and both outcomes are printed.
 * @param {'runWebHost.mjs' | 'runNodeHost.mjs' | 'runDesktopHost.mjs'} host
 * @returns {Promise<PartResult>}
 */
async function runEditor(host) {
  const { bundleSuite } = await import('../editor/bundleSuite.mjs');
  const { run } = await import(`../editor/${host}`);
  const options = {
    extensionPath: root,
    testBundle: await bundleSuite(),
    workspaceFolder: workspaceFolder(),
    timeoutMs: EDITOR_TIMEOUT_MS,
    log: () => {},
  };
  /** @type {import('../editor/suiteChannel.mjs').RunResult} */
  const result = await run(options);
  if (result.skippedReason !== undefined) {
    return { passed: 0, failed: 0, skipped: 1, failures: [], notes: [`skipped: ${result.skippedReason}`] };
  }
  const { failures, notes } = await secondTries(result.failures, (only) => run({ ...options, only }));
  const mended = result.failures.length - failures.length;
  return { passed: result.passed + mended, failed: result.failed - mended, skipped: 0, failures, notes };
}

/**
 * @param {readonly { name: string, message: string }[]} first
 * @param {(only: string) => Promise<import('../editor/suiteChannel.mjs').RunResult>} again
 */
async function secondTries(first, again) {
  const failures = [];
  const notes = [];
  for (const failure of first) {
    const second = first.length <= MOST_SECOND_TRIES ? await again(failure.name) : undefined;
    if (second?.ok === true && second.passed > 0)
      notes.push(`passed at the second try: ${failure.name} (first: ${failure.message})`);
    else failures.push(failure);
  }
  return { failures, notes };
}

function workspaceFolder() {
  const own = join(root, 'test', 'editor', 'workspace');
  return existsSync(own) ? own : join(root, 'examples', 'acme');
}
