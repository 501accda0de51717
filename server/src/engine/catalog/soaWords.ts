/** How one language, or one way of ticking boxes, writes the answers of an SoA. */
export interface SoaAnswers {
  /** Headers of the applicability column that go with these answers. */
  readonly headers: readonly string[];
  readonly applicable: string;
  readonly 'not-applicable': string;
  readonly implemented: string;
  readonly partial: string;
  readonly planned: string;
  readonly 'not-started': string;
  /** "Treats", as in "Treats R-004". */
  readonly treats: string;
  /** "Required by", as in "Required by REQ-02". */
  readonly requiredBy: string;
  readonly and: string;
}

/** `soaWords` of `catalog/vocabulary.yaml`. */
export type SoaWordsData = Readonly<
  Record<'endDates' | 'totalsHeadings' | 'total' | 'beside', readonly string[]>
>;

/** Words of an SoA that stand outside its answers: headers of dates, and totals. */
export interface SoaWords {
  /** True for the header of a column with the end of an exclusion. */
  readonly isEndDate: (header: string) => boolean;
  /** True for a heading such as "Summary". */
  readonly isTotalsHeading: (heading: string) => boolean;
  /** True for a word such as "Total". */
  readonly isTotal: (word: string) => boolean;
  /** True for a word that may stand beside what is counted: "controls", "number". */
  readonly isBesideCount: (word: string) => boolean;
}

export function createSoaWords(
  data: SoaWordsData,
  wordIn: (words: readonly string[]) => (text: string) => boolean,
): SoaWords {
  return {
    isEndDate: wordIn(data.endDates),
    isTotalsHeading: wordIn(data.totalsHeadings),
    isTotal: wordIn(data.total),
    isBesideCount: wordIn(data.beside),
  };
}
