import { lookAlikeNamedBefore, speaksOfFormerEdition } from '../ids/framework';
import type { IdMention, Namespace } from '../ids/mention';
import type { Citation, ControlReference } from '../facts/facts';
import type { IsmsDocument } from '../index/model';
import { registerRows } from '../index/registers';

export interface CitedControl {
  readonly document: IsmsDocument;
  readonly mention: IdMention;
  readonly ids: readonly string[];
  readonly place: 'front-matter' | 'mapping-in-text' | 'soa-row' | 'register' | 'text';
  /** Present where the id stands under a control key or in a mapping table, and not merely in the text. */
  readonly reference: ControlReference | undefined;
  /** All ids of the same value or cell, this one included; in the text this one alone. */
  readonly together: readonly IdMention[];
}

/**
 * Every mention of an id of one namespace in a document, each place once: under control keys, in mapping
 * tables, in SoA rows and registers, and in the text. Left out are passages that speak of the former edition on purpose,
 * entries of a version history, and text that is about a standard whose ids look alike.
 */
export function* citedControls(document: IsmsDocument, namespace: Namespace): Iterable<CitedControl> {
  if (document.kind === 'template' || document.kind === 'readme') return;
  const seen = new Set<number>();
  const places = [...referencePlaces(document), ...tablePlaces(document)];
  for (const place of places) {
    const { start } = place.mention.span;
    if (!seen.has(start) && place.mention.namespace === namespace) yield place;
    seen.add(start);
  }
  const left = document.facts.citations.filter(
    ({ mention }) => mention.namespace === namespace && !seen.has(mention.span.start),
  );
  for (const { mention } of meantHere(document, namespace, left)) {
    yield { document, mention, ids: mention.ids, place: 'text', reference: undefined, together: [mention] };
  }
}

function referencePlaces(document: IsmsDocument): CitedControl[] {
  const cells = new Map<number, IdMention[]>();
  for (const { container, mention } of document.facts.references) {
    const cell = cells.get(container.start);
    if (cell === undefined) cells.set(container.start, [mention]);
    else cell.push(mention);
  }
  return document.facts.references.map((reference): CitedControl => {
    const { mention, container } = reference;
    const place = reference.carrier === 'front-matter' ? 'front-matter' : 'mapping-in-text';
    return {
      document,
      mention,
      ids: mention.ids,
      place,
      reference,
      together: cells.get(container.start) ?? [mention],
    };
  });
}

function tablePlaces(document: IsmsDocument): CitedControl[] {
  const rows = document.facts.soaTables.flatMap((table) =>
    table.rows.map(({ mention }): CitedControl => ({
      document,
      mention,
      ids: mention.ids,
      place: 'soa-row',
      reference: undefined,
      together: [mention],
    })),
  );
  const registers = registerRows(document).flatMap(({ controls }) =>
    controls.map((mention): CitedControl => ({
      document,
      mention,
      ids: mention.ids,
      place: 'register',
      reference: undefined,
      together: controls,
    })),
  );
  return [...rows, ...registers];
}

/** The citations in running text that mean what they seem to mean. */
function meantHere(
  document: IsmsDocument,
  namespace: Namespace,
  citations: readonly Citation[],
): readonly Citation[] {
  if (citations.length === 0) return citations;
  const { text } = document.source;
  const isLookAlike = lookAlikeNamedBefore(text);
  const ofOthers = givenToOthers(document, namespace);
  return citations.filter(({ mention, block, inHistory }) => {
    if (inHistory || isLookAlike(mention.span.start) || mention.ids.some((id) => ofOthers.has(id)))
      return false;
    if (namespace !== 'iso27001:2013') return true;
    const passage = text.slice(block.start, block.end);
    return !speaksOfFormerEdition(passage) && (!isDomain(mention) || namesAnnex(passage));
  });
}

/** The ids that the document's own mapping gives to another standard, and not to this one as well. */
function givenToOthers({ facts }: IsmsDocument, namespace: Namespace): ReadonlySet<string> {
  const idsOf = (wanted: (other: Namespace) => boolean): string[] =>
    facts.references.flatMap(({ mention }) => (wanted(mention.namespace) ? mention.ids : []));
  const ours = new Set(idsOf((each) => each === namespace));
  return new Set(idsOf((each) => each === 'other').filter((id) => !ours.has(id)));
}

/** `A.12` alone is as often a section of somebody's own appendix as a domain of the 2013 edition. */
function isDomain(mention: IdMention): boolean {
  return mention.ids.every((id) => id.split('.').length === 2);
}

function namesAnnex(passage: string): boolean {
  return /\b(?:annex|anhang|iso|iec|2700[12]|controls?|maßnahmen?)\b/i.test(passage);
}
