// The compiled catalogue as bundles hold it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escapedText } from './ascii.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** @typedef {{ readonly catalog: string, readonly cards: string, readonly terms: string }} CatalogFiles */

/**
 * The compiled catalogue as a text to parse: that takes half as long as an object written out.
 * @param {CatalogFiles} [files] where its parts go, for a bundle that has a disk: it need not be compiled first
 * @returns {import('esbuild').Plugin}
 */
export function parsedJson(files) {
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
 * @param {CatalogFiles | undefined} files
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
