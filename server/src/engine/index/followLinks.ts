import { nearest } from '../text/nearest';
import { folderOf, nameOf, pathFrom } from '../text/path';
import { foldText, wordsOf } from '../text/words';
import type { Anchors } from './anchors';
import { shapeOf, titleKey } from './documentNames';
import { createTargetFinder, partsOf } from './links';
import { documentAt, type Isms } from './model';

/** Where a reference leads. Suggestions are written as the reference would be, the best one first. */
export type ReferenceTarget =
  /** A file that exists. */
  | { readonly kind: 'found'; readonly path: string }
  | {
      readonly kind: 'missing-file' | 'missing-anchor' | 'missing-id';
      /** The file, the anchor or the id that does not exist. */
      readonly name: string;
      readonly suggestions: readonly string[];
    }
  /** It leaves the root, or is no reference that can be checked: nothing may be said of it. */
  | { readonly kind: 'unknown' };

/** Follows links and other references between files. */
export interface References {
  /** A link or an image in the file `from`. */
  link(from: string, url: string): ReferenceTarget;
  /** A document by its path, its id or its title. A plain title that fits no document is `unknown`, never missing. */
  document(from: string, name: string): ReferenceTarget;
}

const UNKNOWN: ReferenceTarget = { kind: 'unknown' };

/** Prepares the look-ups for one ISMS. */
export function createReferences(isms: Isms): References {
  const find = createTargetFinder(isms.tree, isms.config?.config);
  const link = (from: string, url: string): ReferenceTarget => {
    const parts = partsOf(url);
    if (parts === undefined) return UNKNOWN;
    const target = parts.path === '' ? ({ kind: 'file', path: from } as const) : find(from, parts.path);
    if (target.kind === 'unknown') return UNKNOWN;
    const exists = target.kind === 'file' || isms.files.has(target.path);
    if (!exists) return missingFile(isms, from, url, target.path);
    const known = parts.anchor === undefined ? undefined : isms.pages.get(target.path)?.anchors;
    if (known !== undefined && parts.anchor !== undefined && !isFound(known, parts.anchor))
      return missingAnchor(url, parts.anchor, known);
    return { kind: 'found', path: target.path };
  };
  return { link, document: (from, name) => findDocument(isms, link, from, name) };
}

/** The top of a page, a line of a source and a passage of text are no anchors of the document. */
function isFound(anchors: Anchors, anchor: string): boolean {
  return anchor === '' || /^(?:top|L\d+(?:-L?\d+)?)$|^:~:/i.test(anchor) || anchors.has(anchor);
}

function missingFile(isms: Isms, from: string, url: string, path: string): ReferenceTarget {
  const suggestions = similarPaths(isms.tree.paths, path).map((each) => urlOf(from, each, url));
  return { kind: 'missing-file', name: path, suggestions };
}

/** Files of the same name elsewhere, else one whose name is a slip of the pen away; the nearest folder first. */
function similarPaths(paths: readonly string[], path: string): string[] {
  const ending = /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '';
  const alike = paths.filter((each) => each.toLowerCase().endsWith(ending));
  const name = nameOf(path);
  // Every folder may have a README: another one is not what was meant.
  const moved = GENERIC.test(name)
    ? []
    : alike.filter((each) => nameOf(each).toLowerCase() === name.toLowerCase());
  if (moved.length > 0)
    return moved.sort((a, b) => shared(b, path) - shared(a, path)).slice(0, MOST_SUGGESTIONS);
  const sibling = nearest(name, alike.filter((each) => folderOf(each) === folderOf(path)).map(nameOf));
  if (sibling !== undefined) return [folderOf(path) === '' ? sibling : `${folderOf(path)}/${sibling}`];
  const elsewhere = alike.length > MOST_COMPARED ? undefined : nearest(name, [...new Set(alike.map(nameOf))]);
  if (GENERIC.test(name)) return [];
  return alike.filter((each) => nameOf(each) === elsewhere).slice(0, MOST_SUGGESTIONS);
}

const GENERIC = /^(?:readme|index|_index|overview)\./i;
const MOST_SUGGESTIONS = 3;
/** Comparing with more names takes longer than a suggestion is worth. */
const MOST_COMPARED = 3000;

/** How many folders two paths have in common. */
function shared(a: string, b: string): number {
  const other = b.split('/');
  return a.split('/').findIndex((part, index) => part !== other[index]);
}

/** The link to another file, with the anchor of the one that it replaces. */
function urlOf(from: string, path: string, url: string): string {
  const hash = url.indexOf('#');
  const target = pathFrom(folderOf(from), path).replace(/[\s()<>]/g, encodeURIComponent);
  const encoded = target.replace(/\(/g, '%28').replace(/\)/g, '%29');
  const prefix = url.startsWith('./') && !encoded.startsWith('..') ? './' : '';
  return prefix + encoded + (hash < 0 ? '' : url.slice(hash));
}

function missingAnchor(url: string, anchor: string, anchors: Anchors): ReferenceTarget {
  const near = nearest(anchor, anchors.names) ?? holding(anchor, anchors.names);
  const file = url.slice(0, url.indexOf('#'));
  return {
    kind: 'missing-anchor',
    name: anchor,
    suggestions: near === undefined ? [] : [`${file}#${near}`],
  };
}

/** The only anchor that says the same with a number or more words: `#3-access` for `#access`. */
function holding(anchor: string, names: readonly string[]): string | undefined {
  const words = ` ${wordsOf(anchor).join(' ')} `;
  const found = names.filter((name) => ` ${wordsOf(name).join(' ')} `.includes(words));
  return words.trim().length >= 3 && found.length === 1 ? found[0] : undefined;
}

function findDocument(isms: Isms, link: References['link'], from: string, name: string): ReferenceTarget {
  const names = isms.names();
  const text = /^\[[^\]]*\]\(([^)\s]+)\)$/.exec(name.trim())?.[1] ?? name.trim();
  const path = names.byId.get(foldText(text)) ?? names.byTitle.get(titleKey(text));
  if (path !== undefined) return { kind: 'found', path };
  if (isPathLike(text)) {
    // Paths in front matter are written from the file or from the root.
    const fromRoot = link('', text);
    return fromRoot.kind === 'found' ? fromRoot : link(from, text);
  }
  const shape = shapeOf(text);
  if (shape === undefined || !names.shapes.has(shape) || isms.mappingsUncertain) return UNKNOWN;
  const own = documentAt(isms, from)?.field('id')?.value;
  const near = nearest(
    text,
    names.ids.filter((id) => id !== own),
  );
  return { kind: 'missing-id', name: text, suggestions: near === undefined ? [] : [near] };
}

/** A name with an ending of a document. A slash alone may be part of a title. */
function isPathLike(text: string): boolean {
  return /^[^\s:|]+\.(?:md|markdown|mdx|pdf|docx|xlsx|csv|ya?ml|html?)(?:#\S*)?$/i.test(text);
}
