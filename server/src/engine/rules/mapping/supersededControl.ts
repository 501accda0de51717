import type { FileEdit, Fix } from '../../check/finding';
import { editableList, editControlList, losesWords } from '../../edits/controlList';
import { editSegments } from '../../edits/idSegments';
import { respell } from '../../edits/respell';
import { speaksOfFormerEdition } from '../../ids/framework';
import type { IdMention } from '../../ids/mention';
import type { Isms } from '../../index/model';
import { lineSpan } from '../../text/source';
import type { TextEdit } from '../../text/edits';
import { citedControls, type CitedControl } from '../citedControls';
import { choiceFix, safeFix, type RawFinding, type Rule } from '../rule';
import { listed, nameOf } from './controlNames';

export const supersededControl: Rule = {
  id: 'mapping/superseded-control',
  severity: 'warning',
  fix: 'safe',
  summary:
    'An id of the 2013 edition: three levels (A.9.2.1), or one of its objectives and domains (A.9.2, A.12).',
  docs: {
    why: 'Certificates are issued against the 2022 edition only. An auditor looks for the ids of 2022, and a document that names those of 2013 maps nothing there and shows that it was not revised since.',
    how: 'Replace the id with the control that took it over. Where that is one, the fix does it by itself; where an objective or a domain was split up, choose what the document really carries out.',
    bad: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15", "⟪A.9.2.1⟫", "⟪A.12⟫"]
---

Passwords are stored as salted hashes (⟪A.9.4.3⟫).
`,
    good: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15", "A.5.16", "A.8.15"]
---

Passwords are stored as salted hashes (A.5.17, formerly A.9.4.3).
`,
  },
  *checkDocument(document, { isms }) {
    for (const cited of citedControls(document, 'iso27001:2013')) {
      const targets = targetsOf(cited.mention, isms);
      if (targets.length === 0) continue;
      const former = cited.place === 'mapping-in-text' && namesFormerEdition(cited);
      // A row of 2013 next to rows of 2022 is a crosswalk that somebody made on purpose.
      if (former && isCrosswalk(cited)) continue;
      yield findingOf(cited, targets, former, isms);
    }
  },
};

function targetsOf(mention: IdMention, { catalog }: Isms): string[] {
  const targets = new Set(mention.ids.flatMap((id) => catalog.successors(id)));
  return catalog.controls.filter((control) => targets.has(control.id)).map((control) => control.id);
}

function namesFormerEdition({ document, mention }: CitedControl): boolean {
  const line = lineSpan(document.source, document.source.lines.positionAt(mention.span.start).line);
  return speaksOfFormerEdition(document.source.text.slice(line.start, line.end));
}

function isCrosswalk({ document, reference }: CitedControl): boolean {
  return document.facts.references.some(
    (each) => each.list === reference?.list && each.mention.namespace === 'iso27001:2022',
  );
}

function findingOf(cited: CitedControl, targets: readonly string[], former: boolean, isms: Isms): RawFinding {
  const { document, mention } = cited;
  const names = targets.map((id) => nameOf(isms.catalog, id));
  const [id = ''] = mention.ids;
  const old = mention.form === 'single' ? id : mention.text;
  const became =
    targets.length === 1 ? `its control is now ${names[0]}` : `its controls are now ${listed(names, 3)}`;
  return {
    path: document.path,
    span: mention.span,
    control: mention.form === 'single' ? id : undefined,
    message: `${old} is an id of the 2013 edition, which is withdrawn; ${became}. An auditor looks for the ids of 2022 and does not find this mapping.`,
    hint: former
      ? `Bring the row up to the 2022 edition: ${listed(targets)} in place of ${old}.`
      : `Replace it with ${targets.length === 1 ? targets[0] : `those of ${listed(targets)} that the document carries out`}.`,
    fixes: former ? [] : fixesOf(cited, targets, isms),
  };
}

/** More choices than this are no help; then "all of them" alone is offered. */
const MOST_CHOICES = 20;

function fixesOf(cited: CitedControl, targets: readonly string[], isms: Isms): Fix[] {
  const [only = ''] = targets;
  const isControl =
    cited.mention.form === 'single' && isms.catalog.superseded(cited.mention.ids[0] ?? '') !== undefined;
  if (targets.length === 1) {
    const edits = replacement(cited, targets, isms);
    if (edits === undefined) return [];
    const title = `Change to ${nameOf(isms.catalog, only)}`;
    return [
      isControl && isSafe(cited, only, isms)
        ? safeFix(title, edits)
        : choiceFix(title, edits, { preferred: true }),
    ];
  }
  const choice = (title: string, ids: readonly string[], preferred: boolean): Fix[] => {
    const edits = replacement(cited, ids, isms);
    return edits === undefined ? [] : [choiceFix(title, edits, { preferred })];
  };
  const each =
    targets.length > MOST_CHOICES
      ? []
      : targets.flatMap((id) => choice(`Change to ${nameOf(isms.catalog, id)}`, [id], false));
  return [...each, ...choice(`Change to all of them: ${listed(targets)}`, targets, isControl)];
}

