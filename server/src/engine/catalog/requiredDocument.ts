/** A document that clauses ask for, and how one is recognised. */
export interface RequiredDocument {
  /** Rows of the catalogue's documented information: `6.1.3 e)`. */
  readonly refs: readonly string[];
  /** What one that is created is called. */
  readonly title: string;
  /** What its front matter says; a document of this type is one, unless the type says too little (policy, record). */
  readonly type: string;
  /** A control that is carried out by such a document and by no other. */
  readonly control?: string;
  /** Words of a title, a file name or a heading. */
  readonly words: readonly string[];
}
