import type { Control } from '../../catalog/catalog';
import type { Fix } from '../../check/finding';
import { addControl } from '../../edits/addControl';
import { newDocumentPath, newPolicy } from '../../edits/newDocument';
import { documentAt, type Isms, type IsmsDocument } from '../../index/model';
import type { Span } from '../../text/span';
import { lineSpan } from '../../text/source';
import { choiceFix, type RawFinding, type Rule } from '../rule';
import { nameOf } from './controlNames';
import { candidatesOf, fittingDocuments } from './fittingDocuments';

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
  *check({ isms }) {
    if (isms.mappingsUncertain) return;
    const places = isms.soa !== undefined ? placesInSoa(isms) : placesInConfig(isms);
    const unmapped = places.filter(({ control }) => !isms.mappings.has(control.id));
    if (unmapped.length === 0) return;
    const fixer = createFixer(isms);
    for (const place of unmapped) yield findingOf(place, fixer, isms);
  },
};

interface Place {
  readonly control: Control;
  readonly path: string;
  readonly span: Span;
  readonly inSoa: boolean;
}

function placesInSoa({ soa, catalog }: Isms): Place[] {
  return [...(soa?.rows ?? [])].flatMap(([id, [entry]]) => {
    const control = catalog.control(id);
    // Of two rows for one control the first counts; that there are two is a finding of its own.
    if (control === undefined || entry === undefined || entry.row.applicability !== 'applicable') return [];
    return [{ control, path: entry.document.path, span: entry.row.mention.span, inSoa: true }];
  });
}

function placesInConfig({ config, catalog }: Isms): Place[] {
  if (config === undefined) return [];
  const { source, root } = config;
  const key = root?.type === 'map' ? root.entries.find((entry) => entry.key === 'soa')?.keySpan : undefined;
  const span = key ?? lineSpan(source, 0);
  return catalog.controls.map((control) => ({ control, path: source.path, span, inSoa: false }));
}

interface Fixer {
  readonly fitting: (control: Control) => readonly IsmsDocument[];
  readonly create: (control: Control) => Fix;
}

function createFixer(isms: Isms): Fixer {
  const candidates = candidatesOf(isms.heads);
  const mapping = isms.heads.filter(({ maps }) => maps);
  const folder = usualFolder(mapping.map(({ path }) => path));
  const taken = new Set(
    [...isms.files.keys(), ...isms.unreadable.map((file) => file.path)].map((path) => path.toLowerCase()),
  );
  const lineBreak = mapping[0]?.lineBreak ?? '\n';
  const { reviewCycle, scope } = isms.config?.config ?? {};
  return {
    fitting: (control) =>
      fittingDocuments(control, candidates, isms.catalog).flatMap(({ path }) => documentAt(isms, path) ?? []),
    create: (control) => {
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
    },
  };
}

/** The folder in which most documents lie that map; `policies` where there is none yet. */
function usualFolder(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return most?.[0] ?? 'policies';
}

function findingOf({ control, path, span, inSoa }: Place, fixer: Fixer, isms: Isms): RawFinding {
  const name = nameOf(isms.catalog, control.id);
  const additions = fixer.fitting(control).flatMap((document) => {
    const edits = addControl(document, control.id);
    return edits === undefined
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
      fixer.create(control),
    ],
  };
}
