import { clauseLists } from '../../facts/controlList';
import type { ControlReference } from '../../facts/facts';
import type { Control } from '../../catalog/catalog';
import type { IsmsDocument } from '../../index/model';
import type { RawFinding, Rule, RuleContext } from '../rule';
import { listed, nameOf } from './controlNames';
import { isNamedIn } from './namedInText';

export const notAddressed: Rule = {
  id: 'mapping/not-addressed',
  severity: 'information',
  fix: 'none',
  summary:
    'The front matter lists a control that the text nowhere cites and none of whose elements it addresses.',
  docs: {
    goodPractice: true,
    why: 'The list of controls promises that this document says what is done about each of them. An auditor who follows the mapping from the Statement of Applicability to the document finds nothing there, and relies less on the other mappings.',
    how: 'Write what the organisation does about the control, or take the id out of the list and list the control in the document that covers it. A text addresses a control where it cites the id or the title, or settles one of the decisions on the control’s card. The words are recognised in English and German; a document in another language, or one without a text of its own, is not judged. Recognition by words misses some statements: cite the id beside the rule, and every reader finds it.',
    bad: `
=== isms.yaml
organization: Havenwerk

=== policies/access.md
---
title: Access
controls:
  - "A.5.15"
  - "⟪A.7.7⟫"
---

# Access

System owners decide who gets access to their system. Nobody has access that the role does not need.
`,
    good: `
=== isms.yaml
organization: Havenwerk

=== policies/access.md
---
title: Access
controls:
  - "A.5.15"
  - "A.7.7"
---

# Access

System owners decide who gets access to their system. Nobody has access that the role does not need.

## Desks and screens (A.7.7)

Everybody locks the screen before leaving the desk and puts papers with customer data into the cabinet.
`,
  },
  *checkDocument(document, context) {
    if (!context.isms.managed || !document.maps || document.facts.frontMatter?.readable !== true) return;
    if (context.elements(document).language !== undefined) yield* findingsIn(document, context);
  },
};

function* findingsIn(document: IsmsDocument, context: RuleContext): Iterable<RawFinding> {
  const judged = new Set<string>();
  const forClauses = clauseLists(document.facts.controlLists);
  for (const reference of document.facts.references) {
    const { carrier, mention, list } = reference;
    if (carrier !== 'front-matter' || forClauses.has(list) || mention.namespace !== 'iso27001:2022') continue;
    const controls = mention.ids
      .filter((id) => !judged.has(id))
      .flatMap((id) => context.isms.catalog.control(id) ?? []);
    for (const { id } of controls) judged.add(id);
    const open = controls.filter((control) => !isAddressed(document, control, context));
    if (open.length > 0) yield findingOf(document, reference, open, context);
  }
}

function isAddressed(document: IsmsDocument, control: Control, context: RuleContext): boolean {
  return (
    context.isms.excluded.has(control.id) ||
    context.elements(document).settles(control.id).size > 0 ||
    isNamedIn(document, control, context)
  );
}

function findingOf(
  document: IsmsDocument,
  { mention }: ControlReference,
  controls: readonly Control[],
  { isms }: RuleContext,
): RawFinding {
  const several = controls.length > 1;
  const names = listed(
    controls.map(({ id }) => nameOf(isms.catalog, id)),
    3,
  );
  return {
    path: document.path,
    span: mention.span,
    control: controls[0]?.id,
    message: `This document lists ${names}, and its text seems to say nothing about ${several ? 'them' : 'it'}. An auditor who follows the mapping finds no answer here.`,
    hint: several
      ? 'Write what the organisation does about them and cite the ids there, or take them out of this list.'
      : `Write what the organisation does about it and cite ${controls[0]?.id ?? 'the id'} there, or take it out of this list.`,
  };
}
