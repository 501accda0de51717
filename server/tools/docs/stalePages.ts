import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Pages of rules that no longer exist: files below `docs/rules/` that nothing generates. */
export function stalePages(root: string, files: ReadonlyMap<string, string>): string[] {
  const folder = join(root, 'docs', 'rules');
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replace(/\\/g, '/'));
  return paths.filter((path) => !files.has(path)).sort();
}
