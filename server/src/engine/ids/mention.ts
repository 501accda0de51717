import type { Span } from '../text/span';

/**
 * Where an id comes from. `clause` is a clause (4–10) of ISO/IEC 27001 itself; `other` is any framework that
 * looks alike (ISO 42001, ISO 27701, NEN 7510 …) and must never be reported as a wrong 27001 id. `own` is a control of a
 * catalogue that `isms.yaml` names.
 */
export type Namespace = 'iso27001:2022' | 'iso27001:2013' | 'clause' | 'own' | 'other';

/** A control id as somebody wrote it. One range (`A.5.24–A.5.28`) is one mention with several ids. */
export interface IdMention {
  readonly span: Span;
  /** The spelling in the document. */
  readonly text: string;
  readonly namespace: Namespace;
  /** Canonical ids in order (`A.5.15`; 2013: `A.9.2.1`); empty for a coarse reference. */
  readonly ids: readonly string[];
  /** `coarse`: a whole theme (`A.5`, `A.5.x`), which names no control. */
  readonly form: 'single' | 'range' | 'coarse';
  /** True where the spelling is exactly the canonical one. */
  readonly canonical: boolean;
}
