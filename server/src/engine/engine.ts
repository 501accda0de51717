import { createCatalog, type Catalog, type CatalogData } from './catalog/catalog';
import { createVocabulary, type Vocabulary } from './catalog/vocabulary';
import { check, type CheckResult } from './check/check';
import type { Severity } from './check/finding';
import { parseConfig, type ParsedConfig } from './config/parse';
import type { FileFacts } from './facts/facts';
import { buildIsms } from './index/build';
import type { Isms, UnreadableFile } from './index/model';
import type { ReadContext } from './readers/context';
import { readFile } from './readers/readFile';
import { RULES } from './rules/registry';
import type { Rule } from './rules/rule';
import { createSource, type Source } from './text/source';

/** A file as the engine keeps it: its text and what was read from it. */
export interface ReadSource {
  readonly source: Source;
  readonly facts: FileFacts;
}

export type LoadedConfig = ParsedConfig & { readonly source: Source };

/** The engine: everything that the editor and the command line know comes from these functions. */
export interface Engine {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  readonly rules: readonly Rule[];
  loadConfig(path: string, text: string): LoadedConfig;
  /** Reads one file. Keep the result while neither the text nor the configuration's keys change. */
  read(path: string, text: string, config: LoadedConfig | undefined): ReadSource;
  build(input: { readonly config: LoadedConfig | undefined; readonly files: ReadonlyMap<string, ReadSource>; readonly unreadable?: readonly UnreadableFile[] }): Isms;
  check(isms: Isms, options: { readonly today: string; readonly severities?: Readonly<Record<string, Severity | 'off'>> }): CheckResult;
}

/** Builds the engine from the compiled catalogue. Pure: no I/O, no clock. */
export function createEngine(data: CatalogData): Engine {
  const catalog = createCatalog(data);
  const vocabulary = createVocabulary(data.vocabulary);
  const ruleIds = RULES.map((rule) => rule.id);
  return Object.freeze({
    catalog,
    vocabulary,
    rules: RULES,
    loadConfig: (path: string, text: string) => {
      const source = createSource(path, text);
      return { ...parseConfig(source.text, ruleIds), source };
    },
    read: (path: string, text: string, config: LoadedConfig | undefined) => {
      const source = createSource(path, text);
      return { source, facts: readFile(source, readContext(vocabulary, config)) };
    },
    build: (input) => buildIsms({ catalog, vocabulary, config: input.config, files: input.files, unreadable: input.unreadable ?? [] }),
    check: (isms: Isms, options) => check(isms, { ...options, rules: RULES }),
  } satisfies Engine);
}

function readContext(vocabulary: Vocabulary, config: LoadedConfig | undefined): ReadContext {
  const keys = Object.entries(config?.config.controlKeys ?? {});
  return { vocabulary, extraKeys: new Map(keys.map(([key, meaning]) => [key.toLowerCase(), meaning])) };
}
