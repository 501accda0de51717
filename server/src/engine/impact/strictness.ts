import type { Vocabulary } from '../catalog/vocabulary';
import { wordsOf } from '../text/words';
import { quantitiesOf, type Quantity } from './quantities';
import type { Statement } from './statements';

/** `weaker` also where a requirement is weaker in one respect and stronger in another: somebody has to look. */
export type StrictnessVerdict = 'weaker' | 'stronger' | 'same';

interface Comparison {
  readonly verdict: StrictnessVerdict;
  readonly reasons: readonly string[];
}

/** Many policies say how things are instead of how they must be, and mean the same. */
const STRENGTH: Readonly<Record<Statement['modality'], number>> = {
  must: 3,
  'must-not': 3,
  states: 3,
  should: 2,
  'should-not': 2,
  may: 1,
};

/** Whether the same requirement asks for less than before, or for more. */
export function compareStrictness(before: Statement, after: Statement, vocabulary: Vocabulary): Comparison {
  const found = [
    ...compareModality(before, after),
    ...compareQuantities(before, after, vocabulary),
    ...compareScope(before, after, vocabulary),
  ];
  const weaker = found.filter((each) => each.verdict === 'weaker');
  const decisive = weaker.length > 0 ? weaker : found;
  return { verdict: decisive[0]?.verdict ?? 'same', reasons: decisive.map(({ reason }) => reason) };
}

interface Difference {
  readonly verdict: 'weaker' | 'stronger';
  readonly reason: string;
}

function compareModality({ modality: was }: Statement, { modality: is }: Statement): Difference[] {
  if (was === is || (was === 'states' && is === 'must') || (was === 'must' && is === 'states')) return [];
  const reason = `${nameOf(was)} became ${nameOf(is)}`;
  const turned = was.endsWith('-not') !== is.endsWith('-not') && is !== 'may' && was !== 'may';
  if (turned) return [{ verdict: 'weaker', reason }];
  return [{ verdict: STRENGTH[is] < STRENGTH[was] ? 'weaker' : 'stronger', reason }];
}

function nameOf(modality: Statement['modality']): string {
  return modality === 'states' ? 'a statement' : `"${modality.replace('-', ' ')}"`;
}

function compareQuantities(before: Statement, after: Statement, vocabulary: Vocabulary): Difference[] {
  const was = quantitiesOf(before.plain, vocabulary);
  const is = quantitiesOf(after.plain, vocabulary);
  // Numbers that came or went have no partner to be compared with.
  if (was.length !== is.length || was.some((each, index) => each.kind !== is[index]?.kind)) return [];
  return was.flatMap((each, index) => {
    const now = is[index];
    return now === undefined ? [] : compareQuantity(each, now);
  });
}

function compareQuantity(was: Quantity, is: Quantity): Difference[] {
  if (was.value === is.value || was.bound === undefined) return [];
  const grew = is.value > was.value;
  const weaker = was.bound === 'most' ? grew : !grew;
  return [{ verdict: weaker ? 'weaker' : 'stronger', reason: `${was.text} became ${is.text}` }];
}

function compareScope(before: Statement, after: Statement, { strictness }: Vocabulary): Difference[] {
  const [was, is] = [before.plain, after.plain].map((text) => ` ${wordsOf(text).join(' ')} `) as [
    string,
    string,
  ];
  const cameAndWent = (
    phrases: readonly string[],
    came: Difference['verdict'],
    went: Difference['verdict'],
  ): Difference[] => {
    const had = phrases.filter((phrase) => was.includes(` ${phrase} `));
    const has = phrases.filter((phrase) => is.includes(` ${phrase} `));
    if (had.length === 0 && has.length > 0) return [{ verdict: came, reason: `"${has[0] ?? ''}" was added` }];
    return had.length > 0 && has.length === 0
      ? [{ verdict: went, reason: `"${had[0] ?? ''}" was taken out` }]
      : [];
  };
  return [
    ...cameAndWent(strictness.limits, 'weaker', 'stronger'),
    ...cameAndWent(strictness.all, 'stronger', 'weaker'),
  ];
}
