import type { Card } from './catalog';

/** The catalogue's texts in another language than English, the source. What is missing is shown in English. */
export interface Translation {
  /** As in `de`; regions are not told apart. */
  readonly language: string;
  /** The words of the interface, by their English form; `{0}` stands for a value. */
  readonly words: Readonly<Record<string, string>>;
  /** Cards by control id. */
  readonly cards: Readonly<Record<string, Card>>;
}

/** Says a text of the interface in one language, with values for `{0}`, `{1}` … */
export type Say = (text: string, ...values: readonly (string | number)[]) => string;

/** The translation for a locale as editors name it (`de`, `de-AT`); `undefined` for English and for what there is none. */
export function translationFor(
  translations: readonly Translation[],
  locale: string | undefined,
): Translation | undefined {
  const language = locale?.toLowerCase().split(/[-_]/)[0];
  return translations.find((each) => each.language === language);
}

export function createSay(translation: Translation | undefined): Say {
  return (text, ...values) =>
    (translation?.words[text] ?? text).replace(/\{(\d)\}/g, (placeholder, index: string) =>
      String(values[Number(index)] ?? placeholder),
    );
}
