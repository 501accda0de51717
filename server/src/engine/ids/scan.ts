import type { Span } from '../text/span';
import { namespaceBefore, namespaceOfListed } from './framework';
import type { IdMention, Namespace } from './mention';
import { expandRange } from './range';
import { isClause } from './clauses';
import { LAST_CONTROL } from './numbering';
import { acceptedTokens, CHAIN, type ScanOptions, type Token } from './tokens';

export type { ScanOptions } from './tokens';

/** All ids in a text, in order. Linear in the text's length; never throws. */
export function scanIds(text: string, options: ScanOptions): IdMention[] {
  const tokens = acceptedTokens(text, options);
  const mentions: IdMention[] = [];
  for (let i = 0; i < tokens.length;) {
    const chain = chainFrom(text, tokens, i);
    collectMentions(text, chain, options, mentions);
    i += chain.taken;
  }
  return mentions;
}

interface Chain {
  readonly taken: number;
  readonly tokens: readonly Token[];
}

/** The tokens from `first` on that are tied together by range signs. */
function chainFrom(text: string, tokens: readonly Token[], first: number): Chain {
  let last = first;
  while (last + 1 < tokens.length) {
    const from = tokens[last] as Token;
    const to = tokens[last + 1] as Token;
    const gap = text.slice(from.end, to.start);
    if (!CHAIN.test(gap)) break;
    if (to.numbers.length === 1 && !to.prefixed && !endsShortRange(gap, tokens[last] as Token, to)) break;
    last++;
  }
  return { taken: last - first + 1, tokens: tokens.slice(first, last + 1) };
}

/** `A.5.29-30`, `A.5.24 to 28`. A sign with blanks around it is a dash in a sentence, a lower number no end of a range. */
function endsShortRange(gap: string, from: Token, to: Token): boolean {
  const before = from.numbers.at(-1);
  const number = to.numbers[0];
  const spaced = gap.trim() !== gap && !/\p{L}/u.test(gap);
  return !spaced && typeof before === 'number' && typeof number === 'number' && number > before;
}

function collectMentions(text: string, chain: Chain, options: ScanOptions, into: IdMention[]): void {
  const [first, second] = chain.tokens;
  if (first === undefined || (first.numbers.length === 1 && !first.prefixed && options.bare !== 'clause'))
    return;
  const range =
    chain.tokens.length === 2 && second !== undefined
      ? rangeMention(text, first, second, options)
      : undefined;
  if (range !== undefined) into.push(range);
  else for (const token of chain.tokens) into.push(singleMention(text, completed(token, first), options));
}

/** A short form takes what it leaves out from the first of its chain: `16` in `A.5.15-16-18` is A.5.16. */
function completed(token: Token, first: Token): Token {
  if (token.prefixed) return token;
  if (token.numbers.length > 1) return { ...token, prefixed: first.prefixed };
  return { ...token, prefixed: first.prefixed, numbers: [...first.numbers.slice(0, -1), ...token.numbers] };
}

function rangeMention(text: string, from: Token, to: Token, options: ScanOptions): IdMention | undefined {
  const end = completed(to, from);
  const ids = from.prefixed || from.numbers.length > 1 ? expandRange(from.numbers, end.numbers) : undefined;
  if (ids === undefined) return undefined;
  // The last end decides: A.5–A.18 are the domains of 2013, though A.5 alone would be a theme of 2022.
  const namespace =
    from.numbers.length === 1 ? namespaceOf(text, end, options) : namespaceOf(text, from, options);
  const spelled = text.slice(from.start, to.end);
  const canonical = isCanonical(text, from) && isCanonical(text, to);
  return {
    span: spanIn(from.start, to.end, options),
    text: spelled,
    namespace,
    ids: namespace === 'clause' ? ids.map(withoutLetter) : ids,
    form: 'range',
    canonical,
  };
}

function singleMention(text: string, token: Token, options: ScanOptions): IdMention {
  const span = spanIn(token.start, token.end, options);
  const spelled = text.slice(token.start, token.end);
  const namespace = namespaceOf(text, token, options);
  const coarse = namespace !== 'clause' && isCoarse(token.numbers, namespace);
  const numbers = token.numbers.filter((number) => number !== 'x').join('.');
  const id = namespace === 'clause' ? numbers : `A.${numbers}`;
  return {
    span,
    text: spelled,
    namespace,
    ids: coarse ? [] : [id],
    form: coarse ? 'coarse' : 'single',
    canonical: isCanonical(text, token),
  };
}

function spanIn(start: number, end: number, { offset = 0 }: ScanOptions): Span {
  return { start: offset + start, end: offset + end };
}

/**
 * True for a whole theme (`A.5`, `A.5.x`), which names no control. A domain or objective of 2013 (`A.9`, `A.9.2.x`) is
 * an id of that edition and can be looked up.
 */
function isCoarse(numbers: Token['numbers'], namespace: Namespace): boolean {
  const [theme] = numbers;
  if (namespace === 'iso27001:2013' && typeof theme === 'number' && LAST_CONTROL[theme] === undefined)
    return false;
  return numbers.includes('x') || numbers.length === 1;
}

function isCanonical(text: string, token: Token): boolean {
  return text.slice(token.start, token.end) === `A.${token.numbers.join('.')}`;
}

function withoutLetter(id: string): string {
  return id.replace(/^A\./, '');
}

function namespaceOf(text: string, token: Token, options: ScanOptions): Namespace {
  if (token.edition === '2013') return 'iso27001:2013';
  const named =
    token.edition === undefined ? (options.namespace ?? namedBefore(text, token, options)) : undefined;
  if (named === 'other' || named === 'clause') return named;
  const [theme, number, sub] = token.numbers;
  if (!token.prefixed && (isBareClause(token, options) || isCalledClause(text, token))) return 'clause';
  if (typeof theme !== 'number' || theme < 5 || theme > 18) return token.prefixed ? 'other' : 'clause';
  if (sub !== undefined || theme > 8 || named === 'iso27001:2013') return 'iso27001:2013';
  // A.5.38 to A.5.40 and the like are additions of NEN 7510; they are its own only where the text names it.
  return number === undefined || number === 'x' || LAST_CONTROL[theme] !== undefined
    ? 'iso27001:2022'
    : 'other';
}

/** In prose any framework named shortly before; in a list of ids only one that heads them: `ISO 42001 A.6.2.4, A.6.2.5`. */
function namedBefore(text: string, token: Token, options: ScanOptions): Namespace | undefined {
  if (token.named) return undefined;
  return options.bare === 'none' ? namespaceBefore(text, token.start) : namespaceOfListed(text, token.start);
}

const CALLED_CLAUSE =
  /\b(?:clauses?|klauseln?|normkapitel|cl[áa]usulas?)[\s\d.,;&–-]*(?:\b(?:and|und|to|bis)[\s\d.]*)?$/iu;

/** `clauses 5.2 and 9.3` are clauses wherever they stand. Looks back 40 characters. */
function isCalledClause(text: string, token: Token): boolean {
  return (
    isClause(token.numbers.join('.')) &&
    CALLED_CLAUSE.test(text.slice(Math.max(0, token.start - 40), token.start))
  );
}

function isBareClause(token: Token, options: ScanOptions): boolean {
  if (options.bare === 'clause') return true;
  const id = token.numbers.join('.');
  if (options.bare === 'mixed') return isClause(id);
  return (
    isClause(id) &&
    (Number(token.numbers[0]) === 4 || Number(token.numbers[0]) > 8) &&
    token.numbers.length === 2
  );
}
