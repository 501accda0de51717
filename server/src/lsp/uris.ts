import { URI, Utils } from 'vscode-uri';

/**
 * A URI in a form that can be compared: editors write one file as `file:///c%3A/a b.md`, `file:///C:/a%20b.md` and in
 * further ways.
 */
export function keyOf(uri: string): string {
  const { scheme, authority, path } = parse(uri);
  const drive = path.replace(/^\/([A-Z]):/, (_, letter: string) => `/${letter.toLowerCase()}:`);
  return `${scheme}://${authority.toLowerCase()}${drive.length > 1 ? drive.replace(/\/+$/, '') : drive}`;
}

/** The path of a file below a folder, with `/`; `undefined` where it does not lie there. */
export function relativePath(folder: string, uri: string): string | undefined {
  const root = keyOf(folder);
  const key = keyOf(uri);
  const prefix = root.endsWith('/') ? root : `${root}/`;
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}

/** The URI of a file or folder below a folder, as VS Code writes it. */
export function uriOf(folder: string, path: string): string {
  const uri = parse(folder);
  return (path === '' || path === '.' ? uri : Utils.joinPath(uri, ...path.split('/'))).toString();
}

/** How a file is written to an editor, and how it is compared. */
export interface Address {
  readonly uri: string;
  readonly key: string;
}

/** The addresses of files below a folder; each is put together once. */
export function createAddresses(folder: string): (path: string) => Address {
  const known = new Map<string, Address>();
  return (path) => {
    const uri = known.get(path)?.uri ?? uriOf(folder, path);
    const address = known.get(path) ?? { uri, key: keyOf(uri) };
    known.set(path, address);
    return address;
  };
}

/** The folder of a file or folder; `undefined` at the top of the file system. */
export function parentOf(uri: string): string | undefined {
  const parsed = parse(uri);
  const parent = Utils.dirname(parsed);
  const isTop = /^\/[a-z]:\/?$/i.test(parsed.path) || keyOf(parent.toString()) === keyOf(uri);
  return isTop ? undefined : parent.toString();
}

/** The root of a virtual file system may be written without its slash: `vscode-test-web://mount`. */
function parse(uri: string): URI {
  const parsed = URI.parse(uri);
  return parsed.path === '' ? parsed.with({ path: '/' }) : parsed;
}

export function schemeOf(uri: string): string {
  return URI.parse(uri).scheme;
}
