import type { FileFacts, TableOutline } from '../../facts/facts';
import { frameworkNameBefore } from '../../ids/framework';
import { contains, type Span } from '../../text/span';
import type { IgnoredPart, InspectedTable } from './inspection';

/** The parts of a file that were not used, and why: what somebody who expected more of them wants to know. */
export function ignoredParts(
  facts: FileFacts,
  understood: readonly InspectedTable[],
  text: string,
): IgnoredPart[] {
  return [
    ...facts.problems.map(({ detail, hint, span }): IgnoredPart => {
      return { kind: 'problem', what: detail, why: hint, spans: [span] };
    }),
    ...unknownKeys(facts),
    ...foreignIds(facts, text),
    ...unreadTables(facts, understood),
    ...unknownColumns(understood),
  ];
}

function unknownKeys({ frontMatter }: FileFacts): IgnoredPart[] {
  return (frontMatter?.entries ?? [])
    .filter(({ meaning }) => meaning === undefined)
    .map(({ key, span }) => ({
      kind: 'key',
      what: key,
      why: 'no field of a document is called so. If it lists controls, name it under controlKeys in isms.yaml',
      spans: [span],
    }));
}

/** Ids of other standards, by standard: they look alike and are no controls of ISO/IEC 27001. */
function foreignIds({ references, citations }: FileFacts, text: string): IgnoredPart[] {
  const standards = new Map<string, Map<string, Span[]>>();
  const seen = new Set<number>();
  for (const { mention } of [...references, ...citations]) {
    if (mention.namespace !== 'other' || seen.has(mention.span.start)) continue;
    seen.add(mention.span.start);
    const standard = frameworkNameBefore(text, mention.span.end) ?? 'another standard';
    const ids = standards.get(standard) ?? new Map<string, Span[]>();
    standards.set(standard, ids);
    ids.set(mention.text, [...(ids.get(mention.text) ?? []), mention.span]);
  }
  return [...standards].flatMap(([standard, ids]) =>
    [...ids].map(([what, spans]): IgnoredPart => {
      return { kind: 'id', what, why: `an id of ${standard}, no control of ISO/IEC 27001`, spans };
    }),
  );
}

function unreadTables(facts: FileFacts, understood: readonly InspectedTable[]): IgnoredPart[] {
  const read = new Set(understood.map(({ span }) => span.start));
  return facts.tables
    .filter(({ span }) => !read.has(span.start))
    .map((outline) => ({
      kind: 'table',
      what: outline.headers.map((header) => header.trim() || '–').join(' | '),
      why: reasonFor(outline, facts),
      spans: [outline.span],
    }));
}

function reasonFor({ span }: TableOutline, { citations }: FileFacts): string {
  const within = citations.filter(({ mention }) => contains(span, mention.span));
  if (within.some(({ mention }) => mention.namespace.startsWith('iso27001')))
    return 'it names controls, and no column says whether they apply, why, or how far they are, so it is no Statement of Applicability; a table Framework | Requirement would be a mapping';
  return 'its headers are those of no Statement of Applicability, register, compliance mapping or document control';
}

function unknownColumns(understood: readonly InspectedTable[]): IgnoredPart[] {
  return understood.flatMap(({ columns, readAs, span }) =>
    columns
      .filter(({ meaning, header }) => meaning === undefined && header !== '')
      .map(({ header }): IgnoredPart => {
        return {
          kind: 'column',
          what: header,
          why: `a column of the ${readAs} without a known meaning`,
          spans: [span],
        };
      }),
  );
}
