import type { Control } from '../../catalog/catalog';
import type { Fix } from '../../check/finding';
import { addControl } from '../../edits/addControl';
import { newDocumentPath, newPolicy } from '../../edits/newDocument';
import { documentAt, type Isms } from '../../index/model';
import type { Span } from '../../text/span';
import { lineSpan } from '../../text/source';
import { choiceFix, type RawFinding, type Rule } from '../rule';
import { nameOf } from './controlNames';
import { fittingDocuments } from './fittingDocuments';

export const unmappedControl: Rule = {
  id: 'mapping/unmapped-control',
  severity: 'warning',
  fix: 'choice',
  summary: 'A control that the Statement of Applicability holds applicable is mapped by no document.',
  docs: {
    goodPractice: true,
    why: 'The Statement of Applicability says that the control applies. An auditor asks where the organisation has laid down how it is carried out, and a document that maps the control is the shortest answer. The standard does not ask for a document for every control; where a control works without one, accept the finding with that reason.',
    how: 'Find the document that covers the control and list the id in its front matter, or write one; the fix offers the documents that fit best, or a new one to fill in. Policies, procedures, standards, plans and guidelines map, drafts too; retired documents, the SoA and registers do not. Without an SoA each of the 93 controls that no document maps is reported on `isms.yaml`, as information.',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | Risk R-003 | Implemented |
| ⟪A.5.18⟫ | Access rights | Yes | Risk R-003 | Implemented |
| A.7.4 | Physical security monitoring | No | The landlord monitors the building | |

=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | Risk R-003 | Implemented |
| A.5.18 | Access rights | Yes | Risk R-003 | Implemented |

=== policies/access.md
---
title: Access control
controls: ["A.5.15", "A.5.18"]
---
`,
  },
  *checkControl(control, { isms }) {
    if (isms.mappings.has(control.id) || isms.mappingsUncertain) return;
    const place = isms.hasSoa ? placeInSoa(control, isms) : placeInConfig(isms);
    if (place !== undefined) yield findingOf(control, place, isms);
  },
};

interface Place {
  readonly path: string;
  readonly span: Span;
  readonly inSoa: boolean;
}

/** Of two rows for one control the first counts; that there are two is a finding of its own. */
function placeInSoa({ id }: Control, { soa }: Isms): Place | undefined {
  const entry = soa?.rows.get(id)?.[0];
  if (entry?.row.applicability !== 'applicable') return undefined;
  return { path: entry.document.path, span: entry.row.mention.span, inSoa: true };
}

function placeInConfig({ config }: Isms): Place | undefined {
  if (config === undefined) return undefined;
  const { source, root } = config;
  const key = root?.type === 'map' ? root.entries.find((entry) => entry.key === 'soa')?.keySpan : undefined;
  return { path: source.path, span: key ?? lineSpan(source, 0), inSoa: false };
}

function creation(control: Control, isms: Isms): Fix {
  const { folder, lineBreak } = isms.offers();
  const taken = isms.takenPaths();
  const { reviewCycle, scope } = isms.config?.config ?? {};
  const path = newDocumentPath(folder, control.title, (each) => taken.has(each.toLowerCase()));
  return choiceFix(`Create ${path} for ${nameOf(isms.catalog, control.id)}`, [], {
    creates: [
      {
        path,
        // Up to 93 documents are offered, and hardly any is ever asked for.
        get text() {
          return newPolicy(control, { reviewCycle, scope, lineBreak });
        },
      },
    ],
  });
}

function findingOf(control: Control, { path, span, inSoa }: Place, isms: Isms): RawFinding {
  const name = nameOf(isms.catalog, control.id);
  const fitting = fittingDocuments(control, isms.offers().candidates, isms.catalog);
  const additions = fitting.flatMap(({ path: fittingPath }) => {
    const document = documentAt(isms, fittingPath);
    const edits = document === undefined ? undefined : addControl(document, control.id);
    return document === undefined || edits === undefined
      ? []
      : [{ document, edits: edits.map((edit) => ({ path: document.path, ...edit })) }];
  });
  const best = additions[0]?.document.title;
  return {
    path,
    span,
    control: control.id,
    ...(!inSoa && { severity: 'information' as const }),
    message: inSoa
      ? `${name} applies, and no document maps it. An auditor will ask which document says how it is carried out.`
      : `No document maps ${name}, and there is no Statement of Applicability that says whether it applies. An auditor asks for all 93 controls.`,
    hint:
      best === undefined
        ? `Write a document that covers it, with controls: ["${control.id}"].`
        : `If "${best}" covers it, list ${control.id} there; otherwise write a document that does.`,
    fixes: [
      ...additions.map(({ document, edits }, index) =>
        choiceFix(`Add ${control.id} to ${document.title}`, edits, { preferred: index === 0 }),
      ),
      creation(control, isms),
    ],
  };
}
