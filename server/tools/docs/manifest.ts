import { describeSettings } from '../../src/engine/config/editorSettings';
import type { Rule } from '../../src/engine/rules/rule';

/**
 * The generated part of package.json: the settings. Everything else in the manifest is written by hand and kept as it
 * stands.
 */
export function manifestFiles(packageJson: string, rules: readonly Rule[]): ReadonlyMap<string, string> {
  const manifest = JSON.parse(packageJson) as { contributes?: Record<string, unknown> };
  const settings = describeSettings(rules).map(({ key, schema }) => [key, schema]);
  const configuration = { title: 'ISMS Policy', properties: Object.fromEntries(settings) as object };
  const contributes = { ...manifest.contributes, configuration };
  return new Map([['package.json', `${JSON.stringify({ ...manifest, contributes }, undefined, 2)}\n`]]);
}
