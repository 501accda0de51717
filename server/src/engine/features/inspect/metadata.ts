import { normalise } from '../../catalog/lookup';
import type { FileFacts, MetadataFact, MetadataField } from '../../facts/facts';
import type { InspectedField } from './inspection';

/** The fields of a document, each with the carrier that is believed and those that are not. */
export function metadataOf({ metadata }: Pick<FileFacts, 'metadata'>): InspectedField[] {
  const fields = new Map<MetadataField, MetadataFact[]>();
  for (const fact of metadata) {
    const known = fields.get(fact.field);
    if (known === undefined) fields.set(fact.field, [fact]);
    else known.push(fact);
  }
  return [...fields.values()].flatMap(fieldsOf);
}

/** A field with several values in one carrier, such as related documents, is several of them. */
function fieldsOf(facts: readonly MetadataFact[]): InspectedField[] {
  const best = (facts.find(({ value }) => value !== '') ?? facts[0])?.carrier;
  const believed = facts.filter(({ carrier }) => carrier === best);
  const others = facts.filter(({ carrier }) => carrier !== best);
  return believed.map(({ field, key, value, carrier, span }, index) => ({
    field,
    key,
    value,
    carrier,
    span,
    outranked:
      index > 0
        ? []
        : others.map((other) => ({
            value: other.value,
            carrier: other.carrier,
            span: other.span,
            differs: !believed.some((each) => same(each.value, other.value)),
          })),
  }));
}

function same(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}
