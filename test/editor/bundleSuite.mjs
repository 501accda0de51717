// Bundles the extension tests into the one file that every host loads.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * @param {{ entry?: string, outfile?: string }} [options] the entry imports the scenarios and exports the
 *   runner's `run`
 * @returns {Promise<string>} the bundle
 */
export async function bundleSuite({
  entry = here('./suite/index.ts'),
  outfile = here('../.output/editor-suite.js'),
} = {}) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    // The web worker is the poorer host: what runs there runs in Node as well.
    platform: 'browser',
    conditions: ['worker'],
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    loader: { '.code-snippets': 'text' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
