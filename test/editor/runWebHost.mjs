// VS Code for the web: the extension runs in a web worker, on a workspace that is no disk. What the suite
// writes there stays in the worker's memory.
import { fileURLToPath } from 'node:url';
import { runInBrowser } from './browserRun.mjs';
import { freePort, start, untilAnswers } from './processes.mjs';

const SERVER = fileURLToPath(new URL('./webServer.mjs', import.meta.url));

/**
 * @param {import('./suiteChannel.mjs').RunOptions} options
 * @returns {Promise<import('./suiteChannel.mjs').RunResult>}
 */
export function run(options) {
  return runInBrowser('web', options, async ({ workspace, endpoint }) => {
    const port = await freePort();
    const { extensionPath, testBundle } = options;
    const config = JSON.stringify({ port, extensionPath, testBundle, workspace, endpoint });
    const server = start(process.execPath, [SERVER, config]);
    await untilAnswers(`http://127.0.0.1:${port}/`, server);
    // The worker's frame lives on a subdomain of localhost, which an address in digits cannot have.
    return { url: `http://localhost:${port}/`, stop: server.stop, tail: server.tail };
  });
}
