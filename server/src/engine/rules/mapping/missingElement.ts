import type { CardElement, Control } from '../../catalog/catalog';
import type { Mapping } from '../../index/model';
import type { RawFinding, Rule, RuleContext } from '../rule';
import { nameOf } from './controlNames';
import { isNamedIn } from './namedInText';
import { wordingFixes } from './wordingFixes';

export const missingElement: Rule = {
  id: 'mapping/missing-element',
  severity: 'hint',
  fix: 'choice',
  summary: 'An element of a control that no document mapping the control addresses.',
  docs: {
    goodPractice: true,
    why: 'Each control leaves decisions to the organisation, such as who approves, how often, and what happens otherwise. An auditor may ask for any of them, and what no document decides, people decide differently each time.',
    how: 'Answer the open questions in a document that maps the control, or list the control in the document that answers them already. There is one finding for each control, with all its open questions, on the document that answers most of them; the fix inserts a sentence to adapt where the control’s card has one. The decisions are recognised by English and German words, so an answer in unusual words may be missed: that is why this is a hint. Nothing is said of a control that a document in another language maps, nor where no document’s text says anything of it (`mapping/not-addressed` does).',
    bad: `
=== isms.yaml
organization: Havenwerk

=== policies/access.md
---
title: Access control
controls: ["⟪A.5.15⟫"]
---

# Access control

System owners approve every access to their system. Nobody has access by default: what the role does not need is denied.
`,
    good: `
=== isms.yaml
organization: Havenwerk

=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

# Access control

System owners approve every access to their system. Access rights follow the principle of least privilege.
The access matrix assigns to each job role its groups. These rules bind physical and logical access alike.
External parties use remote access only with multi-factor login, for at most five days.
Access to confidential information is open only to the groups that the classification names.
`,
  },
  *checkControl(control, context) {
    const { isms } = context;
    const { id } = control;
    if (!isms.managed || isms.mappingsUncertain || isms.excluded.has(id)) return;
    const texts = mappedTexts(control, isms.mappings.get(id) ?? [], context);
    const best = bestOf(texts);
    if (best === undefined) return;
    const open = control.card.elements.filter(
      (element) => !texts.some(({ settled }) => settled.has(element.id)),
    );
    if (open.length > 0) yield findingOf(control, open, best, context);
  },
};

/** A document that maps the control, where it first does so, and what it settles. */
interface MappedText extends Mapping {
  readonly settled: ReadonlySet<string>;
}

/** The documents that map a control; none where one of them is in a language without terms, since it may settle all. */
function mappedTexts(
  control: Control,
  mappings: readonly Mapping[],
  context: RuleContext,
): readonly MappedText[] {
  if (mappings.length === 0) return [];
  const firsts = new Map(mappings.toReversed().map((mapping) => [mapping.document.path, mapping]));
  const texts = [...firsts.values()]
    .toReversed()
    .map((mapping) => ({ ...mapping, read: context.elements(mapping.document) }));
  if (texts.some(({ read }) => read.language === undefined)) return [];
  const judged = texts.map(({ read, ...mapping }) => ({ ...mapping, settled: read.settles(control.id) }));
  const spoken = judged.some(
    ({ settled, document }) => settled.size > 0 || isNamedIn(document, control, context),
  );
  return spoken ? judged : [];
}

/** The document that settles most, the first by path among equals. */
function bestOf(texts: readonly MappedText[]): MappedText | undefined {
  const [first, ...others] = texts;
  return others.reduce(
    (best, text) => (best !== undefined && text.settled.size > best.settled.size ? text : best),
    first,
  );
}

function findingOf(
  control: Control,
  open: readonly CardElement[],
  { document, reference }: MappedText,
  context: RuleContext,
): RawFinding {
  const { isms } = context;
  const several = open.length > 1;
  const questions = open.map(({ question }) => question).join(' ');
  return {
    path: document.path,
    span: reference.mention.span,
    control: control.id,
    message: `No document that maps ${nameOf(isms.catalog, control.id)} seems to answer: ${questions} An auditor may ask ${several ? 'any of these questions' : 'this question'}, and what no document decides, people decide differently each time.`,
    hint: `Answer ${several ? 'them' : 'it'} in "${document.title}", or list ${control.id} in the document that does.`,
    fixes: wordingFixes(control, open, document, context),
  };
}
