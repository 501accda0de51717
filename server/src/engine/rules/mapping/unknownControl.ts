import type { Catalog, Control } from '../../catalog/catalog';
import { nearestControls } from '../../catalog/nearestControls';
import type { Fix } from '../../check/finding';
import { respell } from '../../edits/respell';
import type { Isms } from '../../index/model';
import { citedControls, type CitedControl } from '../citedControls';
import { choiceFix, type RawFinding, type Rule } from '../rule';
import { listed } from './controlNames';

export const unknownControl: Rule = {
  id: 'mapping/unknown-control',
  severity: 'error',
  fix: 'choice',
  summary: 'An id shaped like one of ISO/IEC 27001 Annex A that no loaded catalogue holds.',
  docs: {
    why: 'An auditor looks the id up and finds nothing: the document claims to carry out a control that does not exist, and the one that was meant stays unmapped.',
    how: 'Correct the id. The fix offers the nearest ones. Where another standard is meant, such as ISO 42001, say so before the id. Ids of your own belong in a catalogue file that `catalogs:` in `isms.yaml` names.',
    bad: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15", "⟪A.5.99⟫", "⟪A.5.15.1⟫"]
---

Access is reviewed (⟪A.8.35⟫).
`,
    good: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15", "A.5.18", "ISO 42001 A.6.2.4"]
---

Access is reviewed (A.5.18).
`,
  },
  *checkDocument(document, { isms }) {
    for (const cited of citedControls(document, 'iso27001:2022')) {
      const unknown = cited.ids.filter((id) => !isms.catalog.knows(id));
      if (unknown.length > 0)
        yield findingOf(cited, unknown, candidatesFor(cited, unknown, isms.catalog), isms);
    }
    // Three levels are the 2013 edition's shape; what that edition never had is an id somebody made up.
    for (const cited of citedControls(document, 'iso27001:2013')) {
      const unknown = cited.ids.filter((id) => isms.catalog.successors(id).length === 0);
      if (unknown.length > 0)
        yield findingOf(cited, unknown, candidatesFor(cited, unknown, isms.catalog), isms);
    }
  },
};

function findingOf(
  cited: CitedControl,
  unknown: readonly string[],
  candidates: readonly Control[],
  isms: Isms,
): RawFinding {
  const { document, mention } = cited;
  const several = unknown.length > 1;
  const shorter = shortenedRange(cited, unknown, isms.catalog);
  const fixes = candidates.map((control, index) => replacement(cited, control, index === 0));
  const advice = candidates.map((control) => control.id).join(' or ');
  return {
    path: document.path,
    span: mention.span,
    control: unknown[0],
    message: `${listed(unknown)} ${several ? 'are not controls' : 'is not a control'} of ISO/IEC 27001 Annex A. An auditor who looks ${several ? 'them' : 'it'} up finds nothing, and the control that was meant stays unmapped.`,
    hint:
      shorter !== undefined
        ? 'End the range at a control that exists.'
        : advice === ''
          ? 'Correct the id.'
          : `Correct the id, for example to ${advice}.`,
    fixes: shorter === undefined ? fixes : [shorter],
  };
}

const OFFERED = 3;

/** For an invented sub-id (A.5.15.1) its control first; for one that 2013 never had, what took over the objective or domain. */
function candidatesFor(
  cited: CitedControl,
  [id = '']: readonly string[],
  catalog: Catalog,
): readonly Control[] {
  if (cited.mention.form !== 'single') return [];
  if (cited.mention.namespace === 'iso27001:2022') return nearestControls(id, catalog);
  const levels = id.split('.');
  const parent = levels.slice(0, 3).join('.');
  const existing = catalog.control(parent);
  if (existing !== undefined) return [existing];
  const objective = catalog.successors(parent);
  const ids = objective.length > 0 ? objective : catalog.successors(levels.slice(0, 2).join('.'));
  return ids.slice(0, OFFERED).flatMap((each) => catalog.control(each) ?? []);
}

function replacement(cited: CitedControl, control: Control, preferred: boolean): Fix {
  const { mention, document, place } = cited;
  const newText = place === 'front-matter' ? control.id : respell(mention.text, [control.id]);
  return choiceFix(
    `Change to ${control.id} ${control.title}`,
    [{ path: document.path, span: mention.span, newText }],
    { preferred },
  );
}

/** A range that runs past the last control of its theme (A.5.35–A.5.40) ends at the last one that exists. */
function shortenedRange(cited: CitedControl, unknown: readonly string[], catalog: Catalog): Fix | undefined {
  const { mention, document, ids } = cited;
  const known = ids.slice(0, ids.length - unknown.length);
  const first = known[0];
  const last = known.at(-1);
  if (
    mention.form !== 'range' ||
    first === undefined ||
    last === undefined ||
    known.some((id) => unknown.includes(id))
  )
    return undefined;
  if (mention.namespace === 'iso27001:2013' || known.some((id) => catalog.control(id) === undefined))
    return undefined;
  const range = first === last ? first : `${first}–${last}`;
  return choiceFix(
    `Change to ${range}`,
    [{ path: document.path, span: mention.span, newText: respell(mention.text, [range]) }],
    { preferred: true },
  );
}
