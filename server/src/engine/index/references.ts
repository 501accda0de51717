import { normalise } from '../catalog/vocabulary';
import { nearest } from '../text/nearest';
import { createIncludeFilter, isMarkdown } from './include';
import type { Isms, IsmsDocument } from './model';
import { registerKey } from './registers';

/** What a part of a cell refers to: a link, a path, an id or a title. */
export interface Reference {
  /**
   * `file`: one that is no document of the ISMS. `elsewhere`: another site or a place outside, of which nothing is known.
   * `words`: they name nothing that is known. `missing`: a path or an id that leads nowhere.
   */
  readonly kind: 'document' | 'file' | 'elsewhere' | 'words' | 'missing';
  readonly document: IsmsDocument | undefined;
  /** What does not exist. */
  readonly broken: Broken | undefined;
}

export interface Broken {
  readonly what: 'file' | 'id';
  /** What may have been meant, written as the reference is, the best one first. */
  readonly suggestions: readonly string[];
}

/** Resolves what is written in a document: the target of a link, a path, the id or the title of a document. */
export type Resolver = (document: IsmsDocument, text: string, isLink: boolean) => Reference;

/** Prepares the look-ups for one ISMS. */
export function createResolver(isms: Isms): Resolver {
  const names = namesIn(isms);
  return (document, text, isLink) => {
    const written = text.trim();
    if (isLink || isPath(written)) return resolvePath(isms, document, written);
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? found('elsewhere') : resolveName(isms, names, written);
  };
}

function found(kind: Reference['kind'], document?: IsmsDocument, broken?: Broken): Reference {
  return { kind, document, broken };
}

/** `policies/access.md#scope`, `../soa.md`: words with the ending of a document. */
function isPath(text: string): boolean {
  return /^[^\s#?:]+\.(?:md|markdown|pdf|docx|xlsx|csv|ya?ml|html?)(?:[#?]\S*)?$/i.test(text);
}

function resolvePath(isms: Isms, document: IsmsDocument, url: string): Reference {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url)) return found('elsewhere');
  const target = withoutPlace(url);
  if (target === '') return found('document', document);
  const path = pathFrom(document.path, target);
  if (path === undefined) return found('elsewhere');
  const known = [path, `${path}.md`].find((each) => isms.files.has(each));
  if (known !== undefined) {
    const named = isms.documents.find((each) => each.path === known);
    return found(named === undefined ? 'file' : 'document', named);
  }
  if (!mustBeThere(isms, path)) return found('elsewhere');
  const near = nearestPath(isms, document, path);
  const place = /[?#].*$/.exec(url)?.[0] ?? '';
  const suggestions = near === undefined ? [] : [relativePath(document.path, near) + place];
  return found('missing', undefined, { what: 'file', suggestions });
}

/** Without `#section` and `?query`, and with `%20` as the blank it stands for. */
function withoutPlace(text: string): string {
  const path = text.replace(/[?#].*$/, '').replace(/^<|>$/g, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The path from the root; `undefined` where it leads out of it. */
function pathFrom(from: string, target: string): string | undefined {
  const steps = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Of Markdown that is included all is read, so what was not read is not there. Of other files nothing is known. */
function mustBeThere(isms: Isms, path: string): boolean {
  const hidden = path.split('/').some((step) => step.startsWith('.') || step === 'node_modules');
  const read = isMarkdown(path) && createIncludeFilter(isms.config?.config)(path);
  return read && !hidden && !isms.unreadable.some((file) => file.path === path);
}

/** A file with the same name elsewhere, else the path that differs least. */
function nearestPath(isms: Isms, document: IsmsDocument, path: string): string | undefined {
  const paths = [...isms.files.keys()].filter((each) => isMarkdown(each) && each !== document.path);
  const name = (each: string): string => each.slice(each.lastIndexOf('/') + 1).toLowerCase();
  const moved = paths.filter((each) => name(each) === name(path));
  return moved.length === 1 ? moved[0] : nearest(path, paths);
}

/** The target of a link from one file to another, both given from the root. */
function relativePath(from: string, to: string): string {
  const own = from.split('/').slice(0, -1);
  const their = to.split('/');
  let shared = 0;
  while (shared < own.length && shared < their.length - 1 && own[shared] === their[shared]) shared++;
  return [...own.slice(shared).map(() => '..'), ...their.slice(shared).map(encodeURIComponent)].join('/');
}

/** What documents go by, prepared once: an ISMS may have many, and its SoA many cells. */
interface DocumentNames {
  readonly byId: ReadonlyMap<string, IsmsDocument>;
  /** `undefined` where two documents share a name: then it names neither. */
  readonly byName: ReadonlyMap<string, IsmsDocument | undefined>;
  /** The ids of each shape that is in use. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

function namesIn(isms: Isms): DocumentNames {
  const byId = new Map<string, IsmsDocument>();
  const byName = new Map<string, IsmsDocument | undefined>();
  const ids = new Map<string, string[]>();
  for (const document of isms.documents) {
    const id = document.field('id')?.value;
    if (id !== undefined && !byId.has(id.toLowerCase())) byId.set(id.toLowerCase(), document);
    if (id !== undefined) ids.set(shapeOf(id), [...(ids.get(shapeOf(id)) ?? []), id]);
    for (const name of new Set(namesOf(document))) byName.set(name, byName.has(name) ? undefined : document);
  }
  return { byId, byName, ids };
}

/** An id, alone or before a title ("AH-POL-02 Access control"); else a title; else the name of a file. */
function resolveName(isms: Isms, names: DocumentNames, text: string): Reference {
  const plain = normalise(text);
  if (plain === '') return found('words');
  const [first = ''] = text.split(/[\s:(]/);
  const document =
    names.byId.get(text.toLowerCase()) ??
    names.byId.get(first.toLowerCase()) ??
    names.byName.get(core(plain));
  if (document !== undefined) return found('document', document);
  const isId = /^\p{L}[\p{L}\d]*(?:[-_.]\p{L}[\p{L}\d]*)*[-_.]\d+$/u.test(text);
  const alike = isId ? (names.ids.get(shapeOf(text)) ?? []) : [];
  if (alike.length === 0 || isOfRegister(isms, text)) return found('words');
  const near = nearest(text, alike);
  return found('missing', undefined, { what: 'id', suggestions: near === undefined ? [] : [near] });
}

/** What a document goes by: its title and the name of its file, without the word for its kind. */
function namesOf(document: IsmsDocument): string[] {
  const file = document.path.slice(document.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return [core(normalise(document.title)), core(normalise(file))];
}

const KINDS =
  /\b(?:the|policy|policies|procedure|standard|plan|guideline|richtlinie|leitlinie|verfahren|document)\b/g;

function core(name: string): string {
  const rest = name.replace(KINDS, ' ').replace(/ +/g, ' ').trim();
  return rest === '' ? name : rest;
}

/** `AH-POL-02` and `AH-POL-17` have one shape. */
function shapeOf(id: string): string {
  return id.toLowerCase().replace(/\d/g, '0');
}

/** The id of an entry of a register, or of a document that is kept elsewhere and stands in the register of documents. */
function isOfRegister(isms: Isms, text: string): boolean {
  const key = registerKey(text);
  const { risksById, requirementsById, evidenceById, exceptionsById, documentRegisterById } = isms;
  return [risksById, requirementsById, evidenceById, exceptionsById, documentRegisterById].some((entries) =>
    entries.has(key),
  );
}
