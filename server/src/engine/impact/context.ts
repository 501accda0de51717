import type { Config } from '../config/schema';
import type { Isms } from '../index/model';
import type { Rule } from '../rules/rule';
import { pairDocuments, type DocumentPairs } from './pairs';
import { createTextChanges, type TextChanges } from './textChanges';

/** What the kinds of change compare. */
export interface ImpactContext {
  readonly base: Isms;
  readonly head: Isms;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly rules: readonly Rule[];
  readonly pairs: DocumentPairs;
  /** What became of the text of each document on both sides. */
  readonly texts: TextChanges;
  /** The configuration that judges: that of the base, so that no change judges itself. */
  readonly config: Config;
}

export type ImpactInput = Pick<ImpactContext, 'base' | 'head' | 'today' | 'rules'>;

export function createContext(input: ImpactInput): ImpactContext {
  const pairs = pairDocuments(input.base, input.head);
  return {
    ...input,
    pairs,
    texts: createTextChanges(pairs, input.head.vocabulary),
    config: judgingConfig(input.base, input.head),
  };
}

/** Where nothing was there before the change, it has nobody but itself to be judged by. */
function judgingConfig(base: Isms, head: Isms): Config {
  return (isEmpty(base) ? head : base).config?.config ?? {};
}

export function isEmpty(isms: Isms): boolean {
  return isms.config === undefined && isms.documents.length === 0;
}
