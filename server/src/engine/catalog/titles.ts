import { onDemand } from '../text/onDemand';
import { wordsOf } from '../text/words';
import type { Catalog, Control } from './catalog';

/** A title that the catalogue knows, and the controls of 2022 that carry it or took it over. */
export interface KnownTitle {
  readonly title: string;
  readonly edition: '2022' | '2013';
  /** The id that has this title in its edition. */
  readonly id: string;
  readonly controls: readonly string[];
}

export interface TitleJudge {
  /**
   * The known title of something else that stands where this control's title is expected. `undefined` for the control's
   * own title, however shortened or embellished, and for everything that is not recognised, such as another language.
   */
  foreignTitle(control: Control, written: string): KnownTitle | undefined;
}

/** Prepares all titles of both editions for comparing. */
export function createTitleJudge(catalog: Catalog): TitleJudge {
  const known = onDemand(() =>
    knownTitles(catalog).map((title) => ({ ...title, stems: stemsOf(title.title) })),
  );
  return {
    foreignTitle: (control, written) => {
      if (written === control.title || written === control.alternativeTitle) return undefined;
      const stems = stemsOf(written);
      if (stems.size === 0 || isTitleOf(control, stems)) return undefined;
      const exact = known().filter((title) => likeness(title.stems, stems) === 1);
      // Among several of that name, one that belongs to this control after all outranks the others.
      const [own] = exact.filter((title) => title.controls.includes(control.id));
      return own ?? exact[0] ?? nearTitle(control, stems, known());
    },
  };
}

function knownTitles({ controls, supersededControls }: Catalog): KnownTitle[] {
  const current = controls.flatMap(({ id, title, alternativeTitle }) =>
    [...new Set([title, alternativeTitle])].map((each): KnownTitle => {
      return { title: each, edition: '2022', id, controls: [id] };
    }),
  );
  const former = supersededControls.map(({ id, title, targets }): KnownTitle => {
    return { title, edition: '2013', id, controls: targets };
  });
  return [...current, ...former];
}

/** More than half of the words alike is the same title in other words. */
const ALIKE = 0.65;

/** The control's own title: equal, shortened, embellished, or nearly so. */
function isTitleOf(control: Control, stems: ReadonlySet<string>): boolean {
  return [control.title, control.alternativeTitle].some((title) => {
    const own = stemsOf(title);
    return within(stems, own) || within(own, stems) || likeness(own, stems) >= ALIKE;
  });
}

const NEAR = 0.75;
const FEWEST_WORDS = 3;

/** A title nearly as known that shares no word with any title of this control, those of its predecessors included. */
function nearTitle(
  control: Control,
  stems: ReadonlySet<string>,
  known: readonly (KnownTitle & { readonly stems: ReadonlySet<string> })[],
): KnownTitle | undefined {
  if (stems.size < FEWEST_WORDS) return undefined;
  const related = known.filter((title) => title.controls.includes(control.id));
  if (related.some((title) => [...title.stems].some((stem) => stems.has(stem)))) return undefined;
  const near = known.filter((title) => likeness(title.stems, stems) >= NEAR);
  return near.sort((a, b) => likeness(b.stems, stems) - likeness(a.stems, stems))[0];
}

/** Words that tell no title from another. */
const FILLERS: ReadonlySet<string> = new Set(
  'a an and as at by for from in of on or the their to with within against'.split(' '),
);
const STEM = 6;
/** `non-disclosure` and `nondisclosure` are one word. */
const PREFIX = /\b(non|re|de)-(?=\p{L})/giu;

/** The beginnings of a title's words: `manage` for manage, managing and management. */
function stemsOf(title: string): ReadonlySet<string> {
  const words = wordsOf(title.includes('-') ? title.replace(PREFIX, '$1') : title).filter(
    (word) => /\p{L}/u.test(word) && !FILLERS.has(word),
  );
  return new Set(words.map((word) => word.slice(0, STEM).replace(/(?<=.{3})(?:ies|y|s)$/, '')));
}

function within(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((stem) => whole.has(stem));
}

/** The share of words that two titles have in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((stem) => b.has(stem)).length;
  return common / (a.size + b.size - common);
}
