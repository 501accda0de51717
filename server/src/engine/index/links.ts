import picomatch from 'picomatch/posix';
import type { Config } from '../config/schema';
import { folderOf, joinPath } from '../text/path';
import type { FileTree } from './fileTree';
import { normalPath } from './include';

/** A target of a link in its parts. */
export interface LinkParts {
  /** As written, decoded; empty for a link within its own file. */
  readonly path: string;
  /** Behind the `#`, decoded; `undefined` without one. */
  readonly anchor: string | undefined;
}

/** Where a link leads: `unknown` where it leaves the root, the machine or what we can know. */
export type FileTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'unknown' };

const UNKNOWN: FileTarget = { kind: 'unknown' };

/** `undefined` for addresses of the web and mail, and for targets that a generator fills in. */
export function partsOf(url: string): LinkParts | undefined {
  const text = url.trim();
  if (text === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|^www\./i.test(text) || /\{\{|\{%|\$\{|[<>[\]]/.test(text))
    return undefined;
  const hash = text.indexOf('#');
  const before = (hash < 0 ? text : text.slice(0, hash)).split('?')[0] ?? '';
  return {
    path: decode(before).replaceAll('\\', '/'),
    anchor: hash < 0 ? undefined : decode(text.slice(hash + 1)),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray per cent sign is part of the name.
    return text;
  }
}

export type TargetFinder = (from: string, path: string) => FileTarget;

/**
 * Finds the file that a path in a link names. Links of a generated site (`/access`, `access.html`, `../access/`) stand
 * for Markdown files; whether one of them is broken is said only where `links:` in `isms.yaml` tells of such a site.
 */
export function createTargetFinder(tree: FileTree, config: Config | undefined): TargetFinder {
  const links = config?.links;
  const ignored = picomatch([...(links?.ignore ?? [])]);
  const siteRoot = links?.root === undefined ? undefined : normalPath(links.root).replace(/\/$/, '');
  const site = links?.site === true;
  return (from, path) => {
    if (ignored(path.replace(/^(?:\.\/)+/, ''))) return UNKNOWN;
    if (path.startsWith('/')) return absolute(tree, path, siteRoot, site);
    const target = joinPath(folderOf(from), path);
    const found = target === undefined ? UNKNOWN : find(tree, target, site);
    if (found.kind !== 'missing' || !site) return found;
    // A page of its own folder (`/policies/access/`) is one level deeper than its file.
    const deeper = joinPath(from.replace(/\.[^./]*$/, ''), path);
    const second = deeper === undefined ? UNKNOWN : find(tree, deeper, site);
    return second.kind === 'missing' ? found : second;
  };
}

function absolute(tree: FileTree, path: string, siteRoot: string | undefined, site: boolean): FileTarget {
  const target = joinPath(siteRoot ?? '', path);
  const found = target === undefined ? UNKNOWN : find(tree, target, site);
  // Without a setting the link may start at the root of a repository that lies further up.
  return found.kind === 'missing' && siteRoot === undefined ? UNKNOWN : found;
}

function find(tree: FileTree, path: string, site: boolean): FileTarget {
  const has = tree.has(path);
  if (has === true) return { kind: 'file', path };
  const page = pagesOf(path).find((each) => tree.has(each) === true);
  if (page !== undefined) return { kind: 'file', path: page };
  if (has === undefined || (!site && isPage(path))) return UNKNOWN;
  return { kind: 'missing', path };
}

/** The Markdown files that a page of a site may come from. */
function pagesOf(path: string): string[] {
  if (!isPage(path)) return [];
  const base = path.replace(/\.html?$/i, '');
  return ['.md', '.markdown', '.mdx', '/index.md', '/README.md'].map((ending) => base + ending);
}

/** True for a path with the ending of a page, or with none. */
function isPage(path: string): boolean {
  return /\.html?$/i.test(path) || !/\.[a-z][a-z0-9]{0,9}$/i.test(path);
}
