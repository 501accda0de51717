import type { IsmsDocument } from '../../index/model';
import { lineSpan } from '../../text/source';
import type { RawFinding, Rule } from '../rule';
import { listed } from './controlNames';

export const noControls: Rule = {
  id: 'mapping/no-controls',
  severity: 'information',
  fix: 'none',
  summary: 'A policy that maps no control at all.',
  docs: {
    goodPractice: true,
    why: 'A policy usually carries out some control. Where it names none, nobody who comes from the Statement of Applicability finds it, and when it changes nobody sees which controls are concerned.',
    how: 'List the controls that the policy carries out in its front matter: `controls: ["A.5.15"]`. If it carries out none, give it the `type` that it is, such as `record` or `guideline`.',
    bad: `
=== isms.yaml
organization: Havenwerk

=== policies/access.md
---
title: ⟪Access⟫
type: policy
---

# Access

Access is reviewed every quarter.
`,
    good: `
=== isms.yaml
organization: Havenwerk

=== policies/access.md
---
title: Access
type: policy
controls: ["A.5.15", "A.5.18"]
---

# Access

Access is reviewed every quarter.
`,
  },
  *checkDocument(document, { isms }) {
    if (!isms.managed || document.kind !== 'policy' || !document.maps) return;
    if (isWithoutControls(document)) yield findingOf(document);
  },
};

/** Ids of 2013, whole themes and ids that do not exist are findings of other rules: the author did mean to map. */
function isWithoutControls({ facts }: IsmsDocument): boolean {
  if (facts.frontMatter?.readable === false) return false;
  return !facts.references.some(
    ({ mention }) => mention.namespace.startsWith('iso27001') || mention.namespace === 'own',
  );
}

function findingOf(document: IsmsDocument): RawFinding {
  const { facts, path, source } = document;
  const cited = facts.citations.flatMap(({ mention }) =>
    mention.namespace === 'iso27001:2022' ? mention.ids : [],
  );
  const title = document.field('title');
  return {
    path,
    span: title?.span ?? facts.body.headings[0]?.span ?? lineSpan(source, 0),
    message:
      'This policy maps no control. Nobody who comes from the Statement of Applicability finds it, and an auditor will ask which controls it serves.',
    hint:
      cited.length === 0
        ? 'List the controls that it carries out: controls: ["A.5.15"].'
        : `Its text cites ${listed([...new Set(cited)])}: list under "controls" what it carries out.`,
  };
}
