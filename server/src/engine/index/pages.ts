import type { FileFacts } from '../facts/facts';
import { anchoredIn, anchorsOf, type Anchored, type Anchors } from './anchors';
import type { Change } from './change';
import { isMarkdown } from './include';
import { isSameList } from './kept';

/** What links and searches for a title ask of a Markdown file. It stays the same value while its headings are the same. */
export interface Page extends Anchored {
  /** Worked out when a link asks for them. */
  readonly anchors: Anchors;
}

type Files = ReadonlyMap<string, { readonly facts: FileFacts }>;

/** The pages of all Markdown files, by path: of those that did not change, the values of `previous`. */
export function pagesOf(
  files: Files,
  previous: { readonly files: Files; readonly pages: ReadonlyMap<string, Page> } | undefined,
): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  let isSame = true;
  for (const [path, { facts }] of files) {
    if (!isMarkdown(path)) continue;
    const known = previous?.pages.get(path);
    const page = pageOf(facts, known, previous?.files.get(path)?.facts === facts);
    if (page !== known) isSame = false;
    pages.set(path, page);
  }
  return isSame && previous?.pages.size === pages.size ? previous.pages : pages;
}

/** The pages after an edit. */
export function pagesAfter({ previous, paths }: Change, files: Files): ReadonlyMap<string, Page> {
  const changed = paths.filter(isMarkdown).flatMap((path) => {
    const facts = files.get(path)?.facts;
    const known = previous.pages.get(path);
    const page = facts === undefined ? undefined : pageOf(facts, known, false);
    return page === undefined || page === known ? [] : [[path, page] as const];
  });
  return changed.length === 0 ? previous.pages : new Map([...previous.pages, ...changed]);
}

function pageOf(facts: FileFacts, known: Page | undefined, isUnchanged: boolean): Page {
  if (known !== undefined && isUnchanged) return known;
  const anchored = anchoredIn(facts);
  const same =
    known !== undefined &&
    isSameList(known.headings, anchored.headings) &&
    isSameList(known.given, anchored.given);
  if (same) return known;
  let anchors: Anchors | undefined;
  return {
    ...anchored,
    get anchors() {
      return (anchors ??= anchorsOf(anchored));
    },
  };
}
