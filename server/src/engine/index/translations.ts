const LANGUAGE = /^(?:.*[-_])?[a-z]{2}$/i;

/** True where two paths are one document in two languages: the same file name in sibling folders of which one is named by a language. */
export function isTranslation(path: string, other: string): boolean {
  const own = path.split('/');
  const their = other.split('/');
  const differing = own.flatMap((part, index) => (part === their[index] ? [] : [index]));
  const [folder] = differing;
  if (
    own.length !== their.length ||
    differing.length !== 1 ||
    folder === undefined ||
    folder === own.length - 1
  )
    return false;
  return LANGUAGE.test(own[folder] ?? '') || LANGUAGE.test(their[folder] ?? '');
}
