import { parse as parseYaml } from 'yaml';
import type { TermGroups } from './termSyntax';

/** Reads `catalog/term-groups.yaml`: a name and its phrases, separated by `;`. Throws where a line is something else. */
export function readTermGroups(yaml: string): TermGroups {
  const groups = parseYaml(yaml) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(groups).map(([name, phrases]) => {
      if (typeof phrases !== 'string')
        throw new Error(`term-groups.yaml: "${name}" is no list of phrases separated by ";"`);
      return [name, splitTerms(phrases)];
    }),
  );
}

/** A list of terms or phrases, as cards and groups hold it. */
export function splitTerms(list: string): string[] {
  return list
    .split(';')
    .map((term) => term.trim())
    .filter((term) => term !== '');
}
