import type { IsmsDocument } from '../index/model';
import type { DocumentPair } from './pairs';
import { plainText } from './plainText';

/** True where the history of a document says more than before. */
export function hasNewNote({ base, head }: DocumentPair): boolean {
  const before = notesOf(base);
  const after = notesOf(head);
  return after.length > before.length || (after !== before && after !== '');
}

/** The change history, wherever the document keeps it: under a heading of its own, or under a key of front matter. */
function notesOf(document: IsmsDocument): string {
  const { source, facts } = document;
  const { headings } = facts.body;
  const sections = headings.flatMap((heading, index) => {
    if (!HISTORY.test(heading.text)) return [];
    const next = headings.slice(index + 1).find(({ depth }) => depth <= heading.depth);
    return [source.text.slice(heading.span.end, next?.span.start)];
  });
  const keys = (facts.frontMatter?.entries ?? [])
    .filter(({ key }) => HISTORY_KEY.test(key))
    .map(({ span }) => source.text.slice(span.start, span.end));
  return plainText([...sections, ...keys].join('\n'));
}

const HISTORY =
  /\b(?:change ?log|(?:change|version|revision|document) history|revisions|änderungs(?:historie|verlauf|nachweis)|(?:versions|dokumenten?)historie)\b/i;
const HISTORY_KEY =
  /^(?:changelog|change_log|revision_?history|version_?history|majorrevisions|revisions|history)$/i;
