import { addressedElements, createTermIndex, type TermIndex } from '../../src/engine/catalog/terms';
import { foldText } from '../../src/engine/text/words';
import { comparableSentences, countWords, gramsOf, proseOf } from './prose';
import type { WrittenCards, WrittenControl } from './compile';
import { compileTerms } from './compileTerms';
import { CARD_SECTIONS, type CardFile, type WrittenElement } from './readCard';
import { phraseProblems, termProblems, type TermGroups } from './termSyntax';
import { bannedIn, passivesIn, wordingProblems } from './wordingRules';

/**
 * The share of the smaller card's five-word runs that stand on the other card as well (containment, so that a long card
 * cannot hide a copied paragraph). A card has about 450 runs: cards about neighbouring subjects share titles and fixed
 * expressions of the field, two or three runs. One copied sentence of ten words adds six and passes 1 %.
 */
export const HIGHEST_OVERLAP = 0.01;

export const FEWEST_WORDS = 350;
/** Longer first steps do not fit a hover. */
const LONGEST_FIRST_STEP = 40;
const SHORTEST_REASON = 6;
const LARGER = 'Larger or regulated:';

/** The fewest and the most of each part that a card may hold. */
const COUNTS = {
  how: [5, 10],
  elements: [3, 8],
  wording: [2, 6],
  evidence: [3, 6],
  findings: [2, 5],
  related: [2, 6],
} as const;

/** Everything that breaks a rule of `catalog/README.md`, one line each; empty where all cards are sound. */
export function qualityProblems(
  cards: WrittenCards,
  files: ReadonlyMap<string, CardFile>,
): readonly string[] {
  const index = createTermIndex(compileTerms(cards));
  const about = (control: WrittenControl): string[] =>
    [
      ...shapeProblems(control, files.get(control.id)),
      ...stepProblems(control),
      ...proseOf(control.card).flatMap((text) => [
        ...bannedIn(text).map((word) => `says "${word}"`),
        ...passivesIn(text).map((words) => `says "${words}"`),
      ]),
      ...control.card.wording.flatMap((sentence) =>
        wordingProblems(sentence).map((problem) => `wording ${problem}: ${sentence}`),
      ),
      ...control.card.elements.flatMap((element) => elementProblems(element, cards.termGroups)),
      ...titleProblems(control, index),
    ].map((problem) => `${control.id}: ${problem}`);
  return [
    ...cards.controls.flatMap(about),
    ...relationProblems(cards.controls),
    ...sharedSentences(cards.controls),
    ...overlapProblems(cards.controls),
    ...groupProblems(cards),
  ];
}

function shapeProblems({ card, newIn2022, title }: WrittenControl, file: CardFile | undefined): string[] {
  const expected = CARD_SECTIONS.filter((section) => section !== 'New in 2022' || newIn2022);
  const counts = Object.entries(COUNTS) as [keyof typeof COUNTS, readonly [number, number]][];
  return [
    ...(file === undefined ? ['has no card'] : []),
    ...(file !== undefined && file.title !== title
      ? [`is titled "${file.title}" instead of "${title}"`]
      : []),
    ...(file !== undefined && file.sections.join() !== expected.join()
      ? [`has the sections ${file.sections.join(', ')}`]
      : []),
    ...counts
      .filter(([part, [fewest, most]]) => card[part].length < fewest || card[part].length > most)
      .map(([part]) => `has ${card[part].length} × ${part}`),
    ...duplicates(card.elements.map((element) => element.id)).map((id) => `has the element ${id} twice`),
    ...(countWords(card) < FEWEST_WORDS ? [`has only ${countWords(card)} words`] : []),
    ...card.evidence
      .filter((row) => row.what === '' || row.source === '' || row.frequency === '')
      .map((row) => `has an empty cell beside "${row.what}"`),
  ];
}

function stepProblems({ card }: WrittenControl): string[] {
  const first = card.how.slice(0, 3);
  return [
    ...first
      .filter((step) => step.split(/\s+/).length > LONGEST_FIRST_STEP)
      .map((step) => `has a first step of ${step.split(/\s+/).length} words: ${step}`),
    ...(first.some((step) => step.startsWith(LARGER)) ? [`has "${LARGER}" among its first three steps`] : []),
    ...(card.how.some((step) => step.startsWith(LARGER)) ? [] : [`has no step that begins with "${LARGER}"`]),
  ];
}

