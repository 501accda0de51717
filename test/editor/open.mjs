// `npm run editor`: VS Code in the browser, with the extension as it was last built, on a folder of this machine.
//   node test/editor/open.mjs [FOLDER] [--no-browser]
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installHosts } from './installHosts.mjs';
import { NO_SERVER_NODE, serverNode, startNodeServer, urlPath } from './nodeServer.mjs';
import { freePort, temporaryFolder } from './processes.mjs';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
/** The same port each time where it is free, because the browser keeps the editor's layout by address. */
const PORT = 8270;

/**
 * Starts the editor on a folder, in place: what is saved there is really saved.
 * @param {{ folder: string, extensionPath?: string }} options
 * @returns {Promise<{ url: string, ended: Promise<unknown>, stop: () => Promise<void> }>}
 */
export async function openEditor({ folder, extensionPath = REPOSITORY }) {
  const { node } = await installHosts(['node']);
  if (!node.ready) throw new Error(node.reason);
  if (serverNode() === undefined) throw new Error(NO_SERVER_NODE);
  const scratch = temporaryFolder('editor');
  const extensions = linkExtension(join(scratch.path, 'extensions'), extensionPath);
  const port = await freePort(PORT);
  const token = randomUUID();
  const args = ['--extensions-dir', extensions];
  const server = await startNodeServer({ port, token, scratch: scratch.path, args });
  const query = new URLSearchParams({ tkn: token, folder: decodeURI(urlPath(resolve(folder))) });
  const stop = async () => {
    await server.stop();
    scratch.remove();
  };
  return { url: `http://127.0.0.1:${port}/?${query}`, ended: server.ended, stop };
}

/**
 * A built server takes an extension under development only together with its test driver, so this one counts
 * as installed. It is a link: after a new build, reloading the page shows it.
 * @param {string} folder
 * @param {string} extensionPath
 */
function linkExtension(folder, extensionPath) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8'));
  mkdirSync(folder);
  // A junction needs no privilege on Windows; elsewhere the type is ignored.
  symlinkSync(resolve(extensionPath), join(folder, `${publisher}.${name}-${version}`), 'junction');
  return folder;
}

/** @param {string} url */
function openBrowser(url) {
  const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (process.env.CI || noDisplay || process.argv.includes('--no-browser')) return;
  const command =
    { darwin: 'open', win32: 'explorer' }[/** @type {string} */ (process.platform)] ?? 'xdg-open';
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  child.once('error', (error) =>
    console.log(`No browser could be started (${error.message}): open the address above.`),
  );
  child.unref();
}

async function main() {
  const folder = resolve(
    process.argv.slice(2).find((argument) => !argument.startsWith('--')) ??
      join(REPOSITORY, 'examples', 'acme'),
  );
  if (!existsSync(folder)) throw new Error(`no such folder: ${folder}`);
  const editor = await openEditor({ folder });
  console.log(`VS Code with the extension, on ${folder}:\n\n  ${editor.url}\n\nCtrl+C ends it.`);
  openBrowser(editor.url);
  await editor.ended;
  await editor.stop();
  throw new Error('the editor ended by itself');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