/**
 * A second row for one control in the SoA, a mapping of a control that the SoA excludes, the first mapping of an ISMS
 * that has no SoA, or words that would be lost: these the author has to see.
 */
function isSafe(cited: CitedControl, target: string, isms: Isms): boolean {
  const excluded = isms.excluded.has(target);
  const first = cited.reference !== undefined && !isms.hasSoa && isms.mappings.size === 0;
  if (cited.place === 'soa-row' || excluded || first || staysDouble(cited, target)) return false;
  const editable = cited.place === 'front-matter' ? listOf(cited) : undefined;
  if (editable === undefined) return true;
  const dropped = [...listChanges(cited, [target], isms)]
    .filter(([, ids]) => ids.length === 0)
    .map(([mention]) => mention);
  return !dropped.some((mention) => losesWords(editable, mention, titlesOf(mention, target, isms)));
}

function titlesOf(mention: IdMention, target: string, { catalog }: Isms): string[] {
  return [...mention.ids, target].flatMap(
    (id) => catalog.superseded(id)?.title ?? catalog.control(id)?.title ?? [],
  );
}

function replacement(cited: CitedControl, ids: readonly string[], isms: Isms): FileEdit[] | undefined {
  const inPlace: TextEdit[] = [{ span: cited.mention.span, newText: respell(cited.mention.text, ids) }];
  const edits =
    cited.place === 'front-matter'
      ? inList(cited, ids, isms)
      : cited.place === 'register' || cited.place === 'mapping-in-text'
        ? inCell(cited, ids, inPlace)
        : inPlace;
  return edits?.map((edit) => ({ path: cited.document.path, ...edit }));
}

function listOf({ document, reference }: CitedControl): ReturnType<typeof editableList> {
  if (document.facts.frontMatter?.readable !== true || reference === undefined) return undefined;
  return editableList(document.source.text, document.facts, reference.list);
}

function inList(cited: CitedControl, ids: readonly string[], isms: Isms): TextEdit[] | undefined {
  const editable = listOf(cited);
  return editable === undefined ? undefined : editControlList(editable, listChanges(cited, ids, isms));
}

/**
 * What becomes of the ids of one list. Ids that the list already holds are not written again, and of several ids of
 * 2013 that became one control (A.9.1.1 and A.9.1.2 are both A.5.15) the first is replaced and the others go.
 */
function listChanges(
  cited: CitedControl,
  ids: readonly string[],
  isms: Isms,
): Map<IdMention, readonly string[]> {
  const mentions = cited.document.facts.references
    .filter((each) => each.list === cited.reference?.list)
    .map((each) => each.mention);
  const present = new Set(mentions.flatMap((each) => (each.namespace === 'iso27001:2022' ? each.ids : [])));
  const missing = ids.filter((id) => !present.has(id));
  const [target = ''] = ids;
  const same =
    ids.length === 1
      ? mentions.filter((each) => each !== cited.mention && becomesOnly(each, target, isms))
      : [];
  const group = [cited.mention, ...same].sort((a, b) => a.span.start - b.span.start);
  return new Map(group.map((mention, index) => [mention, index === 0 ? missing : []]));
}

function becomesOnly(mention: IdMention, target: string, isms: Isms): boolean {
  if (mention.namespace !== 'iso27001:2013' || mention.form !== 'single') return false;
  const targets = isms.catalog.superseded(mention.ids[0] ?? '')?.targets ?? [];
  return targets.length === 1 && targets[0] === target;
}

/** True in a cell that names the new control already, where words behind the old id keep both. */
function staysDouble(cited: CitedControl, target: string): boolean {
  if (cited.place !== 'register' && cited.place !== 'mapping-in-text') return false;
  return namedBeside(cited).includes(target) && hasWordsBehind(cited);
}

function namedBeside({ mention, together }: CitedControl): readonly string[] {
  return together
    .filter((each) => each !== mention)
    .flatMap((each) => (each.namespace === 'iso27001:2022' ? each.ids : []));
}

function hasWordsBehind({ mention, document }: CitedControl): boolean {
  const behind = document.source.text.slice(mention.span.end, mention.span.end + 12);
  return !/^["'*_`)\]]*\s*(?:[,;|/&+\n]|and\b|und\b|$)/.test(behind);
}

/** In a cell an id that stands there already is not written again, unless words behind the old id would be lost. */
function inCell(cited: CitedControl, ids: readonly string[], inPlace: TextEdit[]): TextEdit[] {
  const { mention, together, document } = cited;
  const others = namedBeside(cited);
  const missing = ids.filter((id) => !others.includes(id));
  if (missing.length === ids.length) return inPlace;
  if (missing.length > 0) return [{ span: mention.span, newText: respell(mention.text, missing) }];
  if (hasWordsBehind(cited)) return inPlace;
  const { text } = document.source;
  const end = together.at(-1)?.span.end ?? mention.span.end;
  return editSegments(text, together, end, new Map([[mention, []]])) ?? inPlace;
}