function elementProblems(element: WrittenElement, groups: TermGroups): string[] {
  const terms = Object.values(element.terms).flat();
  const languages = ['en', 'de', 'any'].filter((language) => (element.terms[language] ?? []).length === 0);
  return [
    ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(element.id) ? [] : ['has an id that is not kebab-case']),
    ...(element.question.endsWith('?') ? [] : ['asks no question']),
    ...languages.map((language) => `has no terms under "${language}"`),
    ...terms.flatMap((term) =>
      termProblems(term, groups).map((problem) => `has a term that ${problem}: ${term}`),
    ),
    ...Object.values(element.terms).flatMap((list) =>
      duplicates(list.map(foldText)).map((term) => `has a term twice: ${term}`),
    ),
  ].map((problem) => `element ${element.id} ${problem}`);
}

/** A title names the subject and decides nothing, so terms that it satisfies would find every text about the subject. */
function titleProblems({ id, title, alternativeTitle }: WrittenControl, index: TermIndex): string[] {
  const settled = addressedElements(index, [title, alternativeTitle], [id]).get(id) ?? new Set<string>();
  return [...settled].map((element) => `element ${element} has a term that the mere title satisfies`);
}

/**
 * A relation may be answered from the other side or not, because what matters to one control need not matter to the
 * other; but each says why in words that stand nowhere else.
 */
function relationProblems(controls: readonly WrittenControl[]): string[] {
  const reasons = controls.flatMap(({ id, card }) =>
    card.related.map((relation) => ({ from: id, ...relation })),
  );
  const shared = duplicates(reasons.map(({ reason }) => foldText(reason)));
  return [
    ...reasons
      .filter(({ reason }) => reason.split(/\s+/).length < SHORTEST_REASON)
      .map(({ from, id, reason }) => `${from}: hardly says why it is related to ${id}: ${reason}`),
    ...reasons
      .filter(({ reason }) => shared.includes(foldText(reason)))
      .map(({ from, id, reason }) => `${from}: is related to ${id} for a reason given elsewhere: ${reason}`),
    ...controls.flatMap(({ id, card }) =>
      duplicates(card.related.map((relation) => relation.id)).map(
        (other) => `${id}: is related to ${other} twice`,
      ),
    ),
  ];
}

function sharedSentences(controls: readonly WrittenControl[]): string[] {
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const { id, card } of controls) {
    for (const sentence of comparableSentences(card)) {
      const other = seen.get(sentence);
      if (other === undefined) seen.set(sentence, id);
      else problems.push(`${id}: a sentence stands on ${other} as well: ${sentence}`);
    }
  }
  return problems;
}

export interface Overlap {
  readonly ids: readonly [string, string];
  readonly share: number;
}

/** The overlaps of all pairs of cards that share anything, the highest first. */
export function overlapsOf(controls: readonly WrittenControl[]): readonly Overlap[] {
  const grams = controls.map(({ id, card }) => ({ id, grams: gramsOf(card) }));
  return grams
    .flatMap((a, index) =>
      grams.slice(index + 1).map((b) => {
        const common = [...a.grams].filter((gram) => b.grams.has(gram)).length;
        return {
          ids: [a.id, b.id] as const,
          share: common / Math.max(1, Math.min(a.grams.size, b.grams.size)),
        };
      }),
    )
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

function overlapProblems(controls: readonly WrittenControl[]): string[] {
  return overlapsOf(controls)
    .filter(({ share }) => share > HIGHEST_OVERLAP)
    .map(
      ({ ids: [a, b], share }) =>
        `${a}: shares ${(share * 100).toFixed(1)} % of its five-word runs with ${b}`,
    );
}

function groupProblems({ controls, termGroups }: WrittenCards): string[] {
  const terms = controls
    .flatMap(({ card }) => card.elements.flatMap((element) => Object.values(element.terms).flat()))
    .join('|');
  const names = Object.keys(termGroups);
  return [
    ...names
      .filter((name) => !new RegExp(`@${name}(?![a-z])`, 'i').test(terms))
      .map((name) => `term-groups.yaml: no term names "@${name}"`),
    ...names.flatMap((name) =>
      (termGroups[name] ?? []).flatMap((phrase) =>
        phraseProblems(phrase).map((problem) => `term-groups.yaml: "${name}" ${problem}`),
      ),
    ),
    ...names.flatMap((name) =>
      duplicates((termGroups[name] ?? []).map(foldText)).map(
        (phrase) => `term-groups.yaml: "${name}" holds "${phrase}" twice`,
      ),
    ),
  ];
}

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
