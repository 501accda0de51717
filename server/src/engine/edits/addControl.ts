import type { FileFacts } from '../facts/facts';
import type { TextEdit } from '../text/edits';
import { lineBreakOf, type Source } from '../text/source';
import { appendControl, editableList } from './controlList';
import { insertKeys } from './frontMatterKeys';

/** A document's text and what was read from it. */
interface ReadDocument {
  readonly source: Source;
  readonly facts: FileFacts;
}

/** The edits that list a control in a document's front matter, in its own style; `undefined` where that cannot be done. */
export function addControl({ source, facts }: ReadDocument, id: string): TextEdit[] | undefined {
  const lists = facts.controlLists.filter((list) => list.meaning === 'iso27001');
  if (lists.length === 0) return addKey(source.text, facts.frontMatter, id);
  const editables = lists.flatMap((list) => editableList(source.text, facts, list.number) ?? []);
  const [main] = [...editables].sort((a, b) => b.references.length - a.references.length);
  return main === undefined ? undefined : appendControl(main, id);
}

/** A line `controls: ["A.5.15"]` before `related_documents`, else at the end of the front matter. */
function addKey(text: string, frontMatter: FileFacts['frontMatter'], id: string): TextEdit[] | undefined {
  if (frontMatter !== undefined && frontMatter.form !== 'yaml') {
    const edits = insertKeys(text, frontMatter, [{ key: 'controls', value: `["${id}"]` }]);
    return edits.length === 0 ? undefined : edits;
  }
  if (frontMatter === undefined || frontMatter.entries.some((entry) => entry.indent !== '')) return undefined;
  const line = `controls: ["${id}"]`;
  const lineBreak = lineBreakOf(text);
  const related = frontMatter.entries.find((entry) => entry.meaning === 'related_documents');
  const { start, end } = frontMatter.content;
  if (related !== undefined)
    return [{ span: { start: related.span.start, end: related.span.start }, newText: line + lineBreak }];
  return text.slice(start, end).trim() === ''
    ? [{ span: { start, end: start }, newText: line + lineBreak }]
    : [{ span: { start: end, end }, newText: lineBreak + line }];
}
