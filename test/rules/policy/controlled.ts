/** An ISMS of one policy with these lines in its front matter and this text. */
export function controlledPolicy(yaml: string, body = '# Access'): string {
  return `=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
title: Access
controls: ["A.5.15"]
${yaml}
---

${body}
`;
}
