// Takes the pictures of the README in the real editor, on examples/acme, and writes them to docs/images.
//   node test/editor/screenshots.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSuite } from './bundleSuite.mjs';
import { run } from './runNodeHost.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** More pixels than points, so that the text is sharp on every screen. */
const SCALE = 2;
const images = join(root, 'docs', 'images');
mkdirSync(images, { recursive: true });

const result = await run({
  extensionPath: root,
  testBundle: await bundleSuite({
    entry: fileURLToPath(new URL('./suite/screenshots.ts', import.meta.url)),
    outfile: join(root, 'test', '.output', 'editor-screenshots.js'),
  }),
  workspaceFolder: join(root, 'examples', 'acme'),
  handlers: { view: setView, picture: takePicture },
  log: console.log,
});
if (result.skippedReason !== undefined) console.log(`no pictures: ${result.skippedReason}`);
process.exitCode = result.ok && result.skippedReason === undefined ? 0 : 1;

/**
 * @param {{ width: number, height: number }} view
 * @param {import('./suiteChannel.mjs').HandlerContext} context
 */
async function setView({ width, height }, context) {
  await pageOf(context).setViewportSize({ width, height });
}

/**
 * @param {{ name: string, height: number }} picture
 * @param {import('./suiteChannel.mjs').HandlerContext} context
 */
async function takePicture({ name, height }, context) {
  const page = pageOf(context);
  const { width = 0 } = page.viewportSize() ?? {};
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width, height, scale: SCALE };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
  writeFileSync(join(images, `${name}.png`), Buffer.from(data, 'base64'));
}

/** @param {import('./suiteChannel.mjs').HandlerContext} context */
function pageOf({ page }) {
  if (page === undefined) throw new Error('this host has no page');
  return page;
}
