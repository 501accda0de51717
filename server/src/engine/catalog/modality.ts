import { wordsOf } from '../text/words';

/** What a requirement asks for. `must-not` and `should-not` forbid, `may` permits. */
export type Modality = 'must' | 'must-not' | 'should' | 'should-not' | 'may';

/**
 * The phrases of `modality` in `catalog/vocabulary.yaml`. `exempt` takes an obligation away ("need not"); `unlike` only
 * looks like asking ("Ziel ist es, … zu schützen").
 */
export type ModalityData = Readonly<Record<Modality | 'exempt' | 'unlike', readonly string[]>>;

/** The strictest reading first: a sentence that forbids one thing and permits another forbids. */
const ORDER: readonly Modality[] = ['must-not', 'must', 'should-not', 'should', 'may'];

/** Longer texts are no sentence; the limit also bounds the work. */
const LONGEST_SENTENCE = 2000;

/** Tells what a sentence asks for by its words. `undefined` where it only says how things are. */
export function createModality(data: ModalityData): (sentence: string) => Modality | undefined {
  const unlike = new RegExp(patternOf(data.unlike), 'gu');
  const exempt = new RegExp(patternOf(data.exempt), 'gu');
  const patterns = ORDER.map((modality) => [modality, patternOf(data[modality])] as const);
  return (sentence) => {
    const words = modalWords(sentence.slice(0, LONGEST_SENTENCE)).replace(unlike, '');
    const rest = words.replace(exempt, '');
    const found = patterns.find(([, pattern]) => pattern.test(rest));
    return found?.[0] ?? (rest === words ? undefined : 'may');
  };
}

/** All phrases as one pattern over the words of a sentence with a blank before each and one behind the last. */
function patternOf(phrases: readonly string[]): RegExp {
  const alternatives = phrases.map((phrase) =>
    phrase
      .split(' ')
      .map((word) => (word === '…' ? '(?: [^ ,]+){1,8}?' : ` ${wordPattern(word)}`))
      .join(''),
  );
  return new RegExp(`(?:${alternatives.join('|')})(?= )`, 'u');
}

/** A word of a phrase as the words of sentences are written; `~` stands for letters. */
function wordPattern(word: string): string {
  const pattern = word
    .replace(/~en$/, '~')
    .split('~')
    .map((part) => wordsOf(part).join(''))
    .join('[^ ]*');
  const infinitive = word.endsWith('~en') ? `${pattern}(?:en|eln|ern)` : pattern;
  // "einzuhalten", and neither "Ergänzungen" nor "zugewiesenen".
  return word.startsWith('~zu~') ? `(?![^ ]*(?:ungen|zuge))[^ ]{2}${infinitive}` : infinitive;
}

/**
 * The words of a sentence without those that only look like asking: the month in "in May 2026", and the inversion in
 * "Should an incident occur, …" and "Sollte …".
 */
function modalWords(sentence: string): string {
  // A comma ends a clause: "wer berechtigt ist, Daten zu lesen" asks for nothing.
  const words = sentence
    .split(',')
    .flatMap((clause, index) => [...(index === 0 ? [] : [',']), ...wordsOf(clause)]);
  const asking = words.filter((word, index) => {
    if (index === 0) return !/^(?:should|sollte|sollten)$/.test(word);
    const beside = [words[index - 1] ?? '', words[index + 1] ?? ''];
    return word !== 'may' || !beside.some((each) => /^\d+$/.test(each));
  });
  return ` ${asking.join(' ')} `;
}
