// Builds dist/: the catalogue first, then one self-contained bundle per entry point.
//   node esbuild.mjs [--watch] [--dev]     --dev: readable, with source maps
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  watch as watchFolder,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

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

/** @param {string} part */
function partFile(part) {
  return `dist/cli/${part.slice(part.lastIndexOf('/') + 1)}.js`;
}

/**
 * Leaves these files out of a bundle, where it imports them when needed, and has them loaded from beside it.
 * @param {readonly string[]} parts
 * @returns {import('esbuild').Plugin}
 */
function apart(...parts) {
  return {
    name: 'apart',
    setup: (build) => {
      build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        const part = parts.find((each) => isFileOf(each, resolveDir, path));
        if (kind !== 'dynamic-import' || part === undefined) return undefined;
        return { path: partFile(part).slice('dist/'.length), namespace: 'apart' };
      });
      build.onLoad({ filter: /.*/, namespace: 'apart' }, ({ path }) => ({
        contents: `module.exports = require('./server/src/host/parts').loadPart(${JSON.stringify(path)})`,
        resolveDir: root,
      }));
    },
  };
}

/**
 * Leaves these files out of a part, which requires them from the file beside it.
 * @param {readonly string[]} parts
 * @returns {import('esbuild').Plugin}
 */
function beside(...parts) {
  return {
    name: 'beside',
    setup: (build) => {
      build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        const part = parts.find((each) => isFileOf(each, resolveDir, path));
        if (part === undefined || kind === 'entry-point') return undefined;
        return { path: `./${basename(partFile(part))}`, external: true };
      });
    },
  };
}

/**
 * @param {string} part
 * @param {string} folder
 * @param {string} path
 */
function isFileOf(part, folder, path) {
  return join(folder, path).replaceAll('\\', '/').endsWith(`server/src/${part}`);
}

/**
 * The compiled catalogue as a text to parse: that takes half as long as an object written out.
 * @param {typeof CATALOG_FILES} [files] where its parts go, for a bundle that has a disk: it need not be compiled first
 * @returns {import('esbuild').Plugin}
 */
function parsedJson(files) {
  return {
    name: 'parsed json',
    setup: (build) =>
      build.onLoad({ filter: /[\\/]server[\\/]src[\\/]generated[\\/].*\.json$/ }, ({ path }) => {
        const value = JSON.parse(readFileSync(path, 'utf8'));
        const contents =
          basename(path) === 'catalog.json' ? lazyCatalog(value, files) : `module.exports = ${parsed(value)}`;
        return { contents, loader: 'js' };
      }),
  };
}

/**
 * The catalogue with the cards and the terms of each control parsed when they are first asked for: they are nine tenths of
 * it, and a check looks at those of the controls that a workspace speaks of.
 * @param {{
 *   readonly controls: readonly { readonly id: string, readonly card: unknown }[],
 *   readonly terms: { readonly controls: Readonly<Record<string, unknown>> },
 * }} catalog
 * @param {typeof CATALOG_FILES | undefined} files
 */
function lazyCatalog({ terms, ...catalog }, files) {
  const controls = catalog.controls.map(({ card: _card, ...facts }) => facts);
  const cards = catalog.controls.map(({ card }) => card);
  const ofControls = catalog.controls.map(({ id }) => terms.controls[id]);
  return `const later = (object, key, read) => {
  const define = (property) => Object.defineProperty(object, key, { enumerable: true, configurable: true, ...property });
  define({ get: () => define({ value: read() })[key] });
};
const parsedLater = (read) => { let lines; return (number) => JSON.parse((lines ??= read())[number]); };
const catalog = JSON.parse(${lines([{ ...catalog, controls }], files?.catalog)}[0]);
const card = parsedLater(() => ${lines(cards, files?.cards)});
catalog.controls.forEach((control, number) => later(control, 'card', () => card(number)));
later(catalog, 'terms', () => {
  const part = parsedLater(() => ${lines([{ ...terms, controls: {} }, ...ofControls], files?.terms)});
  const terms = part(0);
  catalog.controls.forEach(({ id }, number) => later(terms.controls, id, () => part(number + 1)));
  return terms;
});
module.exports = catalog;`;
}

/**
 * How a bundle gets at values as lines of JSON.
 * @param {readonly unknown[]} values
 * @param {string | undefined} file where they go, for a bundle that has a disk to read them from
 */
function lines(values, file) {
  const texts = values.map(escapedJson);
  return file === undefined ? JSON.stringify(texts) : readLines(file, texts);
}

/**
 * Writes lines of ASCII into a file, and returns how the bundle beside it reads them.
 * @param {string} file
 * @param {readonly string[]} lines
 */
function readLines(file, lines) {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), lines.join('\n'));
  const path = `require('node:path').join(__dirname, ${JSON.stringify(basename(file))})`;
  return `require('node:fs').readFileSync(${path}, 'latin1').split('\\n')`;
}

/** @param {unknown} value */
function parsed(value) {
  return `JSON.parse(${JSON.stringify(escapedJson(value))})`;
}

/**
 * One dash outside Latin-1 doubles the memory of the whole text, and the time to get it there.
 * @param {unknown} value
 */
function escapedJson(value) {
  return escapedText(JSON.stringify(value));
}

/** @param {string} text */
function escapedText(text) {
  return text.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Escapes what esbuild leaves outside of ASCII, in regular expressions: Node reads and compiles a file of one byte for each
 * character in half the time.
 * @param {string} path
 * @returns {import('esbuild').Plugin}
 */
function ascii(path) {
  return {
    name: 'ascii',
    setup: (build) =>
      build.onEnd((result) => {
        if (result.errors.length > 0) return undefined;
        const text = readFileSync(join(root, path), 'utf8');
        const escaped = /\\[\u0080-\uffff]/.exec(text)?.[0];
        if (escaped !== undefined)
          return { errors: [{ text: `${path} holds "${escaped}": leave out the backslash` }] };
        writeFileSync(join(root, path), escapedText(text));
        return undefined;
      }),
  };
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
