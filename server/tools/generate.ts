import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogData } from '../src/engine/catalog/catalog';
import { generatedFiles } from './docs/generatedFiles';
import { stalePages } from './docs/stalePages';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const files = generatedFiles({
  catalog: JSON.parse(read('server/src/generated/catalog.json')) as CatalogData,
  manifest: read('package.json'),
  words: read('package.nls.json'),
  readme: read('README.md'),
});

let written = 0;
for (const [path, text] of files) {
  if (existsSync(join(root, path)) && read(path) === text) continue;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  written++;
}
const stale = stalePages(root, files);
for (const path of stale) rmSync(join(root, path));
console.log(`${files.size} generated files: ${written} written, ${stale.length} removed.`);
