import type { FileFacts } from '../../facts/facts';
import type { RegisterTables } from '../../facts/registerFacts';
import type { IdMention } from '../../ids/mention';
import type { Isms } from '../../index/model';
import type { Span } from '../../text/span';
import type { IdState, InspectedCitation, InspectedControl } from './inspection';
import { headingAt } from './sections';

/** Every id that the document lists, ids of other standards aside. */
export function controlsOf(facts: FileFacts, isms: Isms): InspectedControl[] {
  return facts.references
    .filter(({ mention }) => mention.namespace !== 'other')
    .flatMap(({ mention, carrier, key }) =>
      namesOf(mention, isms).map((name) => ({
        ...name,
        written: mention.text,
        carrier,
        key,
        section: headingAt(facts, mention.span)?.text,
        span: mention.span,
      })),
    );
}

/** Every id that the text cites outside its lists, its SoA and its registers, with all its places. */
export function citationsOf(facts: FileFacts, isms: Isms): InspectedCitation[] {
  const listed = new Set(mentionsElsewhere(facts).map(({ span }) => span.start));
  const cited = new Map<string, InspectedCitation & { readonly spans: Span[] }>();
  for (const { mention } of facts.citations) {
    if (mention.namespace === 'other' || listed.has(mention.span.start)) continue;
    for (const name of namesOf(mention, isms)) {
      const known = cited.get(name.id);
      if (known === undefined) cited.set(name.id, { ...name, spans: [mention.span] });
      else known.spans.push(mention.span);
    }
  }
  return [...cited.values()];
}

function mentionsElsewhere({ references, soaTables, registers }: FileFacts): IdMention[] {
  return [
    ...references.map(({ mention }) => mention),
    ...soaTables.flatMap(({ rows }) => rows.map(({ mention }) => mention)),
    ...Object.values(registers).flatMap((tables: RegisterTables[keyof RegisterTables]) =>
      tables.flatMap(({ rows }) => rows.flatMap(({ controls }) => controls)),
    ),
  ];
}

interface Name {
  readonly id: string;
  readonly state: IdState;
  readonly title: string | undefined;
}

function namesOf(mention: IdMention, isms: Isms): Name[] {
  if (mention.ids.length === 0) return [{ id: mention.text, state: 'whole-theme', title: undefined }];
  return mention.ids.map((id) => ({ id, ...nameOf(id, mention, isms) }));
}

function nameOf(id: string, { namespace }: IdMention, { catalog }: Isms): Omit<Name, 'id'> {
  if (namespace === 'clause')
    return { state: 'clause', title: catalog.clauses.find((clause) => clause.id === id)?.title };
  if (namespace === 'iso27001:2013') {
    const targets = catalog.successors(id);
    if (targets.length === 0) return { state: 'unknown', title: undefined };
    const title = catalog.superseded(id)?.title;
    return {
      state: 'superseded',
      title: `${title === undefined ? '' : `${title}; `}now ${targets.join(', ')}`,
    };
  }
  const title = catalog.control(id)?.title ?? catalog.ownControl(id)?.title;
  if (!catalog.knows(id)) return { state: 'unknown', title: undefined };
  return { state: catalog.control(id) === undefined ? 'own' : 'control', title };
}
