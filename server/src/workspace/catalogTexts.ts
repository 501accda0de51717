import type { Config } from '../engine/config/schema';
import { catalogPaths, type CatalogText } from '../engine/index/catalogFiles';
import type { FileStore } from './fileStore';

/** What the store has for the catalogue files that a configuration names. */
export function catalogTexts(config: Config, store: FileStore): Map<string, CatalogText> {
  return new Map(catalogPaths(config).map((path) => [path, store.text(path) ?? NO_SUCH_FILE]));
}

/** True where the store still has the same for each. */
export function sameCatalogs(catalogs: ReadonlyMap<string, CatalogText>, store: FileStore): boolean {
  return [...catalogs].every(([path, text]) => {
    const now = store.text(path) ?? NO_SUCH_FILE;
    return typeof text === 'string' || typeof now === 'string' ? text === now : text.failure === now.failure;
  });
}

const NO_SUCH_FILE: CatalogText = { failure: 'it does not exist', missing: true };
