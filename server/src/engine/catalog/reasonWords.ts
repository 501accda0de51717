import { normalise } from './lookup';
import { createWordMatcher } from './wordMatcher';

/** What a justification can rest on. A `threat` is a risk that nobody calls so: "stolen laptops". */
export type Reason = 'risk' | 'threat' | 'legal' | 'contractual' | 'business';
const REASONS: readonly Reason[] = ['risk', 'threat', 'legal', 'contractual', 'business'];

/** `catalog/reasons.yaml`: words by what they name, and the codes of columns such as "Origin". */
export type ReasonData = Readonly<Record<Reason, readonly string[]>> & {
  readonly codes: Readonly<Record<string, Reason>>;
  readonly riskActivities: readonly string[];
};

export interface ReasonWords {
  /** The reasons that a sentence names. */
  readonly namedIn: (text: string) => ReadonlySet<Reason>;
  /** Whether a sentence speaks of a risk itself, and not only of risk treatment or risk management. */
  readonly speaksOfRisk: (text: string) => boolean;
  /** The reasons that a cell or a header of a column for kinds of reasons stands for: `LR, CO`, `Contractual`. */
  readonly meantBy: (text: string) => ReadonlySet<Reason>;
}

export function createReasonWords(data: ReasonData): ReasonWords {
  const namesRisk = createMatcher(data.risk);
  const matchers = REASONS.map(
    (reason) => [reason, reason === 'risk' ? namesRisk : createMatcher(data[reason])] as const,
  );
  const codes = new Map(Object.entries(data.codes).map(([code, reason]) => [normalise(code), reason]));
  const namedIn = (text: string): Set<Reason> => {
    const words = normalise(text).split(' ');
    return new Set(matchers.flatMap(([reason, matches]) => (matches(words, text) ? [reason] : [])));
  };
  const meantBy = (text: string): Set<Reason> => {
    const coded = normalise(text)
      .split(' ')
      .flatMap((word) => codes.get(word) ?? []);
    return new Set([...namedIn(text), ...coded]);
  };
  const activities = data.riskActivities.map(normalise);
  const speaksOfRisk = (text: string): boolean => {
    const rest = activities.reduce((left, activity) => left.replaceAll(activity, ' '), normalise(text));
    return namesRisk(normalise(rest).split(' '), rest);
  };
  return { namedIn, speaksOfRisk, meantBy };
}

type Matcher = (words: readonly string[], text: string) => boolean;

/** Whole words and phrases, `begin*`, `*end`, and signs such as `§`. */
function createMatcher(entries: readonly string[]): Matcher {
  const signs = entries.filter((entry) => !/[\p{L}\p{N}]/u.test(entry));
  const phrases = phrasesByFirstWord(entries.filter((entry) => /[\s-]/.test(entry) && !entry.includes('*')));
  const isNamed = createWordMatcher(entries);
  return (words, text) =>
    words.some(isNamed) ||
    signs.some((sign) => text.includes(sign)) ||
    words.some((word) => phrases.get(word)?.some((phrase) => ` ${words.join(' ')} `.includes(phrase)));
}

function phrasesByFirstWord(entries: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const phrases = new Map<string, string[]>();
  for (const entry of entries) {
    const phrase = normalise(entry);
    const [first = ''] = phrase.split(' ');
    phrases.set(first, [...(phrases.get(first) ?? []), ` ${phrase} `]);
  }
  return phrases;
}
