import type { Span } from '../../engine/text/span';
import { sourceOf, rangeIn, type CheckedWorkspace } from '../report';
import { printable } from './printable';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute: shown as it is, whatever it says. */
export function escapeHtml(text: string): string {
  return printable(text)
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/##(?=[\w.-]*\[)/g, '#&#35;');
}

/** Offsets further away from the marked place are not shown: a line may have megabytes. */
const REACH = 160;

/** The first line of a place with the place marked; `undefined` where the line is blank. */
export function markedLine(
  workspace: CheckedWorkspace,
  place: { readonly path: string; readonly span: Span },
): string | undefined {
  const { lines, text } = sourceOf(workspace.isms, place.path);
  const { start, end } = rangeIn(workspace, place);
  const from = lines.offsetAt({ line: start.line, character: 0 });
  const line = text
    .slice(from, lines.offsetAt({ line: start.line + 1, character: 0 }))
    .replace(/[\r\n]+$/, '');
  if (line.trim() === '') return undefined;
  const to = end.line === start.line ? end.character : line.length;
  const before = line.slice(0, start.character);
  const marked = line.slice(start.character, to);
  const after = line.slice(to);
  const mark = marked === '' ? '' : `<mark>${escapeHtml(head(marked, 2 * REACH))}</mark>`;
  return escapeHtml(tail(before, REACH)) + mark + escapeHtml(head(after, REACH));
}

function head(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}

function tail(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(-most)}`;
}
