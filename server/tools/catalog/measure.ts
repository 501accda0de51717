import { addressedElements, createTermIndex } from '../../src/engine/catalog/terms';
import { sentencesOf } from '../../src/engine/text/sentences';
import { compileTerms, type TermSource } from './compileTerms';

/** A text with the elements of one control's card that it settles. */
export interface LabelledText {
  readonly control: string;
  readonly elements: readonly string[];
  readonly text: string;
}

export interface Measurement {
  readonly passages: number;
  readonly traps: number;
  /** Labelled elements in all, and of them found. */
  readonly labelled: number;
  readonly found: number;
  readonly wrong: number;
  readonly precision: number;
  readonly recall: number;
  /** One line for each element that was missed or wrongly found, in the order of the set. */
  readonly errors: readonly string[];
}

/** How well the terms find what is there: counted over single elements, each text against its own control's card. */
export function measureTerms(catalog: TermSource, texts: readonly LabelledText[]): Measurement {
  const index = createTermIndex(compileTerms(catalog));
  const errors: string[] = [];
  let found = 0;
  let wrong = 0;
  for (const { control, elements, text } of texts) {
    const addressed =
      addressedElements(index, sentencesOf(text), [control]).get(control) ?? new Set<string>();
    const missed = elements.filter((element) => !addressed.has(element));
    const surplus = [...addressed].filter((element) => !elements.includes(element));
    found += elements.length - missed.length;
    wrong += surplus.length;
    errors.push(
      ...missed.map((element) => `missed ${control} ${element}: ${text}`),
      ...surplus.map((element) => `wrong ${control} ${element}: ${text}`),
    );
  }
  const labelled = texts.reduce((sum, { elements }) => sum + elements.length, 0);
  return {
    passages: texts.length,
    traps: texts.filter(({ elements }) => elements.length === 0).length,
    labelled,
    found,
    wrong,
    precision: found / (found + wrong || 1),
    recall: found / (labelled || 1),
    errors,
  };
}
