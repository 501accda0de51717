import { describeSettings, SETTINGS_SECTION } from '../../src/engine/config/editorSettings';
import type { Rule } from '../../src/engine/rules/rule';

/**
 * The generated part of package.json and of its English words in package.nls.json: the settings. Everything else in them
 * is written by hand and kept as it stands. Rules are described in English in every language, as their pages are.
 */
export function manifestFiles(
  { manifest: packageJson, words }: { readonly manifest: string; readonly words: string },
  rules: readonly Rule[],
): ReadonlyMap<string, string> {
  const manifest = JSON.parse(packageJson) as { contributes?: Record<string, unknown> };
  const settings = describeSettings(rules);
  const properties = settings.map(({ key, schema }) => [key, { ...schema, markdownDescription: `%${key}%` }]);
  const configuration = { title: 'ISMS Policy', properties: Object.fromEntries(properties) as object };
  const contributes = { ...manifest.contributes, configuration };
  const byHand = Object.entries(JSON.parse(words) as Record<string, string>).filter(
    ([key]) => !key.startsWith(`${SETTINGS_SECTION}.`),
  );
  const described = settings.map(({ key, schema }) => [key, schema['markdownDescription']]);
  return new Map([
    ['package.json', json({ ...manifest, contributes })],
    ['package.nls.json', json(Object.fromEntries([...byHand, ...described]))],
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
