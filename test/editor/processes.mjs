// Child processes, ports and temporary folders of the editor tests, with one promise kept everywhere:
// whatever ends the run (success, failure, Ctrl+C, a killed parent), nothing stays behind.
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GUARDIAN = fileURLToPath(new URL('./guardian.mjs', import.meta.url));
const LOG_TAIL_LINES = 60;

/** @type {Set<() => void>} What is still to be undone; emptied as the owners undo it themselves. */
const cleanups = new Set();
let hooked = false;

/**
 * Undoes something at the latest when this process ends.
 * @param {() => void} cleanup synchronous, since nothing asynchronous runs in an exit handler
 * @returns {() => void} undoes it now; a second call does nothing
 */
export function undoAtExit(cleanup) {
  hookExit();
  const once = () => {
    if (cleanups.delete(once)) cleanup();
  };
  cleanups.add(once);
  return once;
}

function hookExit() {
  if (hooked) return;
  hooked = true;
  process.on('exit', () => {
    for (const cleanup of [...cleanups].reverse()) cleanup();
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // The exit handler above does the work; 130 is what a shell reports for an interrupted command.
    process.once(signal, () => process.exit(130));
  }
}

/**
 * @param {string} label
 * @returns {{ path: string, remove: () => void }}
 */
export function temporaryFolder(label) {
  // The real path, because editors compare paths as text and the temporary folder is a link on macOS.
  const path = realpathSync(mkdtempSync(join(tmpdir(), `isms-${label}-`)));
  // Killed processes may still be closing their files, hence the retries.
  const remove = undoAtExit(() =>
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  );
  return { path, remove };
}

/**
 * @param {number} [preferred] taken when it is free
 * @returns {Promise<number>} a port that was free on loopback a moment ago
 */
export function freePort(preferred = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (preferred ? resolve(freePort()) : reject(error)));
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port'));
      probe.close(() => resolve(address.port));
    });
  });
}

/**
 * This process's environment without what an editor or a debugger put there for its own children: with
 * those, the editor under test would talk to the editor that the developer works in.
 * @param {Record<string, string>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_(?!EXECUTABLE)|ELECTRON_|NODE_OPTIONS$|NODE_INSPECT)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...extra };
}

/**
 * @typedef {object} Running
 * @property {() => string} tail the last lines that the process printed
 * @property {Promise<number | null>} ended resolves with the exit code
 * @property {() => Promise<void>} stop kills the process and all its descendants, and waits for its end
 */

/**
 * Starts a command in a process group of its own, under a guardian that kills the group when we die.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 * @returns {Running}
 */
export function start(command, args, { env = cleanEnvironment(), onLine } = {}) {
  const child = spawn(process.execPath, [GUARDIAN, command, ...args], {
    env,
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const tail = keepTail([child.stdout, child.stderr], onLine);
  const killed = undoAtExit(() => killGroup(child.pid));
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  const stop = async () => {
    killed();
    await ended;
    await untilGroupIsGone(child.pid);
  };
  return { tail, ended, stop };
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // The group ended by itself: that is the wanted state.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * The leader's end says nothing of its descendants, which may still write to folders about to be removed. The wait is
 * short, since a killed process counts as there until init has reaped it, and some inits take seconds.
 * @param {number | undefined} pid
 */
async function untilGroupIsGone(pid) {
  if (pid === undefined || process.platform === 'win32') return;
  for (let tries = 0; tries < 20; tries++) {
    try {
      process.kill(-pid, 0);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * @param {import('node:stream').Readable[]} streams
 * @param {((line: string) => void) | undefined} onLine
 * @returns {() => string}
 */
function keepTail(streams, onLine) {
  /** @type {string[]} */
  const lines = [];
  for (const stream of streams) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) onLine?.(line);
      lines.push(...parts);
      lines.splice(0, lines.length - LOG_TAIL_LINES);
    });
  }
  return () => lines.join('\n');
}

/**
 * Waits until a server that we started answers.
 * @param {string} url
 * @param {Running} server
 * @param {number} [timeoutMs]
 */
export async function untilAnswers(url, server, timeoutMs = 60_000) {
  let over = false;
  void server.ended.then(() => (over = true));
  const deadline = Date.now() + timeoutMs;
  let problem = 'no answer yet';
  while (Date.now() < deadline) {
    if (over) throw new Error(`the editor's server ended at once:\n${server.tail()}`);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      problem = `status ${response.status}`;
    } catch (error) {
      problem = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the editor's server does not answer (${problem}):\n${server.tail()}`);
}
