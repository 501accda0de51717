import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCatalog, compileCrosswalks } from './catalog/compile';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'server', 'src', 'generated');
mkdirSync(target, { recursive: true });
const catalog = compileCatalog(join(root, 'catalog'));
const crosswalks = compileCrosswalks(join(root, 'catalog'), catalog);
writeFileSync(join(target, 'catalog.json'), JSON.stringify(catalog));
writeFileSync(join(target, 'crosswalks.json'), JSON.stringify(crosswalks));
