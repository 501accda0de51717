// VS Code as a server: the extension runs in Node, on the workspace's real files, as in the desktop editor.
import { randomUUID } from 'node:crypto';
import { runInBrowser } from './browserRun.mjs';
import { installHosts } from './installHosts.mjs';
import { NO_SERVER_NODE, serverNode, startNodeServer, urlPath } from './nodeServer.mjs';
import { freePort } from './processes.mjs';
import { skipped } from './suiteChannel.mjs';

/**
 * @param {import('./suiteChannel.mjs').RunOptions} options
 * @returns {Promise<import('./suiteChannel.mjs').RunResult>}
 */
export async function run(options) {
  if ((await installHosts(['node'], options.log)).node.ready && !serverNode()) return skipped(NO_SERVER_NODE);
  return runInBrowser('node', options, async ({ workspace, scratch, endpoint }) => {
    const port = await freePort();
    const token = randomUUID();
    const server = await startNodeServer({
      port,
      token,
      scratch,
      // A built server obeys the two paths of the payload only with this flag.
      args: ['--enable-smoke-test-driver'],
      env: { ISMS_TEST_ENDPOINT: endpoint },
    });
    return { url: pageUrl(port, token, workspace, options), stop: server.stop, tail: server.tail };
  });
}

/**
 * @param {number} port
 * @param {string} token
 * @param {string} workspace
 * @param {import('./suiteChannel.mjs').RunOptions} options
 */
function pageUrl(port, token, workspace, { extensionPath, testBundle }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${urlPath(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extensionPath)],
    ['extensionTestsPath', remote(testBundle)],
    ['skipWelcome', 'true'],
  ];
  const folder = decodeURI(urlPath(workspace));
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) })}`;
}
