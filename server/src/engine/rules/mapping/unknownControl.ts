import { nearestControls } from '../../catalog/nearestControls';
import { citedControls } from '../citedControls';
import { choiceFix, type Rule } from '../rule';

export const unknownControl: Rule = {
  id: 'mapping/unknown-control',
  severity: 'error',
  fix: 'choice',
  summary: 'An id shaped like one of ISO/IEC 27001:2022 Annex A that no loaded catalogue holds.',
  docs: {
    why: 'An auditor looks the id up and finds nothing: the document claims to carry out a control that does not exist, and the one that was meant stays unmapped.',
    how: 'Correct the id. The fix offers the nearest ones. Ids of your own belong in a catalogue file that `catalogs:` in `isms.yaml` names.',
    bad: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15", "⟪A.5.99⟫"]
---
`,
    good: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15", "A.5.18"]
---
`,
  },
  *check({ isms }) {
    for (const { document, mention, ids } of citedControls(isms, 'iso27001:2022')) {
      const unknown = ids.filter((id) => isms.catalog.control(id) === undefined);
      const [id] = unknown;
      if (id === undefined) continue;
      const candidates = mention.form === 'single' ? nearestControls(id, isms.catalog) : [];
      yield {
        path: document.path,
        span: mention.span,
        control: id,
        message: `${unknown.join(', ')} is no control of ISO/IEC 27001:2022 Annex A. What cannot be looked up cannot be audited, and the control that was meant stays unmapped.`,
        hint: candidates.length > 0 ? `Correct the id, for example to ${candidates.map((control) => control.id).join(' or ')}.` : 'Correct the id.',
        fixes: candidates.map((control, index) =>
          choiceFix(`Change to ${control.id} ${control.title}`, [{ path: document.path, span: mention.span, newText: control.id }], { preferred: index === 0 }),
        ),
      };
    }
  },
};
