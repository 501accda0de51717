import type { ControlList } from '../../facts/controlList';
import type { ControlReference } from '../../facts/facts';
import type { Isms, IsmsDocument } from '../../index/model';
import type { RawFinding, Rule } from '../rule';
import { listed, nameOf } from './controlNames';

export const clauseAsControl: Rule = {
  id: 'mapping/clause-as-control',
  severity: 'warning',
  fix: 'none',
  summary:
    'A clause of ISO/IEC 27001 where controls are expected, or ids of Annex A under a key for clauses.',
  docs: {
    why: 'Clauses 4 to 10 say how the management system is run; the controls of Annex A are the measures that it chooses from. Some numbers are used by both: 5.1 is leadership among the clauses and policies among the controls. An id in the wrong list maps nothing, and an auditor who follows it arrives at the wrong requirement.',
    how: 'Put clauses under `clauses` and controls of Annex A under `controls`.',
    bad: `
=== policies/audit.md
---
title: Internal audit
type: procedure
controls: ["A.5.35", "⟪9.2⟫"]
---
=== methodology.md
---
title: Risk methodology
type: methodology
clauses: ["6.1.2", "⟪A.5.7⟫"]
---
`,
    good: `
=== policies/audit.md
---
title: Internal audit
type: procedure
controls: ["A.5.35"]
clauses: ["9.2"]
---
=== methodology.md
---
title: Risk methodology
type: methodology
controls: ["A.5.7"]
clauses: ["6.1.2"]
---
`,
  },
  *checkDocument(document, { isms }) {
    if (document.kind === 'template' || document.kind === 'readme') return;
    for (const list of document.facts.controlLists) {
      const strays = document.facts.references.filter(
        (reference) => reference.list === list.number && isStray(reference, list, isms),
      );
      if (strays.length > 0) yield findingOf(strays, list, document, isms);
    }
  },
};

function isStray({ mention }: ControlReference, { meaning }: ControlList, isms: Isms): boolean {
  if (meaning === 'iso27001') return mention.namespace === 'clause';
  return meaning === 'clauses' && controlsIn(mention, isms).length > 0;
}

/** Under a key for clauses: an id with its letter, or one that is no clause and is a control of Annex A, such as 5.15. */
function controlsIn(mention: ControlReference['mention'], { catalog }: Isms): readonly string[] {
  if (mention.namespace === 'iso27001:2022') return mention.ids;
  if (mention.namespace !== 'clause') return [];
  return mention.ids
    .filter((id) => !catalog.clauses.some((clause) => clause.id === id))
    .map((id) => `A.${id}`)
    .filter((id) => catalog.control(id) !== undefined);
}

/** One list is one cause. */
function findingOf(
  strays: readonly ControlReference[],
  list: ControlList,
  { path }: IsmsDocument,
  isms: Isms,
): RawFinding {
  const [first, ...others] = strays.map(({ mention }) => mention);
  const underClauses = list.meaning === 'clauses';
  const names = strays.flatMap(({ mention }) =>
    underClauses
      ? controlsIn(mention, isms).map((id) => nameOf(isms.catalog, id))
      : mention.ids.map((id) => clauseName(id, isms)),
  );
  const control = underClauses && first !== undefined ? controlsIn(first, isms)[0] : undefined;
  return {
    path,
    span: first?.span ?? list.span,
    control,
    message: underClauses
      ? `"${list.key}" is for clauses, and ${listed(names, 3)} ${names.length > 1 ? 'are controls' : 'is a control'} of Annex A. An auditor who looks for what maps ${names.length > 1 ? 'them' : 'it'} does not look here.`
      : `"${list.key}" is for controls of Annex A, and ${listed(names, 3)} ${names.length > 1 ? 'are clauses' : 'is a clause'} of the standard itself. Here ${names.length > 1 ? 'they map' : 'it maps'} nothing, and an auditor finds no control of that number.`,
    hint: underClauses ? 'Move it to "controls".' : 'Move it to "clauses".',
    related: others.map(({ span, text }) => ({
      path,
      span,
      message: `${text} ${underClauses ? 'is a control' : 'is a clause'} as well.`,
    })),
  };
}

/** `clause 9.2 Internal audit` */
function clauseName(id: string, { catalog }: Isms): string {
  const title = catalog.clauses.find((clause) => clause.id === id)?.title;
  return title === undefined ? `clause ${id}` : `clause ${id} ${title}`;
}
