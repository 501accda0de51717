import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCatalog } from './catalog/compile';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'server', 'src', 'generated');
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'catalog.json'), JSON.stringify(compileCatalog(join(root, 'catalog'))));
