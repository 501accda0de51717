import { nameOf } from './controlNames';
import { choiceFix, type Rule } from '../rule';

export const numericId: Rule = {
  id: 'mapping/numeric-id',
  severity: 'error',
  fix: 'choice',
  summary:
    'A control id without quotes that YAML reads as a number, as 5.10 that becomes 5.1. A hint where the number keeps its value.',
  docs: {
    why: 'To every other tool that reads this file, 5.10 without quotes is the number 5.1: the evidence that an export or a dashboard shows an auditor then stands under another control.',
    how: 'Write the id with its letter and in quotes: `"A.5.10"`. The fix does it.',
    bad: `
=== policies/acceptable-use.md
---
title: Acceptable use
controls:
  - "A.5.9"
  - ⟪5.10⟫
---
`,
    good: `
=== policies/acceptable-use.md
---
title: Acceptable use
controls:
  - "A.5.9"
  - "A.5.10"
---
`,
  },
  *checkDocument(document, { isms }) {
    if (document.kind === 'template' || document.kind === 'readme') return;
    for (const { mention, yamlNumber, container } of document.facts.references) {
      const [id] = mention.ids;
      if (yamlNumber === undefined || id === undefined || !mention.namespace.startsWith('iso27001')) continue;
      const { changed, read } = yamlNumber;
      const language = document.facts.frontMatter?.form === 'toml' ? 'TOML' : 'YAML';
      yield {
        path: document.path,
        span: mention.span,
        control: id,
        severity: changed ? 'error' : 'hint',
        message: changed
          ? `${language} reads ${mention.text} without quotes as the number ${read}. Other tools will file this document under A.${read} and not under ${nameOf(isms.catalog, id)}, and so would an auditor who works with their lists.`
          : `${language} reads ${mention.text} without quotes as a number and not as a control id. A tool that rewrites the file may change it, and the link to ${nameOf(isms.catalog, id)} is lost.`,
        hint: `Write "${id}" in quotes.`,
        fixes: [
          choiceFix(`Change to "${id}"`, [{ path: document.path, span: container, newText: `"${id}"` }], {
            preferred: true,
          }),
        ],
      };
    }
  },
};
