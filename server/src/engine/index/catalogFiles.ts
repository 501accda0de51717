import type { Catalog } from '../catalog/catalog';
import { combineCatalogs, readCatalogFile, type CatalogFile, type OwnCatalogs } from '../catalog/ownCatalogs';
import { withOwnEntries } from '../catalog/ownEntries';
import { nodeAt, type ConfigProblem, type ParsedConfig } from '../config/parse';
import type { Config } from '../config/schema';
import { createOwnIds, type OwnIds } from '../ids/ownIds';
import { createSource } from '../text/source';
import { normalPath } from './include';

/** A catalogue file as a host gives it: its text, or why there is none. */
export type CatalogText = string | { readonly failure: string; readonly missing: boolean };

/** The catalogue files of a configuration, read. */
export interface LoadedCatalogs {
  readonly own: OwnCatalogs;
  /** What ships, with what they add. */
  readonly catalog: Catalog;
  /** Changes its identity when the ids may have changed: what was read with it is to be read anew then. */
  readonly ids: OwnIds;
  /** Files that cannot be used, on their entries in `isms.yaml`. */
  readonly problems: readonly ConfigProblem[];
}

/** The paths under `catalogs:` that can be read: inside the root, each once. */
export function catalogPaths(config: Config | undefined): string[] {
  const paths = (config?.catalogs ?? []).map(normalPath);
  return [...new Set(paths.filter((path) => !liesOutside(path)))];
}

/** Reads the files under `catalogs:`. `texts` has what the host found for each of `catalogPaths`. */
export function loadCatalogs(
  config: ParsedConfig,
  texts: ReadonlyMap<string, CatalogText>,
  shipped: Catalog,
): LoadedCatalogs {
  const files: CatalogFile[] = [];
  for (const path of catalogPaths(config.config)) {
    const text = texts.get(path);
    if (typeof text === 'string') files.push(readCatalogFile(createSource(path, text)));
  }
  const own = combineCatalogs(files, shipped);
  const catalogs = own.files.map((file) => file.catalog);
  const ids = catalogs.flatMap(({ controls, namespace }) => controls.map(({ id }) => ({ id, namespace })));
  return {
    own,
    catalog: withOwnEntries(shipped, catalogs),
    ids: createOwnIds(ids),
    problems: fileProblems(config, texts),
  };
}

function fileProblems(
  { config, root }: ParsedConfig,
  texts: ReadonlyMap<string, CatalogText>,
): ConfigProblem[] {
  return (config.catalogs ?? []).flatMap((name, index) => {
    const path = normalPath(name);
    const text = texts.get(path);
    const reason = liesOutside(path)
      ? 'it lies outside the folder of isms.yaml'
      : typeof text === 'object'
        ? text.failure
        : undefined;
    const isLeftAtHome = typeof text === 'object' && text.missing && isLocal(path);
    const node = root === undefined ? undefined : nodeAt(root, ['catalogs', index]);
    if (reason === undefined || isLeftAtHome || node === undefined) return [];
    const message = `The catalogue "${name}" cannot be used: ${reason}. None of its controls is known without it.`;
    return [{ message, hint: 'Correct the path, or remove the entry.', span: node.span }];
  });
}

/** `excerpts.local.yaml`: licensed text that stays on one machine, so that it is missing on all others. */
function isLocal(path: string): boolean {
  return /\.local\.(?:ya?ml|json)$/i.test(path);
}

function liesOutside(path: string): boolean {
  return /^(?:\/|[a-z]:)/i.test(path) || path.split('/').includes('..');
}
