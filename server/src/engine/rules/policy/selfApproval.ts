import { normalise } from '../../catalog/vocabulary';
import type { MetadataFact, MetadataField } from '../../facts/facts';
import type { IsmsDocument } from '../../index/model';
import { isPlaceholder } from '../../text/placeholder';
import type { Rule } from '../rule';
import { isInForce } from './inForce';

export const selfApproval: Rule = {
  id: 'policy/self-approval',
  severity: 'warning',
  fix: 'none',
  summary: 'The approver of a document is also its owner or its author, and nobody else approved it.',
  docs: {
    why: 'Whoever writes or owns the rules should not be the only one to approve them. A second pair of eyes finds gaps, and an approval by management shows that the rules have its support (clauses 5.1 and 7.5.2).',
    how: 'Let somebody else approve the document, best a member of top management for policies, and write down that person or role. In a very small organisation, accept the finding with a reason.',
    goodPractice: true,
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
status: approved
owner: Ana Ruiz (Head of IT)
approver: ⟪Ana Ruiz⟫
approved_date: 2026-03-20
controls: ["A.8.13"]
---

# Backup
`,
    good: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
status: approved
owner: Ana Ruiz (Head of IT)
approver: Jo Brandt (Managing director)
approved_date: 2026-03-20
controls: ["A.8.13"]
---

# Backup
`,
  },
  *checkDocument(document, { isms }) {
    if (!isInForce(document, isms)) return;
    const approvers = people(document, 'approver');
    const [first] = approvers;
    const makers = [...people(document, 'owner'), ...people(document, 'author')];
    const isKnown = ({ fact }: Person): boolean =>
      !isms.vocabulary.dates.isEmptyValue(fact.value) && !isPlaceholder(fact.value, isms.vocabulary.dates);
    if (first === undefined || !approvers.every(isKnown)) return;
    const same = approvers.map((approver) => makers.find((maker) => isSame(approver, maker)));
    const [maker] = same;
    if (maker === undefined || same.includes(undefined)) return;
    yield {
      path: document.path,
      span: first.fact.span,
      message: `${first.fact.value} approved the document and is its ${maker.fact.field} as well. An auditor asks who else agreed to these rules.`,
      hint: 'Let somebody else approve it, or accept this with a reason.',
      related: [{ path: document.path, span: maker.fact.span, message: `the ${maker.fact.field}` }],
    };
  },
};

/** Somebody in a field: a name, a role, or a name with a role in brackets. */
interface Person {
  readonly fact: MetadataFact;
  readonly names: readonly string[];
}

/** All people in the carrier that is believed: several items, or several names in one value. */
function people({ facts, field }: IsmsDocument, name: MetadataField): Person[] {
  const carrier = field(name)?.carrier;
  return facts.metadata
    .filter((fact) => fact.field === name && fact.carrier === carrier)
    .flatMap((fact) =>
      fact.value
        .split(/\s*(?:[;&/]|,(?![^(]*\))|\s(?:and|und|y|et|en|e)\s)\s*/)
        .map((value) => ({ fact, names: namesIn(value) }))
        .filter(({ names }) => names.length > 0),
    );
}

function namesIn(value: string): string[] {
  const outside = value.replace(/\([^()]*\)|<[^<>]*>/g, ' ');
  const inside = [...value.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '');
  return [outside, ...inside].map(normalise).filter((name) => /\p{L}{2}/u.test(name));
}

function isSame(a: Person, b: Person): boolean {
  return a.names.some((name) => b.names.includes(name));
}
