// What the two browser-based hosts share: a page that shows an editor in which the suite starts by itself.
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findChromium, launchChromium } from './chromium.mjs';
import { installHosts } from './installHosts.mjs';
import { temporaryFolder } from './processes.mjs';
import { skipped, SuiteChannel } from './suiteChannel.mjs';

const TIMEOUT_MS = 300_000;
const SHOT_TIMEOUT_MS = 15_000;
const KEPT_LINES = 25;

/**
 * What every run prints: lines that VS Code prints twice (styled for the console, plain for us), and the web
 * host's complaints until the workspace's file system is there.
 */
const NOISE =
  /: %c|ENOPRO|builtin extensions|grace-time|[Ss]ervice ?[Ww]orker|status of 404|HTTP response code \(404\)|sandbox/;

/**
 * @typedef {object} Serving
 * @property {string} url the page to open
 * @property {() => Promise<void>} stop
 * @property {() => string} tail what the server printed last
 *
 * @typedef {(run: { workspace: string, scratch: string, endpoint: string }) => Promise<Serving>} Serve
 */

/**
 * Runs one suite in an editor that `serve` starts.
 * @param {'web' | 'node'} host
 * @param {import('./suiteChannel.mjs').RunOptions} options
 * @param {Serve} serve
 * @returns {Promise<import('./suiteChannel.mjs').RunResult>}
 */
export async function runInBrowser(host, options, serve) {
  const states = await installHosts(['browser', host], options.log);
  for (const state of [states.browser, states[host]]) if (!state.ready) return skipped(state.reason);
  const chromium = await findChromium();
  if ('reason' in chromium) return skipped(chromium.reason);

  const scratch = temporaryFolder(`${host}-host`);
  const channel = new SuiteChannel(host, options);
  /** @type {Serving | undefined} */
  let serving;
  try {
    const workspace = await copyWorkspace(options.workspaceFolder, scratch.path);
    await channel.open();
    serving = await serve({ workspace, scratch: scratch.path, endpoint: channel.endpoint });
    channel.context = { workspace };
    const browser = await launchChromium(chromium, join(scratch.path, 'profile'));
    await drive(channel, browser, serving, options, host).finally(() => browser.close());
  } catch (error) {
    channel.abort(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await serving?.stop();
    scratch.remove();
  }
  return channel.close();
}

/**
 * The copy keeps the folder's name, because editors show it and tests may read it.
 * @param {string} folder
 * @param {string} scratch
 */
export async function copyWorkspace(folder, scratch) {
  const copy = join(scratch, 'workspace', basename(folder));
  await cp(folder, copy, { recursive: true });
  return copy;
}

/**
 * @param {SuiteChannel} channel
 * @param {import('playwright-core').BrowserContext} browser
 * @param {Serving} serving
 * @param {import('./suiteChannel.mjs').RunOptions} options
 * @param {string} host
 */
async function drive(channel, browser, serving, options, host) {
  const page = browser.pages()[0] ?? (await browser.newPage());
  const printed = listen(page);
  channel.context = { ...channel.context, page };
  channel.takeShot = (name, selector) => shoot(page, name, selector, options, host);
  // VS Code looks for these two functions, which its own test runner provides as well.
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => printed.add(`${type}: ${args.join(' ')}`),
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
    // An ordinary end was posted before; this one tells of a suite that could not even be loaded.
    channel.abort(`the extension host ended with ${code}:\n${printed.tail()}`),
  );
  const timeout = options.timeoutMs ?? TIMEOUT_MS;
  const silence = setTimeout(async () => {
    // A picture often tells more than the logs; where even that fails, its error joins them.
    const shot = await channel.takeShot('timeout').catch((error) => error);
    channel.abort(
      [`no end after ${timeout} ms`, shot, printed.tail(), serving.tail()].filter(Boolean).join('\n'),
    );
  }, timeout);
  await page.goto(serving.url);
  await channel.over;
  clearTimeout(silence);
}

/**
 * Keeps the last lines of the page's console, for the report of a failed run.
 * @param {import('playwright-core').Page} page
 */
function listen(page) {
  /** @type {string[]} */
  const lines = [];
  const add = (/** @type {string} */ line) => {
    if (NOISE.test(line)) return;
    lines.push(line.slice(0, 500));
    lines.splice(0, lines.length - KEPT_LINES);
  };
  page.on('console', (message) => add(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => add(`error: ${error.message}`));
  return { add, tail: () => lines.join('\n') };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {string | undefined} selector
 * @param {import('./suiteChannel.mjs').RunOptions} options
 * @param {string} host
 */
async function shoot(page, name, selector, options, host) {
  if (selector) await page.locator(selector).first().waitFor({ state: 'visible', timeout: SHOT_TIMEOUT_MS });
  // Popups fade in, and a picture of half a fade is a different picture each time.
  await page.waitForTimeout(300);
  const png = await page.screenshot({ timeout: SHOT_TIMEOUT_MS });
  await options.onShot?.(name, png, host);
}
