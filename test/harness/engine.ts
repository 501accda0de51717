import { readFileSync } from 'node:fs';
import { createEngine, type Engine } from '../../server/src/engine/engine';
import type { CheckResult } from '../../server/src/engine/check/check';
import type { Fix, Severity } from '../../server/src/engine/check/finding';
import type { CatalogData } from '../../server/src/engine/catalog/catalog';
import type { Isms } from '../../server/src/engine/index/model';
import { applyEdits } from '../../server/src/engine/text/edits';
import { parseFixture, type Fixture } from './fixture';

const data = JSON.parse(
  readFileSync(new URL('../../server/src/generated/catalog.json', import.meta.url), 'utf8'),
) as CatalogData;

/** The engine with the real catalogue, as the product has it. */
export const engine: Engine = createEngine(data);
export const catalogData = data;

export const TODAY = '2026-11-22';

/** The ISMS of a fixture: `isms.yaml` is its configuration, all other files are read. */
export function ismsOf(fixture: Fixture): Isms {
  const configFile = fixture.files.find((file) => file.path === 'isms.yaml');
  const config = configFile === undefined ? undefined : engine.loadConfig(configFile.path, configFile.text);
  const readable = fixture.files.filter((file) => file !== configFile && file.unreadable === undefined);
  const files = readable.map((file) => [file.path, engine.read(file.path, file.text, config)] as const);
  const unreadable = fixture.files.flatMap((file) =>
    file.unreadable === undefined ? [] : [{ path: file.path, reason: file.unreadable }],
  );
  return engine.build({ config, files: new Map(files), unreadable });
}

export function checkFixture(
  literal: string,
  severities: Readonly<Record<string, Severity | 'off'>> = {},
): CheckResult & { readonly isms: Isms; readonly fixture: Fixture } {
  const fixture = parseFixture(literal);
  const isms = ismsOf(fixture);
  return { ...engine.check(isms, { today: TODAY, severities }), isms, fixture };
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
