import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Card, CatalogData, Control } from '../../src/engine/catalog/catalog';
import type { CrosswalkData } from '../../src/engine/catalog/crosswalkData';
import type { ReasonData } from '../../src/engine/catalog/reasonWords';
import type { VocabularyData } from '../../src/engine/catalog/vocabulary';
import type { WeakJustifications } from '../../src/engine/catalog/weakWords';
import { compareIds } from '../../src/engine/ids/numbering';
import { LANGUAGE_WORDS } from '../../src/engine/text/language';
import { compileTerms, type TermSource } from './compileTerms';
import { readCard, type CardFile, type WrittenCard } from './readCard';
import {
  readAttributes,
  readAttributeValues,
  readClauses,
  readControls,
  readDocumentedInformation,
  readSuperseded,
} from './readFacts';
import { readCrosswalks } from './readCrosswalks';
import { readTermGroups } from './readTermGroups';
import { readTranslations } from './readTranslations';
import { catalogProblems } from './validate';
import { crosswalkProblems } from './validateCrosswalks';
import { wordingAnswers } from './wordingAnswers';

/** A control with its card as it is written. */
export interface WrittenControl extends Control {
  readonly card: WrittenCard;
}

/** What the controls' cards and their terms are compiled from. */
export interface WrittenCards extends TermSource {
  readonly controls: readonly WrittenControl[];
}

/** Reads the cards of `catalog/`. Throws where a control has none. */
export function readWrittenCards(directory: string): WrittenCards {
  const read = (...path: string[]): string => readFileSync(join(directory, ...path), 'utf8');
  const attributes = readAttributes(read('iso27001-2022', 'attributes.csv'));
  const cards = readCards(join(directory, 'iso27001-2022', 'controls'));
  const controls = readControls(read('iso27001-2022', 'controls.csv')).map((facts) => {
    const card = cards.get(facts.id)?.card;
    const tags = attributes.get(facts.id);
    if (card === undefined || tags === undefined)
      throw new Error(`${facts.id} has no ${card === undefined ? 'card' : 'attributes'}`);
    return { ...facts, attributes: tags, card };
  });
  controls.sort((a, b) => compareIds(a.id, b.id));
  return { controls, termGroups: readTermGroups(read('term-groups.yaml')) };
}

/** Compiles `catalog/` into the one value that ships. Throws with all problems at once where the catalogue is unsound. */
export function compileCatalog(directory: string): CatalogData {
  const read = (...path: string[]): string => readFileSync(join(directory, ...path), 'utf8');
  const written = readWrittenCards(directory);
  const controls = written.controls.map((control) => ({ ...control, card: withoutTerms(control.card) }));
  const terms = compileTerms(written, LANGUAGE_WORDS);
  const data: CatalogData = {
    controls,
    wordingAnswers: wordingAnswers({ controls, terms }),
    superseded: readSuperseded(read('iso27001-2013', 'to-2022.csv')),
    clauses: readClauses(read('iso27001-2022', 'clauses.csv')),
    attributes: readAttributeValues(read('iso27001-2022', 'attribute-values.csv')),
    documentedInformation: readDocumentedInformation(read('iso27001-2022', 'documented-information.csv')),
    vocabulary: {
      ...(parseYaml(read('vocabulary.yaml')) as Omit<VocabularyData, 'vagueWording'>),
      vagueWording: parseYaml(read('vagueWording.yaml')) as VocabularyData['vagueWording'],
    },
    terms,
    weakJustifications: parseYaml(read('weakJustifications.yaml')) as WeakJustifications,
    translations: readTranslations(directory),
    reasons: parseYaml(read('reasons.yaml')) as ReasonData,
  };
  const problems = catalogProblems(data);
  if (problems.length > 0) throw new Error(`The catalogue is unsound:\n${problems.join('\n')}`);
  return data;
}

/** Compiles `catalog/crosswalks/`, whose edges lead to the controls and clauses of `catalog`. Throws like `compileCatalog`. */
export function compileCrosswalks(directory: string, catalog: CatalogData): CrosswalkData {
  const data = readCrosswalks(join(directory, 'crosswalks'));
  const problems = crosswalkProblems(data, {
    controls: new Set(catalog.controls.map((control) => control.id)),
    clauses: new Set(catalog.clauses.map((clause) => clause.id)),
  });
  if (problems.length > 0) throw new Error(`The crosswalks are unsound:\n${problems.join('\n')}`);
  return data;
}

/** A card as it ships: its terms are compiled apart. */
export function withoutTerms(card: WrittenCard): Card {
  return { ...card, elements: card.elements.map(({ id, question }) => ({ id, question })) };
}

/** All cards of a folder, by id. */
export function readCards(directory: string): Map<string, CardFile> {
  const files = readdirSync(directory).filter((name) => name.endsWith('.md'));
  return new Map(
    files.map((name) => {
      const file = readCard(readFileSync(join(directory, name), 'utf8'), name);
      if (`${file.id}.md` !== name) throw new Error(`${name}: its id is ${file.id}`);
      return [file.id, file];
    }),
  );
}
