import type { DocumentHead } from '../../index/heads';
import { documentAt, type Isms } from '../../index/model';
import { isTranslation } from '../../index/translations';
import { isPlaceholder } from '../../text/placeholder';
import { foldText } from '../../text/words';
import type { RawFinding, Rule } from '../rule';

export const duplicateId: Rule = {
  id: 'policy/duplicate-id',
  severity: 'error',
  fix: 'none',
  summary:
    'Two documents have the same id. Translations in sibling folders named by their language are one document.',
  docs: {
    why: 'People, the Statement of Applicability and evidence name documents by their ids. Where two share one, nobody knows which is meant, and an approval or a review of the one is taken for that of the other.',
    how: 'Give the newer document an id of its own, and correct what refers to it. A retired predecessor may keep the id. Translations of one document belong in sibling folders such as `en/` and `de/`.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
id: POL-004
title: Access control
controls: ["A.5.15"]
---

# Access control
=== policies/backup.md
---
id: ⟪POL-004⟫
title: Backup
controls: ["A.8.13"]
---

# Backup
`,
    good: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
id: POL-004
title: Access control
controls: ["A.5.15"]
---

# Access control
=== policies/backup.md
---
id: POL-013
title: Backup
controls: ["A.8.13"]
---

# Backup
`,
  },
  *check({ isms }) {
    const { dates } = isms.vocabulary;
    const first = new Map<string, DocumentHead[]>();
    for (const head of isms.managed ? isms.heads : []) {
      const { id } = head;
      if (!head.controlled || head.frontMatterReadable === false || head.status === 'retired') continue;
      if (id === undefined || dates.isEmptyValue(id) || isPlaceholder(id, dates)) continue;
      const key = foldText(id.trim());
      const others = first.get(key) ?? [];
      first.set(key, [...others, head]);
      const other = others.find((each) => !isTranslation(each.path, head.path));
      if (other !== undefined) yield* findingOf(head.path, other.path, isms);
    }
  },
};

function* findingOf(path: string, otherPath: string, isms: Isms): Iterable<RawFinding> {
  const fact = documentAt(isms, path)?.field('id');
  const other = documentAt(isms, otherPath);
  const otherFact = other?.field('id');
  if (fact === undefined || other === undefined || otherFact === undefined) return;
  yield {
    path,
    span: fact.span,
    message: `"${other.title}" has the id ${fact.value} too. A reference or an approval that names it may mean either document.`,
    hint: 'Give one of the two an id of its own.',
    related: [{ path: other.path, span: otherFact.span, message: `the same id in "${other.title}"` }],
  };
}
