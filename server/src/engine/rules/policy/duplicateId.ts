import { isTranslation } from '../../index/translations';
import type { IsmsDocument } from '../../index/model';
import { isPlaceholder } from '../../text/placeholder';
import { foldText } from '../../text/words';
import type { Rule } from '../rule';
import { controlledDocuments } from './inForce';

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
    const first = new Map<string, IsmsDocument[]>();
    for (const document of controlledDocuments(isms)) {
      const fact = document.field('id');
      const { dates } = isms.vocabulary;
      if (fact === undefined || document.status === 'retired') continue;
      if (dates.isEmptyValue(fact.value) || isPlaceholder(fact.value, dates)) continue;
      const key = foldText(fact.value.trim());
      const others = first.get(key) ?? [];
      first.set(key, [...others, document]);
      const other = others.find((each) => !isTranslation(each.path, document.path));
      const otherFact = other?.field('id');
      if (other === undefined || otherFact === undefined) continue;
      yield {
        path: document.path,
        span: fact.span,
        message: `"${other.title}" has the id ${fact.value} too. A reference or an approval that names it may mean either document.`,
        hint: 'Give one of the two an id of its own.',
        related: [{ path: other.path, span: otherFact.span, message: `the same id in "${other.title}"` }],
      };
    }
  },
};
