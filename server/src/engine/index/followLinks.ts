import { nearest } from '../text/nearest';
import { folderOf, nameOf, pathFrom } from '../text/path';
import { foldText, wordsOf } from '../text/words';
import { anchorsOf, type Anchors } from './anchors';
import { createTargetFinder, partsOf } from './links';
import type { Isms, IsmsDocument } from './model';

/** Where a reference leads. Suggestions are written as the reference would be, the best one first. */
export type ReferenceTarget =
  /** A file that exists, and the document that it is, if it is one. */
  | { readonly kind: 'found'; readonly path: string; readonly document: IsmsDocument | undefined }
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
  const names = documentNames(isms);
  const anchors = new Map<string, Anchors | undefined>();
  const anchorsIn = (path: string): Anchors | undefined => {
    if (!anchors.has(path)) anchors.set(path, readAnchors(isms, path));
    return anchors.get(path);
  };
  const link = (from: string, url: string): ReferenceTarget => {
    const parts = partsOf(url);
    if (parts === undefined) return UNKNOWN;
    const target = parts.path === '' ? ({ kind: 'file', path: from } as const) : find(from, parts.path);
    if (target.kind === 'unknown') return UNKNOWN;
    const exists = target.kind === 'file' || isms.files.has(target.path);
    if (!exists) return missingFile(isms, from, url, target.path);
    const known = parts.anchor === undefined ? undefined : anchorsIn(target.path);
    if (known !== undefined && parts.anchor !== undefined && !isFound(known, parts.anchor))
      return missingAnchor(url, parts.anchor, known);
    return { kind: 'found', path: target.path, document: names.byPath.get(target.path) };
  };
  return { link, document: (from, name) => findDocument(isms, { link, names }, from, name) };
}

function readAnchors(isms: Isms, path: string): Anchors | undefined {
  const facts = /\.(?:md|markdown)$/i.test(path) ? isms.files.get(path)?.facts : undefined;
  return facts === undefined ? undefined : anchorsOf(facts);
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

interface DocumentNames {
  readonly byPath: ReadonlyMap<string, IsmsDocument>;
  readonly byId: ReadonlyMap<string, IsmsDocument>;
  readonly byTitle: ReadonlyMap<string, IsmsDocument>;
  readonly ids: readonly string[];
  /** The shapes of ids that are in use: `ACME-POL-99`. */
  readonly shapes: ReadonlySet<string>;
}

function documentNames({ documents }: Isms): DocumentNames {
  const byId = new Map<string, IsmsDocument>();
  const byTitle = new Map<string, IsmsDocument>();
  const ids: string[] = [];
  for (const document of documents) {
    const id = document.field('id')?.value;
    if (id !== undefined && !byId.has(foldText(id))) byId.set(foldText(id), document);
    if (id !== undefined) ids.push(id);
    for (const title of [document.title, nameOf(document.path).replace(/\.[^.]*$/, '')])
      if (!byTitle.has(titleKey(title))) byTitle.set(titleKey(title), document);
  }
  const byPath = new Map(documents.map((document) => [document.path, document]));
  return { byPath, byId, byTitle, ids, shapes: new Set(ids.flatMap((id) => shapeOf(id) ?? [])) };
}

function titleKey(title: string): string {
  return wordsOf(title).join(' ');
}

/** An id with each number as one digit; `undefined` for a word that is no such id. */
function shapeOf(id: string): string | undefined {
  return /^[A-Za-z][A-Za-z0-9]*(?:[-_./][A-Za-z0-9]+)*$/.test(id) && /\d/.test(id)
    ? id.toUpperCase().replace(/\d+/g, '9')
    : undefined;
}

function findDocument(
  isms: Isms,
  { link, names }: { readonly link: References['link']; readonly names: DocumentNames },
  from: string,
  name: string,
): ReferenceTarget {
  const text = /^\[[^\]]*\]\(([^)\s]+)\)$/.exec(name.trim())?.[1] ?? name.trim();
  const document = names.byId.get(foldText(text)) ?? names.byTitle.get(titleKey(text));
  if (document !== undefined) return { kind: 'found', path: document.path, document };
  if (isPathLike(text)) {
    // Paths in front matter are written from the file or from the root.
    const fromRoot = link('', text);
    return fromRoot.kind === 'found' ? fromRoot : link(from, text);
  }
  const shape = shapeOf(text);
  if (shape === undefined || !names.shapes.has(shape) || isms.mappingsUncertain) return UNKNOWN;
  const own = names.byPath.get(from)?.field('id')?.value;
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
