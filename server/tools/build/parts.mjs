// The parts of the command line: files of their own, loaded when they are needed.
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Where a part goes.
 * @param {string} part
 */
export function partFile(part) {
  return `dist/cli/${part.slice(part.lastIndexOf('/') + 1)}.js`;
}

/**
 * Leaves these files out of a bundle, where it imports them when needed, and has them loaded from beside it.
 * @param {readonly string[]} parts
 * @returns {import('esbuild').Plugin}
 */
export function apart(...parts) {
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
export function beside(...parts) {
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
