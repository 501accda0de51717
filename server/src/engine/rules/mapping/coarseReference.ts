import { clauseLists } from '../../facts/controlList';
import type { ControlReference } from '../../facts/facts';
import type { Isms, IsmsDocument } from '../../index/model';
import type { RawFinding, Rule } from '../rule';
import { listed } from './controlNames';

export const coarseReference: Rule = {
  id: 'mapping/coarse-reference',
  severity: 'information',
  fix: 'none',
  summary: 'A whole theme such as A.5, or all controls, where ids are expected. It maps nothing.',
  docs: {
    goodPractice: true,
    why: 'A document that claims a whole theme claims up to 37 controls at once, and hardly covers them all. An auditor who picks one of them and asks what is done about it gets no answer. So a theme maps no control here, and the controls that the document does cover seem to be mapped nowhere.',
    how: 'List the controls that this document covers: "A.5.15", "A.5.18". A range such as "A.5.24–A.5.28" is fine where the document covers every one of them.',
    bad: `
=== policies/information-security.md
---
title: Information security
type: policy
controls: ["⟪A.5⟫", "A.6.3"]
---
=== policies/annex.md
---
title: Everything
type: policy
controls: ⟪all controls⟫
---
`,
    good: `
=== policies/information-security.md
---
title: Information security
type: policy
controls: ["A.5.1", "A.5.2", "A.6.3"]
---
`,
  },
  *checkDocument(document, { isms }) {
    if (!document.controlled) return;
    for (const references of coarseLists(document)) yield findingOf(references, document, isms);
  },
};

/** The coarse references of each list: one list is one cause. */
function coarseLists({ facts }: IsmsDocument): ControlReference[][] {
  const lists = new Map<number, ControlReference[]>();
  const forClauses = clauseLists(facts.controlLists);
  for (const reference of facts.references) {
    const { mention, list } = reference;
    if (mention.form !== 'coarse' || mention.namespace !== 'iso27001:2022' || forClauses.has(list)) continue;
    const known = lists.get(list);
    if (known === undefined) lists.set(list, [reference]);
    else known.push(reference);
  }
  return [...lists.values()];
}

function findingOf(
  references: readonly ControlReference[],
  { path }: IsmsDocument,
  { catalog }: Isms,
): RawFinding {
  const [first, ...others] = references;
  const texts = references.map(({ mention }) => mention.text);
  const themes = new Set(texts.map(themeOf));
  const count = catalog.controls.filter(
    ({ id }) => themes.has(undefined) || themes.has(id.split('.')[1]),
  ).length;
  return {
    path,
    span: first?.mention.span ?? { start: 0, end: 0 },
    message: `${listed(texts)} ${references.length === 1 ? 'stands' : 'stand'} for ${count} controls, and maps none of them. An auditor who picks one and asks what is done about it gets no answer from this list.`,
    hint: 'List the controls that this document covers, for example "A.5.15", "A.5.18".',
    related: others.map(({ mention }) => ({
      path,
      span: mention.span,
      message: `${mention.text} maps none either.`,
    })),
  };
}

/** The number of a theme; `undefined` for all of Annex A. */
function themeOf(text: string): string | undefined {
  return /[5-8](?=[^\d]*$|[._]x)/i.exec(text)?.[0];
}
