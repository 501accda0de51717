import type { FileEdit, Fix } from '../../check/finding';
import { editableList, editControlList, losesWords } from '../../edits/controlList';
import { losesWordsInText, removeFromText, textLists } from '../../edits/textList';
import type { ControlReference } from '../../facts/facts';
import type { IdMention } from '../../ids/mention';
import type { Isms, IsmsDocument } from '../../index/model';
import type { TextEdit } from '../../text/edits';
import { choiceFix, safeFix, type RawFinding, type Rule } from '../rule';
import { listed, nameOf } from './controlNames';

export const duplicateControl: Rule = {
  id: 'mapping/duplicate-control',
  severity: 'warning',
  fix: 'safe',
  summary: 'The same control twice in one list of controls, ranges expanded.',
  docs: {
    goodPractice: true,
    why: 'A control that is listed twice is often a slip for another one, which is then missing. An auditor who notices it relies less on the rest of the list.',
    how: 'Check whether another control was meant. If not, remove the second one; the fix does it.',
    bad: `
=== policies/incidents.md
---
title: Incident management
controls:
  - "A.5.24–A.5.27"
  - "A.6.8"
  - "⟪A.5.26⟫"
---
`,
    good: `
=== policies/incidents.md
---
title: Incident management
controls:
  - "A.5.24–A.5.27"
  - "A.6.8"
---
`,
  },
  *checkDocument(document, { isms }) {
    if (document.kind === 'template' || document.kind === 'readme') return;
    for (const list of listsOf(document)) yield* duplicatesIn(list, document, isms);
  },
};

/** A list in front matter or in the text, and how ids are taken out of it. */
interface List {
  readonly references: readonly ControlReference[];
  /** `undefined` where no clean edit is possible. */
  readonly remove: (needless: readonly IdMention[]) => TextEdit[] | undefined;
  readonly losesWords: (mention: IdMention, titles: readonly string[]) => boolean;
}

function listsOf({ source: { text }, facts }: IsmsDocument): List[] {
  const keys = facts.controlLists.filter((list) => list.meaning === 'iso27001');
  const inFrontMatter = keys.flatMap((list): List[] => {
    const editable = editableList(text, facts, list.number);
    if (editable === undefined) return [];
    return [
      {
        references: editable.references,
        remove: (needless) => editControlList(editable, new Map(needless.map((each) => [each, []]))),
        losesWords: (mention, titles) => losesWords(editable, mention, titles),
      },
    ];
  });
  const inText = textLists(text, facts).map((list): List => ({
    references: list.references,
    remove: (needless) => removeFromText(list, needless),
    losesWords: (mention, titles) => losesWordsInText(list, mention, titles),
  }));
  return [...inFrontMatter, ...inText];
}

function* duplicatesIn(list: List, document: IsmsDocument, isms: Isms): Iterable<RawFinding> {
  const firsts = new Map<string, IdMention>();
  for (const { mention } of list.references) {
    if (!mention.namespace.startsWith('iso27001')) continue;
    const again = mention.ids.filter((id) => firsts.has(id));
    if (again.length > 0) yield findingOf(list, mention, again, firsts, document, isms);
    for (const id of mention.ids) if (!firsts.has(id)) firsts.set(id, mention);
  }
}

function findingOf(
  list: List,
  mention: IdMention,
  again: readonly string[],
  firsts: ReadonlyMap<string, IdMention>,
  document: IsmsDocument,
  isms: Isms,
): RawFinding {
  const earlier = [...new Set(again.flatMap((id) => firsts.get(id) ?? []))];
  const fix = fixOf(list, mention, earlier, document, isms);
  return {
    path: document.path,
    span: mention.span,
    control: again[0],
    message: `${listed(
      again.map((id) => nameOf(isms.catalog, id)),
      3,
    )} ${again.length > 1 ? 'are' : 'is'} already in this list. If another control was meant here, it is missing, and an auditor will not find it.`,
    hint:
      fix === undefined
        ? 'Keep each control once.'
        : 'Check whether another control was meant; if not, keep it once.',
    related: earlier.map((first) => ({
      path: document.path,
      span: first.span,
      message: `${first.text} is listed here first`,
    })),
    fixes: fix === undefined ? [] : [fix],
  };
}

/**
 * Takes the later one out where it says nothing new; else the earlier ones that the later range holds. Two ranges that
 * overlap by a part are the author's to sort out.
 */
function fixOf(
  list: List,
  mention: IdMention,
  earlier: readonly IdMention[],
  document: IsmsDocument,
  isms: Isms,
): Fix | undefined {
  if (document.facts.frontMatter?.readable === false) return undefined;
  const before = new Set(earlier.flatMap((each) => each.ids));
  const needless = mention.ids.every((id) => before.has(id)) ? [mention] : earlier;
  if (needless !== earlier || earlier.every((each) => each.ids.every((id) => mention.ids.includes(id)))) {
    const edits = list.remove(needless);
    if (edits === undefined) return undefined;
    const titles = (each: IdMention): string[] =>
      each.ids.flatMap((id) => isms.catalog.control(id)?.title ?? isms.catalog.superseded(id)?.title ?? []);
    const words = needless.some((each) => list.losesWords(each, titles(each)));
    const what =
      needless === earlier ? listed(earlier.map((each) => each.text)) : `the second ${mention.text}`;
    return words
      ? choiceFix(`Remove ${what} with what is noted beside it`, inFile(document, edits))
      : safeFix(`Remove ${what}`, inFile(document, edits));
  }
  return undefined;
}

function inFile({ path }: IsmsDocument, edits: readonly TextEdit[]): FileEdit[] {
  return edits.map((edit) => ({ path, ...edit }));
}
