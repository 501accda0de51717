import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Translation } from '../../src/engine/catalog/translations';
import { readCards, withoutTerms } from './compile';

/**
 * Reads `catalog/translations/LANGUAGE.yaml` with the cards in `iso27001-2022/controls/LANGUAGE/`. Throws with the file's name
 * where one is no translation.
 */
export function readTranslations(directory: string): Translation[] {
  const folder = join(directory, 'translations');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => readTranslation(directory, join(folder, name), name));
}

function readTranslation(directory: string, path: string, name: string): Translation {
  const { language, words } = parse(readFileSync(path, 'utf8')) as Partial<Translation>;
  if (`${language}.yaml` !== name || typeof words !== 'object')
    throw new Error(`translations/${name} needs "language: ${name.replace(/\.yaml$/, '')}" and "words:"`);
  const cards = join(directory, 'iso27001-2022', 'controls', language ?? '');
  const read = existsSync(cards) ? [...readCards(cards)] : [];
  return {
    language: language ?? '',
    words,
    cards: Object.fromEntries(read.map(([id, { card }]) => [id, withoutTerms(card)])),
  };
}
