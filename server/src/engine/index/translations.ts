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

/** `de`, `pt-BR`, `pt_br`. */
const LOCALE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;
/** The codes of ISO 639-1, also withdrawn ones. `Intl.DisplayNames` knows them too, but takes as long as a small check. */
const LANGUAGES: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ' +
    'ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik ' +
    'in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg ' +
    'mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ' +
    'ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ' +
    'ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/** Not every two letters are one: `hq` is a part of an organisation. */
function isLanguage(part: string | undefined): boolean {
  return part !== undefined && LOCALE.test(part) && LANGUAGES.has(part.slice(0, 2).toLowerCase());
}

const SUFFIX = /[-_.]([a-z]{2})$/i;

/** `templates` and `templates_de`, `docs-en` and `docs-de`. */
function isSuffixed(one: string | undefined, other: string | undefined): boolean {
  const stem = (part: string): string => {
    const suffix = SUFFIX.exec(part);
    return isLanguage(suffix?.[1]) ? part.slice(0, suffix?.index) : part;
  };
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
  const suffix = SUFFIX.exec(file);
  const language = suffix?.[1];
  const isNamed = suffix !== null && isLanguage(language);
  return {
    folder: path.slice(0, Math.max(0, slash)),
    name: isNamed ? file.slice(0, suffix.index) : file,
    language: isNamed ? (language?.toLowerCase() ?? '') : '',
  };
}
