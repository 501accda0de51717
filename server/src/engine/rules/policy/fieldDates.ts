import type { Vocabulary } from '../../catalog/vocabulary';
import type { MetadataFact, MetadataField } from '../../facts/facts';
import type { IsmsDocument } from '../../index/model';
import { readDate } from '../../text/date';

/** A date of document control. A month or a year spans days; a day is both its first and its last. */
export interface FieldDate {
  readonly fact: MetadataFact;
  readonly first: string;
  readonly last: string;
}

/** The date in a field; `undefined` where there is none, or none that is understood without doubt. */
export function fieldDate(
  document: IsmsDocument,
  field: MetadataField,
  vocabulary: Vocabulary,
): FieldDate | undefined {
  const fact = document.field(field);
  const reading = fact === undefined ? undefined : readDate(fact.value, vocabulary.dates);
  return fact === undefined || reading?.kind !== 'date'
    ? undefined
    : { fact, first: reading.first, last: reading.last };
}
