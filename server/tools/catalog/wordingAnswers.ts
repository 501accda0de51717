import type { CatalogData } from '../../src/engine/catalog/catalog';
import { addressedElements, createTermIndex } from '../../src/engine/catalog/terms';

/**
 * The elements that each sentence of a card's wording settles, read as a sentence of a document would be. Known at build
 * time, so that nobody prepares the terms of a control only to offer its sentences.
 */
export function wordingAnswers({
  controls,
  terms,
}: Pick<CatalogData, 'controls' | 'terms'>): CatalogData['wordingAnswers'] {
  const index = createTermIndex(terms);
  return Object.fromEntries(
    controls.map((control) => {
      const answered = control.card.wording.map((sentence) => {
        // What stands in a placeholder is the author's to decide, so it answers nothing.
        const said = sentence.replace(/\{\{\w+\}\}/g, '…');
        return [...(addressedElements(index, [said], [control.id]).get(control.id) ?? [])];
      });
      return [control.id, answered];
    }),
  );
}
