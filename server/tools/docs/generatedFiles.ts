import type { CatalogData } from '../../src/engine/catalog/catalog';
import { createEngine } from '../../src/engine/engine';
import { ciFiles } from './ci/templates';
import { ciPage } from './ci/page';
import { changesPage } from './changesPage';
import { commandLinePage } from './commandLine';
import { configurationPage } from './configuration';
import { grammarFiles } from './grammars';
import { manPage } from './manPage';
import { manifestFiles } from './manifest';
import { ruleIndex } from './ruleIndex';
import { rulePages } from './rulePages';
import { schemaFiles } from './schemas';
import { snippetFiles } from './snippets';

/** What the generated files are made from, besides the rules. */
export interface Sources {
  readonly catalog: CatalogData;
  /** The text of package.json. */
  readonly manifest: string;
  /** The text of package.nls.json. */
  readonly words: string;
  /** The text of README.md. */
  readonly readme: string;
}

/** Every generated file that is checked in, by path from the root of the repository. Pure: the same sources give the same files. */
export function generatedFiles({ catalog, manifest, words, readme }: Sources): ReadonlyMap<string, string> {
  const engine = createEngine(catalog);
  const { homepage, version } = JSON.parse(manifest) as { homepage: string; version: string };
  return new Map([
    ...rulePages(engine),
    ...ruleIndex(engine.rules, readme),
    ...configurationPage(engine.rules),
    ...changesPage(),
    ...commandLinePage(),
    ...manPage(version),
    ...ciFiles(version),
    ...ciPage(version),
    ...schemaFiles(homepage),
    ...grammarFiles(catalog, engine.rules),
    ...snippetFiles(engine.rules),
    ...manifestFiles({ manifest, words }, engine.rules),
  ]);
}
