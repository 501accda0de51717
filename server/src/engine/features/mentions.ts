import type { FileFacts } from '../facts/facts';
import type { RegisterRow, RegisterTable, RegisterTables } from '../facts/registerFacts';
import type { IdMention } from '../ids/mention';

/**
 * The id under a cursor, wherever it stands: front matter, mapping tables, SoA rows, registers, text. A cursor directly
 * behind an id belongs to it unless another one begins there.
 */
export function mentionAt(facts: FileFacts, offset: number): IdMention | undefined {
  let touching: IdMention | undefined;
  for (const mention of mentionsOf(facts)) {
    if (mention.span.start > offset || mention.span.end < offset) continue;
    if (mention.span.end > offset) return mention;
    touching ??= mention;
  }
  return touching;
}

/** All ids of a file. Where two readers saw one place, the one that knows more of it comes first. */
export function* mentionsOf(facts: FileFacts): Iterable<IdMention> {
  for (const reference of facts.references) yield reference.mention;
  for (const table of facts.soaTables) for (const row of table.rows) yield row.mention;
  for (const table of allTables(facts.registers)) for (const row of table.rows) yield* row.controls;
  for (const citation of facts.citations) yield citation.mention;
}

function allTables(registers: RegisterTables): readonly RegisterTable<RegisterRow<string>>[] {
  const { risk, evidence, requirement, exception, document, plan } = registers;
  return [...risk, ...evidence, ...requirement, ...exception, ...document, ...plan];
}
