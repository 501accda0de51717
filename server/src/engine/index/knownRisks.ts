import { riskKey, type RiskMention } from '../ids/riskIds';
import type { DocumentHead } from './heads';
import { isSameList, keptSet } from './kept';
import type { IsmsDocument, RiskEntry } from './model';

/** The ids by which documents may name risks. */
export interface KnownRisks {
  /** As the rows of the register write them. */
  readonly ids: readonly string[];
  /**
   * By `riskKey`: those of the rows, of tables of risks in other documents, and whatever the register speaks of in its own
   * text: a risk that was closed, or that has a section of its own.
   */
  readonly keys: ReadonlySet<string>;
}

/** The same value as before where nothing of it changed. */
export function knownRisks(
  heads: readonly DocumentHead[],
  risks: readonly RiskEntry[],
  previous: KnownRisks | undefined,
): KnownRisks {
  const ids = risks.map(({ row }) => row.id).filter((id) => id !== '');
  const rows = heads.flatMap((head) => head.risks);
  const registers = new Set(risks.map(({ document }) => document));
  const told = [...registers].flatMap((document) =>
    riskMentionsOf(document).filter(({ span }) => !isInPlan(document, span)),
  );
  const keys = keptSet(previous?.keys, new Set([...rows, ...told.map(({ id }) => id)].map(riskKey)));
  return previous?.keys === keys && isSameList(previous.ids, ids) ? previous : { ids, keys };
}

/** The risks that a document names. Its own id may look like that of a risk. */
export function riskMentionsOf(document: IsmsDocument): readonly RiskMention[] {
  const own = riskKey(document.field('id')?.value ?? '');
  return document.facts.riskMentions.filter(({ id }) => riskKey(id) !== own);
}

function isInPlan({ facts }: IsmsDocument, { start }: RiskMention['span']): boolean {
  return facts.registers.plan.some(({ span }) => span.start <= start && start < span.end);
}
