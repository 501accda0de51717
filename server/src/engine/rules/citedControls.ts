import { speaksOfFormerEdition } from '../ids/framework';
import type { IdMention, Namespace } from '../ids/mention';
import type { ControlReference } from '../facts/facts';
import type { Isms, IsmsDocument } from '../index/model';

export interface CitedControl {
  readonly document: IsmsDocument;
  readonly mention: IdMention;
  readonly ids: readonly string[];
  /** Present where the id stands under a control key or in a mapping table, and not merely in the text. */
  readonly reference: ControlReference | undefined;
}

/**
 * Every mention of an id of one namespace in the documents of the ISMS, each place once: under control keys, in mapping
 * tables, in SoA rows and registers, and in the text. A passage that speaks of the former edition on purpose is left out.
 */
export function* citedControls(isms: Isms, namespace: Namespace): Iterable<CitedControl> {
  for (const document of isms.documents) {
    if (document.kind === 'template' || document.kind === 'readme') continue;
    const seen = new Set<number>();
    const isNew = (mention: IdMention): boolean => mention.namespace === namespace && !seen.has(mention.span.start) && seen.add(mention.span.start) !== undefined;
    for (const reference of document.facts.references) {
      if (isNew(reference.mention)) yield { document, mention: reference.mention, ids: reference.mention.ids, reference };
      else seen.add(reference.mention.span.start);
    }
    for (const mention of tableMentions(document)) {
      if (isNew(mention)) yield { document, mention, ids: mention.ids, reference: undefined };
    }
    for (const { mention, block } of document.facts.citations) {
      if (!isNew(mention)) continue;
      const passage = document.source.text.slice(block.start, block.end);
      if (namespace === 'iso27001:2013' && speaksOfFormerEdition(passage)) continue;
      yield { document, mention, ids: mention.ids, reference: undefined };
    }
  }
}

function tableMentions(document: IsmsDocument): IdMention[] {
  const rows = document.facts.soaTables.flatMap((table) => table.rows.map((row) => row.mention));
  const risks = document.facts.riskTables.flatMap((table) => table.rows.flatMap((row) => row.controls));
  return [...rows, ...risks];
}
