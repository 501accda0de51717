import type { DocumentStatus } from '../catalog/vocabulary';
import { lineBreakOf } from '../text/source';
import type { IsmsDocument } from './model';

/**
 * What other documents know of a document: the little that rules about the whole ISMS ask of all documents. A head stays
 * the same value while an edit changes nothing of it, so that such rules rest while somebody writes prose.
 */
export interface DocumentHead {
  readonly path: string;
  readonly kind: string;
  readonly status: DocumentStatus | undefined;
  readonly title: string;
  readonly id: string | undefined;
  readonly maps: boolean;
  readonly controlled: boolean;
  /** `undefined` without front matter. */
  readonly frontMatterReadable: boolean | undefined;
  /** The ids that it lists under control keys and in mapping tables, whatever they are ids of. */
  readonly listed: readonly string[];
  /** Those of them that are written as ids of ISO/IEC 27001:2022. */
  readonly controls: readonly string[];
  /** Those of them that are clauses. */
  readonly clauses: readonly string[];
  readonly lineBreak: string;
  /** The ids of the rows of its tables of risks. */
  readonly risks: readonly string[];
}

/** The heads of documents, in their order: of those that did not change, the values of `previous`. */
export function headsOf(
  documents: readonly IsmsDocument[],
  previous:
    { readonly documents: readonly IsmsDocument[]; readonly heads: readonly DocumentHead[] } | undefined,
): readonly DocumentHead[] {
  let at = 0;
  return documents.map((document) => {
    while (previous !== undefined && (previous.documents[at]?.path ?? document.path) < document.path) at++;
    const before = previous?.documents[at];
    const known = before?.path === document.path ? previous?.heads[at] : undefined;
    if (known !== undefined && before === document) return known;
    const head = headOf(document);
    return known !== undefined && isSameHead(known, head) ? known : head;
  });
}

function headOf(document: IsmsDocument): DocumentHead {
  const { path, kind, status, title, maps, controlled, facts, source } = document;
  const idsOf = (namespace?: string): string[] =>
    facts.references.flatMap(({ mention }) =>
      namespace === undefined || mention.namespace === namespace ? mention.ids : [],
    );
  return {
    path,
    kind,
    status,
    title,
    id: document.field('id')?.value,
    maps,
    controlled,
    frontMatterReadable: facts.frontMatter?.readable,
    lineBreak: lineBreakOf(source.text),
    listed: idsOf(),
    controls: idsOf('iso27001:2022'),
    clauses: idsOf('clause'),
    risks: facts.registers.risk.flatMap((table) => table.rows.map(({ id }) => id)),
  };
}

function isSameHead(one: DocumentHead, other: DocumentHead): boolean {
  const keys = Object.keys(one) as (keyof DocumentHead)[];
  return keys.every((key) => isSameValue(one[key], other[key]));
}

function isSameValue(one: DocumentHead[keyof DocumentHead], other: typeof one): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
