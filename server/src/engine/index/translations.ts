/**
 * True where two paths are one document in two languages: their folders differ in a name that is a language code
 * (`en/access.md` and `de/zugriff.md`, `policies/access.md` and `policies/de/access.md`), or their file names in one
 * at the end (`access.md` and `access.de.md`).
 */
export function isTranslation(one: string, other: string): boolean {
  if (one === other) return false;
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.folder === b.folder) return a.name === b.name && a.language !== b.language;
  const [left, right] = [a.folder.split('/'), b.folder.split('/')];
  const at = left.findIndex((part, index) => part !== right[index]);
  const differing = at < 0 ? left.length : at;
  const [leftPart, rightPart] = [left[differing], right[differing]];
  // Either the same depth with two languages, or one of them has a folder more for its language.
  const rest = (parts: readonly string[], from: number): string => parts.slice(from).join('/');
  if (isLanguage(leftPart) && isLanguage(rightPart))
    return rest(left, differing + 1) === rest(right, differing + 1);
  if (isLanguage(leftPart) && rest(left, differing + 1) === rest(right, differing)) return a.name === b.name;
  if (isLanguage(rightPart) && rest(right, differing + 1) === rest(left, differing)) return a.name === b.name;
  const sameBelow = rest(left, differing + 1) === rest(right, differing + 1);
  if ((isLanguage(leftPart) || isLanguage(rightPart)) && sameBelow) return a.name === b.name;
  return isSuffixed(leftPart, rightPart) && sameBelow;
}

const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;

function isLanguage(part: string | undefined): boolean {
  return part !== undefined && LANGUAGE.test(part);
}

/** `templates` and `templates_de`, `docs-en` and `docs-de`. */
function isSuffixed(one: string | undefined, other: string | undefined): boolean {
  const stem = (part: string): string => part.replace(/[-_.][a-z]{2}$/i, '');
  return one !== undefined && other !== undefined && one !== other && stem(one) === stem(other);
}

interface PathParts {
  readonly folder: string;
  /** The file's name without its ending and language. */
  readonly name: string;
  readonly language: string;
}

function partsOf(path: string): PathParts {
  const slash = path.lastIndexOf('/');
  const file = path.slice(slash + 1).replace(/\.[^.]*$/, '');
  const suffix = /[-_.]([a-z]{2})$/i.exec(file);
  return {
    folder: path.slice(0, Math.max(0, slash)),
    name: suffix === null ? file : file.slice(0, suffix.index),
    language: suffix?.[1]?.toLowerCase() ?? '',
  };
}
