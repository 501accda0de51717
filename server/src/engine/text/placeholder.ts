/** What people write where a value is still to come, and where there is none. */
export interface PlaceholderWords {
  /** True for "TBD", "to be determined", "YYYY-MM-DD". */
  readonly isPlaceholderWord: (text: string) => boolean;
  /** True for an empty text, "null", "n/a" and marks such as a dash. */
  readonly isEmptyValue: (text: string) => boolean;
}

/** `[Date]`, `<owner>`, `{{ name }}`, `$DATE$`, `%NAME%`: a value in brackets that stands for another. */
const BRACKETED =
  /^(?:\[[^[\]]*\]|<[^<>]*>|\{\{[^{}]*\}\}|\{[^{}]*\}|\$\{?[A-Z_]+\}?\$?|%[A-Z_]+%|«[^«»]*»)$/;

/** Letters that stand for digits: `2026-XX-XX`, `__.__.____`, `v?.?`. */
const BLANKED = /^(?=.*(?:XX|xx|__|\?\?))[\dXx_?./: -]+$|^(?:_{2,}|\.{3,}|…+|\?+)$/;

/** True where the whole value is a placeholder and none of it is content. */
export function isPlaceholder(value: string, words: PlaceholderWords): boolean {
  const text = value.trim();
  if (text === '') return false;
  return BRACKETED.test(text) || BLANKED.test(text) || words.isPlaceholderWord(text);
}
