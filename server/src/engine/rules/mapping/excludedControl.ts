import { nameOf } from './controlNames';
import type { Isms, Mapping, SoaEntry } from '../../index/model';
import type { RawFinding, Rule } from '../rule';

export const excludedControl: Rule = {
  id: 'mapping/excluded-control',
  severity: 'warning',
  fix: 'none',
  summary: 'A document maps a control that the Statement of Applicability declares not applicable.',
  docs: {
    why: 'The Statement of Applicability says that the control is not needed, and a document says how it is carried out. An auditor asks which of the two is true, and whether the exclusion was thought through.',
    how: 'If the organisation does carry the control out, declare it applicable in the Statement of Applicability and justify its inclusion. If it does not, take the id out of the document.',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.7.4 | Physical security monitoring | No | All offices are serviced; the landlord monitors them |

=== policies/physical.md
---
title: Physical security
controls: ["⟪A.7.4⟫"]
---
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.7.4 | Physical security monitoring | Yes | Risk R-012: burglary at the Rotterdam office |

=== policies/physical.md
---
title: Physical security
controls: ["A.7.4"]
---
`,
  },
  *check({ isms }) {
    for (const [id, [entry]] of isms.soa?.rows ?? []) {
      if (entry === undefined || entry.row.applicability !== 'not-applicable') continue;
      const seen = new Set<string>();
      for (const mapping of isms.mappings.get(id) ?? []) {
        if (seen.has(mapping.document.path)) continue;
        seen.add(mapping.document.path);
        yield findingOf(id, mapping, entry, isms);
      }
    }
  },
};

function findingOf(id: string, mapping: Mapping, entry: SoaEntry, isms: Isms): RawFinding {
  const name = nameOf(isms.catalog, id);
  return {
    path: mapping.document.path,
    span: mapping.reference.mention.span,
    control: id,
    message: `This document maps ${name}, which the Statement of Applicability declares not applicable. An auditor will ask which of the two is true.`,
    hint: `Take ${id} out of this document, or declare it applicable in the Statement of Applicability.`,
    related: [
      {
        path: entry.document.path,
        span: entry.row.mention.span,
        message: `${id} is declared not applicable here`,
      },
    ],
  };
}
