import { readFileSync } from 'node:fs';
import { createEngine, type Engine } from '../../server/src/engine/engine';
import type { CheckResult } from '../../server/src/engine/check/check';
import type { Fix, Severity } from '../../server/src/engine/check/finding';
import type { CatalogData } from '../../server/src/engine/catalog/catalog';
import type { CrosswalkData } from '../../server/src/engine/catalog/crosswalkData';
import type { Isms } from '../../server/src/engine/index/model';
import { applyEdits } from '../../server/src/engine/text/edits';
import { checkExample, EXAMPLE_DAY, exampleIsms } from '../../server/tools/docs/exampleIsms';
import { parseFixture, type Fixture } from './fixture';

const data = JSON.parse(
  readFileSync(new URL('../../server/src/generated/catalog.json', import.meta.url), 'utf8'),
) as CatalogData;

const crosswalks = JSON.parse(
  readFileSync(new URL('../../server/src/generated/crosswalks.json', import.meta.url), 'utf8'),
) as CrosswalkData;

/** The engine with the real catalogue, as the product has it. */
export const engine: Engine = createEngine(data);
/** The same with the relations to other frameworks, which some hosts load only when they are shown. */
export const engineWithCrosswalks: Engine = createEngine(data, crosswalks);
export const catalogData = data;

export const TODAY = EXAMPLE_DAY;

/** The ISMS of a fixture: `isms.yaml` is its configuration, all other files are read. */
export function ismsOf(fixture: Fixture): Isms {
  return exampleIsms(engine, fixture);
}

export function checkFixture(
  literal: string,
  severities: Readonly<Record<string, Severity | 'off'>> = {},
): CheckResult & { readonly isms: Isms; readonly fixture: Fixture } {
  const fixture = parseFixture(literal);
  return { ...checkExample(engine, fixture, severities), fixture };
}

/** The files after a fix, by path. */
export function applyFix(fixture: Fixture, fix: Fix): Map<string, string> {
  const files = new Map(fixture.files.map((file) => [file.path, file.text]));
  for (const path of new Set(fix.edits.map((edit) => edit.path))) {
    files.set(
      path,
      applyEdits(
        files.get(path) ?? '',
        fix.edits.filter((edit) => edit.path === path),
      ),
    );
  }
  for (const created of fix.creates) files.set(created.path, created.text);
  return files;
}
