import type { ControlReference } from '../../facts/facts';
import { TIGHT_CHAIN } from '../../ids/tokens';
import type { Isms, IsmsDocument } from '../../index/model';
import { safeFix, type RawFinding, type Rule } from '../rule';

export const noncanonicalId: Rule = {
  id: 'mapping/noncanonical-id',
  severity: 'hint',
  fix: 'safe',
  summary: 'An id under a control key that is not spelled as A.5.15 is.',
  docs: {
    goodPractice: true,
    why: 'Whoever searches for A.5.15, an auditor included, finds neither "5.15" nor "ISO27001-A.5.15". With one spelling every mapping can be found.',
    how: 'Write the id as Annex A prints it: `A.5.15`. The fix does it and keeps quotes and words behind the id.',
    bad: `
=== policies/access.md
---
title: Access control
controls:
  - "⟪5.15⟫"
  - ⟪a.05.16⟫ Identity management
  - "⟪A.5.17-18⟫"
---
`,
    good: `
=== policies/access.md
---
title: Access control
controls:
  - "A.5.15"
  - A.5.16 Identity management
  - "A.5.17–A.5.18"
---
`,
  },
  *checkDocument(document, { isms }) {
    if (document.kind === 'template' || document.kind === 'readme') return;
    const references = document.facts.references.filter(
      (each) => isListed(each, document) && isOurs(each, isms),
    );
    for (const chain of chainsOf(references, document.source.text)) {
      const finding = findingOf(chain, document);
      if (finding !== undefined) yield finding;
    }
  },
};

/** Of the sources under `references` nobody expects the bare id. */
function isListed({ list }: ControlReference, { facts }: IsmsDocument): boolean {
  return facts.controlLists.some((each) => each.number === list && each.meaning === 'iso27001');
}

/** A number is `mapping/numeric-id`'s, an id that does not exist `mapping/unknown-control`'s. */
function isOurs({ mention, yamlNumber }: ControlReference, isms: Isms): boolean {
  if (yamlNumber !== undefined || mention.namespace !== 'iso27001:2022' || mention.ids.length === 0)
    return false;
  return mention.ids.every((id) => isms.catalog.control(id) !== undefined);
}

/** The ids of `A.5.15-16-18` lean on the first and are respelled together; every other id stands alone. */
function chainsOf(references: readonly ControlReference[], text: string): ControlReference[][] {
  const chains: ControlReference[][] = [];
  for (const reference of references) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    const leans =
      last !== undefined && TIGHT_CHAIN.test(text.slice(last.mention.span.end, reference.mention.span.start));
    if (chain !== undefined && leans) chain.push(reference);
    else chains.push([reference]);
  }
  return chains;
}

function findingOf(
  chain: readonly ControlReference[],
  { path, source }: IsmsDocument,
): RawFinding | undefined {
  const first = chain[0]?.mention;
  const last = chain.at(-1)?.mention;
  if (first === undefined || last === undefined || chain.every(({ mention }) => mention.canonical))
    return undefined;
  const span = { start: first.span.start, end: last.span.end };
  const ids = chain.flatMap(({ mention }) => mention.ids);
  const newText = chain.length === 1 && first.form === 'range' ? `${ids[0]}–${ids.at(-1)}` : ids.join(', ');
  const spelled = source.text.slice(span.start, span.end);
  return {
    path,
    span,
    control: ids[0],
    message: `"${spelled}" is another spelling of ${newText}. An auditor who searches the documents for the id does not find this one.`,
    hint: `Write ${newText}.`,
    fixes: [safeFix(`Change to ${newText}`, [{ path, span, newText }])],
  };
}
