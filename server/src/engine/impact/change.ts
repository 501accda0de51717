import type { Span } from '../text/span';
import type { ImpactContext } from './context';

/** What a reviewer has to do about a change: decide, look closely, or only know. */
export type ChangeLevel = 'decision' | 'attention' | 'information';
export const CHANGE_LEVELS: readonly ChangeLevel[] = ['decision', 'attention', 'information'];

/** A place of the ISMS before the change, or after it. */
export interface ChangePlace {
  readonly side: 'base' | 'head';
  readonly path: string;
  readonly span: Span;
}

/** One thing that a change does to the ISMS. */
export interface Change extends Omit<RawChange, 'level' | 'related'> {
  /** Of the kind: `IMP101`. Never changed once released. */
  readonly id: string;
  /** The kind in words: `coverage-lost`. */
  readonly kind: string;
  readonly level: ChangeLevel;
  readonly related: readonly ChangePlace[];
}

/** What a kind reports; id and level are added. */
export interface RawChange {
  /** The control, document, risk or rule that changed, as people call it. */
  readonly subject: string;
  /** What changed and why it matters, in one or two sentences. */
  readonly message: string;
  /** What it was and what it is, in a few words; empty where there was nothing. */
  readonly before: string;
  readonly after: string;
  /** Where it is now; where that is gone, where it was. */
  readonly place: ChangePlace | undefined;
  readonly related?: readonly ChangePlace[];
  /** Where a kind has milder and graver cases. */
  readonly level?: ChangeLevel;
}

/** A kind of change: one file each; `kinds.ts` lists them. */
export interface ChangeKind {
  readonly id: string;
  readonly name: string;
  /** The gravest level that it has by itself. */
  readonly level: ChangeLevel;
  /** When it is reported, in one sentence: the table of the documentation. */
  readonly summary: string;
  readonly find: (context: ImpactContext) => Iterable<RawChange>;
}

export function atBase(path: string, span: Span): ChangePlace {
  return { side: 'base', path, span };
}

export function atHead(path: string, span: Span): ChangePlace {
  return { side: 'head', path, span };
}
