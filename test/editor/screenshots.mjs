// Takes the pictures of the README in the real editor, on examples/acme, and writes them to docs/images.
//   node test/editor/screenshots.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSuite } from './bundleSuite.mjs';
import { run } from './runWebHost.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const images = join(root, 'docs', 'images');
mkdirSync(images, { recursive: true });

const result = await run({
  extensionPath: root,
  testBundle: await bundleSuite({
    entry: fileURLToPath(new URL('./suite/screenshots.ts', import.meta.url)),
    outfile: join(root, 'test', '.output', 'editor-screenshots.js'),
  }),
  workspaceFolder: join(root, 'examples', 'acme'),
  handlers: { view: setView },
  onShot: (name, png) => writeFileSync(join(images, `${name}.png`), png),
  log: console.log,
});
if (result.skippedReason !== undefined) console.log(`no pictures: ${result.skippedReason}`);
process.exitCode = result.ok && result.skippedReason === undefined ? 0 : 1;

/**
 * More pixels than points, so that the text is sharp on every screen.
 * @param {{ width: number, height: number, scale: number }} view
 * @param {import('./suiteChannel.mjs').HandlerContext} context
 */
async function setView({ width, height, scale }, { page }) {
  if (page === undefined) throw new Error('this host has no page');
  await page.setViewportSize({ width, height });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: scale,
    mobile: false,
  });
}
