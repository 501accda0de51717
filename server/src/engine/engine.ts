import { createCatalog, type Catalog, type CatalogData } from './catalog/catalog';
import type { CrosswalkData } from './catalog/crosswalkData';
import { createVocabulary, type Vocabulary } from './catalog/vocabulary';
import { check, prepareCheck, type CheckOptions, type CheckResult } from './check/check';
import type { Severity } from './check/finding';
import type { CheckMemory } from './check/memory';
import { parseConfig, type ParsedConfig } from './config/parse';
import type { Baseline } from './facts/baselineFacts';
import type { FileFacts } from './facts/facts';
import { impactOf, type Impact } from './impact/impact';
import { buildIsms } from './index/build';
import { createClassifier } from './index/classify';
import type { FileTree } from './index/fileTree';
import { loadCatalogs, type CatalogText, type LoadedCatalogs } from './index/catalogFiles';
import { createMappingReader } from './index/mappings';
import type { Isms, UnreadableFile } from './index/model';
import { createElementMemory } from './index/settledElements';
import { createTextMemory, type TextMemory } from './index/textMemory';
import { createVagueMemory } from './index/vagueReader';
import { readBaseline } from './readers/baseline';
import type { ReadContext } from './readers/context';
import { readFile } from './readers/readFile';
import { structuredFormat } from './facts/formats';
import { readStructured } from './readers/readStructured';
import { RULES } from './rules/registry';
import type { Rule } from './rules/rule';
import { createRowReader } from './rules/soa/rowReading';
import { createSource, type Source } from './text/source';

/** A file as the engine keeps it: its text and what was read from it. */
export interface ReadSource {
  readonly source: Source;
  readonly facts: FileFacts;
}

/** A configuration, and the catalogue files that it names once they are read. */
export type LoadedConfig = ParsedConfig & { readonly source: Source; readonly catalogs?: LoadedCatalogs };

export interface CheckRequest {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** The files whose findings are wanted: see `CheckOptions`. */
  readonly asks?: (path: string) => boolean;
}

/** The engine: everything that the editor and the command line know comes from these functions. */
export interface Engine {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  readonly rules: readonly Rule[];
  loadConfig(path: string, text: string): LoadedConfig;
  /** The accepted findings of `.isms-baseline`, or of another file. */
  loadBaseline(path: string, text: string): Baseline;
  /** The configuration with its catalogue files; `texts` has what was found for each of `catalogPaths(config)`. */
  withCatalogs(config: LoadedConfig, texts: ReadonlyMap<string, CatalogText>): LoadedConfig;
  /** Reads one file. Keep the result while neither the text nor the configuration's keys change. */
  read(path: string, text: string, config: LoadedConfig | undefined): ReadSource;
  build(input: {
    readonly config: LoadedConfig | undefined;
    readonly files: ReadonlyMap<string, ReadSource>;
    readonly unreadable?: readonly UnreadableFile[];
    readonly baseline?: Baseline | undefined;
    /** All files there are below the root, read or not: what links may lead to. Without it, those that are given. */
    readonly tree?: FileTree | undefined;
    /** What git ignores: see `Isms`. */
    readonly ignored?: readonly string[];
    /** What the ISMS was before: whatever did not change since is the same value again. */
    readonly previous?: Isms | undefined;
    /** The only files of `previous` that may have changed since, where that is known. */
    readonly edited?: readonly string[] | undefined;
  }): Isms;
  /** Checks an ISMS. A memory, kept for one ISMS from edit to edit, spares what an edit does not concern. */
  check(isms: Isms, options: CheckRequest, memory?: CheckMemory): CheckResult;
  /** Does a part of that work ahead, until the time is up. True once nothing is left to be done. */
  prepareCheck(isms: Isms, options: CheckRequest, memory: CheckMemory, isTimeUp: () => boolean): boolean;
  /** What lies between two states of an ISMS, judged by the configuration of the first. */
  impact(base: Isms, head: Isms, options: Pick<CheckOptions, 'today' | 'severities'>): Impact;
  /** What was found out about texts while checking, for those who keep it from one run to the next. */
  readonly texts: TextMemory;
}

const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id);

/** Builds the engine from the compiled catalogue, for a reader's language (`de-AT`; default English). Pure: no I/O, no clock. */
export function createEngine(data: CatalogData, crosswalks?: CrosswalkData, locale?: string): Engine {
  const catalog = createCatalog(data, crosswalks, locale);
  const vocabulary = createVocabulary(data.vocabulary);
  const elements = createElementMemory(catalog.terms);
  const kept = { classifier: createClassifier(), mappingReader: createMappingReader() };
  const vague = createVagueMemory(vocabulary);
  const running = { rules: RULES, elements: elements.read, vague: vague.read, readSoaRow: createRowReader() };
  return Object.freeze({
    catalog,
    vocabulary,
    rules: RULES,
    loadConfig: (path: string, text: string) => {
      const source = createSource(path, text);
      return { ...parseConfig(source.text, RULE_IDS), source };
    },
    loadBaseline: (path: string, text: string) => readBaseline(createSource(path, text)),
    withCatalogs: (config: LoadedConfig, texts: ReadonlyMap<string, CatalogText>) => {
      if (config.config.catalogs === undefined) return config;
      const catalogs = loadCatalogs(config, texts, catalog);
      return { ...config, catalogs, problems: [...config.problems, ...catalogs.problems] };
    },
    read: (path: string, text: string, config: LoadedConfig | undefined) =>
      readSource(createSource(path, text), readContext(vocabulary, config)),
    build: (input) =>
      buildIsms({
        catalog: input.config?.catalogs?.catalog ?? catalog,
        vocabulary,
        ...input,
        unreadable: input.unreadable ?? [],
        ownCatalogs: input.config?.catalogs?.own,
        baseline: input.baseline,
        ignored: input.ignored ?? [],
        ...kept,
      }),
    check: (isms: Isms, options, memory) => check(isms, { ...options, ...running }, memory),
    prepareCheck: (isms: Isms, options, ...rest) => prepareCheck(isms, { ...options, ...running }, ...rest),
    impact: (base: Isms, head: Isms, options) => impactOf(base, head, { ...options, ...running }),
    texts: createTextMemory(elements, vague),
  } satisfies Engine);
}

function readSource(source: Source, context: ReadContext): ReadSource {
  const format = structuredFormat(source.path);
  const facts = format === undefined ? readFile(source, context) : readStructured(source, format, context);
  return { source, facts };
}

function readContext(vocabulary: Vocabulary, config: LoadedConfig | undefined): ReadContext {
  const keys = Object.entries(config?.config.controlKeys ?? {});
  const extraKeys = new Map(keys.map(([key, meaning]) => [key.toLowerCase(), meaning]));
  return { vocabulary, extraKeys, ownIds: config?.catalogs?.ids };
}
