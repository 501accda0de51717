// `npm run package`: builds, and writes isms-policy-VERSION.vsix, which holds only what runs.
//   node server/tools/package.mjs [FILE]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What an editor downloads on a slow line. */
const MOST_BYTES = 2_000_000;
/** Without one of these the extension would be packed and then fail at its first step. */
const ENTRIES = [
  'dist/client/extension.js',
  'dist/client/browser.js',
  'dist/server/server.js',
  'dist/server/browser.js',
];

/**
 * Packs what the last build wrote.
 * @param {string} file
 * @param {{ searchSecrets?: boolean }} [options] searching the bundles for secrets takes most of the time
 * @returns {Promise<{ file: string, bytes: number }>}
 */
export async function packageExtension(file, { searchSecrets = true } = {}) {
  const missing = ENTRIES.filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) throw new Error(`not built: ${missing.join(', ')}; run "npm run build" first`);
  const { homepage } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await createVSIX({
    cwd: root,
    packagePath: file,
    // Everything is in the bundles.
    dependencies: false,
    allowPackageAllSecrets: !searchSecrets,
    allowPackageEnvFile: !searchSecrets,
    baseContentUrl: homepage,
    baseImagesUrl: homepage,
  });
  return { file, bytes: statSync(file).size };
}

async function main() {
  const build = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) return 1;
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { file, bytes } = await packageExtension(process.argv[2] ?? join(root, `${name}-${version}.vsix`));
  console.log(`${file}: ${(bytes / 1000).toFixed(0)} kB`);
  if (bytes <= MOST_BYTES) return 0;
  console.error(
    `That is more than the ${MOST_BYTES / 1000} kB that we allow ourselves; see what grew in dist/.`,
  );
  return 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}
