// Installs the packages of package-lock.json where they are not installed yet, and does nothing where they are.
// Plain Node without packages, because there may be none. `npm start` and `npm test` begin with it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = 20;
const NETWORK_FAULT =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * True where what npm has installed is what the lock file asks for. Optional packages may be missing: those of other
 * platforms always are.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, which npm writes after each installation
 */
export function isSatisfied(wanted, installed) {
  const present = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {}).every(([path, locked]) => {
    if (path === '' || locked.link === true) return true;
    const found = present[path];
    if (found === undefined)
      return locked.optional === true || locked.devOptional === true || locked.peer === true;
    return found.version === locked.version && found.integrity === locked.integrity;
  });
}

/** @returns {number} exit code */
function main() {
  const root = new URL('../', import.meta.url);
  const stamp = new URL('node_modules/.isms-installed', root);
  const lockFile = readFileSync(new URL('package-lock.json', root), 'utf8');
  const fingerprint = createHash('sha256')
    .update(`${process.platform} ${process.arch}\n${lockFile}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return 0;

  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE)
    return failed(`this needs Node ${OLDEST_NODE} or newer; this is Node ${process.version}.`);

  const hidden = new URL('node_modules/.package-lock.json', root);
  const fresh =
    existsSync(hidden) && isSatisfied(JSON.parse(lockFile), JSON.parse(readFileSync(hidden, 'utf8')));
  if (!fresh) {
    process.stderr.write('Installing the packages of package-lock.json (npm ci) …\n');
    const problem = npmCi(fileURLToPath(root));
    if (problem !== undefined) return failed(problem);
  }
  writeFileSync(stamp, fingerprint);
  return 0;
}

/**
 * @param {string} folder
 * @returns {string | undefined} why it failed
 */
function npmCi(folder) {
  // The npm that runs this script, else the one on the path.
  const own = process.env['npm_execpath'];
  const byNode = own !== undefined && own.endsWith('npm-cli.js');
  const command = byNode ? process.execPath : process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = [...(byNode ? [own] : []), 'ci', '--no-audit', '--no-fund'];
  const run = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command.endsWith('.cmd'),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error !== undefined) return `npm cannot be started: ${run.error.message}.`;
  if (run.status === 0) return undefined;
  const output = `${run.stdout}\n${run.stderr}`;
  process.stderr.write(output);
  if (NETWORK_FAULT.test(output)) {
    return 'npm ci could not reach the package registry. The first run needs it; connect, or set a mirror with "npm config set registry", and run this again.';
  }
  return `npm ci failed (${run.signal ?? `exit code ${run.status}`}); its messages are above.`;
}

/** @param {string} message */
function failed(message) {
  process.stderr.write(`ensure-installed: ${message}\n`);
  return 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = main();
