// Builds dist/: the catalogue first, then one self-contained bundle per entry point.
//   node esbuild.mjs [--watch] [--dev]     --dev: readable, with source maps
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch as watchFolder,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { ascii } from './server/tools/build/ascii.mjs';
import { parsedJson } from './server/tools/build/catalogText.mjs';
import { apart, beside, partFile } from './server/tools/build/parts.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const watching = process.argv.includes('--watch');
const development = process.argv.includes('--dev');
const { name, version, homepage } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !development,
  sourcemap: development,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  // The one place where the manifest's facts enter the code: server/src/host/product.ts.
  define: { ISMS_PRODUCT: JSON.stringify({ name, version, homepage }) },
  plugins: [parsedJson()],
  logOverride: { 'import-is-undefined': 'error' },
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // Loading a part through `require` spares the other loader of Node.
  supported: { 'dynamic-import': false },
};

/**
 * Without the condition `worker` a dependency's browser build wants `document`, which no web worker has.
 * @type {import('esbuild').BuildOptions}
 */
const web = {
  ...common,
  platform: 'browser',
  format: 'cjs',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['worker', 'module'],
};

/**
 * What the command line loads when it is needed: a version or a help text is there before all this could be compiled.
 */
const CLI_PARTS = [
  'cli/help',
  'cli/commands/run',
  'host/catalogData',
  'host/crosswalkData',
  'host/languageServer',
];

/** What those load in turn, of the libraries that most checks come by without. */
const INNER_PARTS = [
  'engine/config/schemaCheck',
  'engine/syntax/remark',
  'engine/syntax/tomlReader',
  'engine/syntax/yamlLibrary',
  'cli/commands/watch',
  'cli/schemas',
];

/** The catalogue, the guidance on each control and the terms of its elements, for the parts of the command line. */
const CATALOG_FILES = {
  catalog: 'dist/cli/catalog.txt',
  cards: 'dist/cli/cards.txt',
  terms: 'dist/cli/terms.txt',
};

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client/extension.js',
    external: ['vscode'],
  },
  { ...web, entryPoints: ['client/src/browser.ts'], outfile: 'dist/client/browser.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/host/node.ts'], outfile: 'dist/server/server.js' },
  { ...web, entryPoints: ['server/src/host/browser.ts'], outfile: 'dist/server/browser.js', format: 'iife' },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [parsedJson(), executable('dist/cli.js'), apart(...CLI_PARTS)],
  },
  ...[...CLI_PARTS, ...INNER_PARTS].map((part) => ({
    ...node,
    entryPoints: [`server/src/${part}.ts`],
    outfile: partFile(part),
    plugins: [
      parsedJson(CATALOG_FILES),
      beside(...INNER_PARTS),
      ...(development ? [] : [ascii(partFile(part))]),
    ],
  })),
  // What a release puts onto its tag for `action.yml`; it is not kept in the repository.
  { ...node, entryPoints: ['server/src/action/main.ts'], outfile: 'dist/action.js' },
];

function compileCatalog() {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'server/tools/compileCatalog.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (run.status === 0) return true;
  console.error('esbuild.mjs: the catalogue does not compile; see the message above.');
  return false;
}

/** @returns {import('esbuild').Plugin} */
function executable(/** @type {string} */ path) {
  return {
    name: 'executable',
    setup: (build) =>
      build.onEnd(
        (result) => void (result.errors.length === 0 && chmodSync(new URL(path, import.meta.url), 0o755)),
      ),
  };
}

/** The pages that a rule's link opens in the editor, offline, and what they link to. */
function copyPages() {
  const target = new URL('dist/docs/', import.meta.url);
  rmSync(target, { recursive: true, force: true });
  for (const page of ['rules', 'configuration.md']) {
    const source = new URL(`docs/${page}`, import.meta.url);
    if (existsSync(source)) cpSync(source, new URL(page, target), { recursive: true });
  }
}

/**
 * Removes what an earlier build left in dist/. Afterwards and not before, so that a running server keeps its files.
 * @param {ReadonlySet<string>} written
 */
function prune(written) {
  if (!existsSync(join(root, 'dist'))) return;
  for (const entry of readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/');
    if (entry.isFile() && !written.has(path) && !path.startsWith('dist/docs/')) rmSync(join(root, path));
  }
}

/** Entry points arrive one after the other while the product is being laid out; a missing one is said, never silent. */
function existing() {
  return bundles.filter(({ entryPoints, outfile }) => {
    const [entry = ''] = /** @type {string[]} */ (entryPoints);
    if (existsSync(new URL(entry, import.meta.url))) return true;
    console.log(`esbuild.mjs: skipped ${outfile}: there is no ${entry}`);
    return false;
  });
}

/** An edited card or fact compiles the catalogue anew; the bundles that hold it follow by themselves. */
function watchCatalog() {
  /** @type {NodeJS.Timeout | undefined} */
  let pending;
  watchFolder(new URL('catalog', import.meta.url), { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(compileCatalog, 200);
  });
}

async function main() {
  if (!compileCatalog()) return 1;
  if (!watching) {
    const results = await Promise.all(existing().map((bundle) => build({ ...bundle, metafile: true })));
    prune(
      new Set([
        ...Object.values(CATALOG_FILES),
        ...results.flatMap((result) => Object.keys(result.metafile.outputs)),
      ]),
    );
    copyPages();
    return 0;
  }
  const contexts = await Promise.all(existing().map((bundle) => context({ ...bundle, logLevel: 'info' })));
  await Promise.all(contexts.map((each) => each.watch()));
  copyPages();
  watchCatalog();
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  // esbuild has printed its own errors with their places.
  if (!(error instanceof Error && 'errors' in error)) console.error(error);
  process.exitCode = 1;
}
