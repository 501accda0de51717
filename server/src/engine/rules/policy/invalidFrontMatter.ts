import type { ReadProblem } from '../../facts/facts';
import type { Rule } from '../rule';

export const invalidFrontMatter: Rule = {
  id: 'policy/invalid-front-matter',
  severity: 'error',
  fix: 'none',
  summary: 'The front matter is not valid YAML, is never closed, or holds a value of the wrong type.',
  docs: {
    why: 'What cannot be read cannot be shown to an auditor: owner, version, approval and the controls of this document are lost to everybody who relies on its front matter. Nothing is concluded from such a document: no control is reported unmapped because of it.',
    how: 'Correct the line that the finding marks. Values with a colon, a hash or a leading special character belong in quotes; indent with spaces, never with tabs; close the block with `---` on a line of its own.',
    bad: `
=== policies/access.md
---
title: ⟪Access control: rules for all staff⟫
owner: CISO
controls: ["A.5.15"]
---

# Access control

=== policies/backup.md
---
title: Backup
⟪version⟫: [1.0, 1.1]
owner: Head of IT
controls: ["A.8.13"]
---

# Backup
`,
    good: `
=== policies/access.md
---
title: "Access control: rules for all staff"
owner: CISO
controls: ["A.5.15"]
---

# Access control

=== policies/backup.md
---
title: Backup
version: "1.1"
owner: Head of IT
controls: ["A.8.13"]
---

# Backup
`,
  },
  *checkDocument(document) {
    for (const problem of causesOf(document.facts.problems)) {
      yield { path: document.path, span: problem.span, message: messageOf(problem), hint: problem.hint };
    }
  },
};

/** A block without an end runs into the text, and what YAML cannot parse it takes for something else: causes come first. */
function causesOf(problems: readonly ReadProblem[]): readonly ReadProblem[] {
  const kinds = ['unclosed-front-matter', 'invalid-front-matter', 'wrong-type'] as const;
  const first = kinds.find((kind) => problems.some((problem) => problem.kind === kind));
  return problems.filter((problem) => problem.kind === first);
}

function messageOf({ kind, detail }: ReadProblem): string {
  if (kind === 'wrong-type')
    return `Front matter: ${detail}. What it says is lost to everybody who relies on it.`;
  return `The front matter cannot be read: ${detail}. Until that is corrected, its owner, its version and its controls are lost to every reader and tool.`;
}
