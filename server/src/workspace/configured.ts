import type { Engine, LoadedConfig } from '../engine/engine';
import type { Baseline } from '../engine/facts/baselineFacts';
import type { CatalogText } from '../engine/index/catalogFiles';
import { createIncludeFilter, isNamed } from '../engine/index/include';
import { BASELINE_FILE } from '../engine/readers/baseline';
import { catalogTexts, sameCatalogs } from './catalogTexts';
import type { FileStore } from './fileStore';
import type { ReadFailure } from './fileSystem';
import { CONFIG_FILE } from './walk';

/** A configuration that was read. */
export interface Configured {
  readonly text: string;
  /** What the store has for the catalogue files that it names. */
  readonly catalogs: ReadonlyMap<string, CatalogText>;
  readonly loaded: LoadedConfig;
  readonly includes: (path: string) => boolean;
}

/** Where a configuration and a baseline come from, with the configuration that was read last. */
export interface ConfigState {
  readonly options: {
    readonly engine: Engine;
    readonly configuration?: { readonly path: string; readonly text: string };
    readonly baseline?: { readonly path: string; readonly text: string } | 'none';
  };
  readonly store: FileStore;
  config: Configured | undefined;
}

/** The configuration that counts now; parsed once per text. */
export function configOf(state: ConfigState): Configured | undefined {
  const path = state.options.configuration?.path ?? CONFIG_FILE;
  const text = state.options.configuration?.text ?? state.store.text(CONFIG_FILE);
  if (typeof text !== 'string') return undefined;
  if (state.config?.text !== text || !sameCatalogs(state.config.catalogs, state.store)) {
    const parsed = state.options.engine.loadConfig(path, text);
    const catalogs = catalogTexts(parsed.config, state.store);
    const loaded = state.options.engine.withCatalogs(parsed, catalogs);
    const matches = createIncludeFilter(loaded.config);
    state.config = {
      text,
      catalogs,
      loaded,
      includes: (each) => matches(each) || isNamed(loaded.config, each),
    };
  }
  return state.config;
}

export function isCatalog(state: ConfigState, path: string): boolean {
  return configOf(state)?.catalogs.has(path) ?? false;
}

/** The accepted findings; read anew with every change, because it is short. */
export function baselineOf({ options, store }: ConfigState): Baseline | ReadFailure | undefined {
  if (options.baseline === 'none') return undefined;
  const { path, text } = options.baseline ?? { path: BASELINE_FILE, text: store.text(BASELINE_FILE) };
  return typeof text === 'string' ? options.engine.loadBaseline(path, text) : text;
}
