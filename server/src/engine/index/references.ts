import { normalise } from '../catalog/vocabulary';
import { nearest } from '../text/nearest';
import { createIncludeFilter, isMarkdown } from './include';
import type { Isms, IsmsDocument } from './model';
import { registerKey } from './registers';

/** What a link, a path, an id or a title in a document leads to. */
export type Reference =
  | { readonly kind: 'document'; readonly document: IsmsDocument }
  /** A file of the ISMS that is none of its documents. */
  | { readonly kind: 'file'; readonly path: string }
  /** Another site, a file of a kind that is not read, or a place outside: nothing is known of it. */
  | { readonly kind: 'elsewhere' }
  /** A path or an id that leads nowhere. `meant` is what the author may have had in mind, spelled as the reference is. */
  | { readonly kind: 'missing'; readonly what: 'path' | 'id'; readonly meant: string | undefined }
  /** Words that name nothing known. */
  | { readonly kind: 'words' };

/** Resolves what `text` in a document refers to: the target of a link, a path, the id or the title of a document. */
export function resolveReference(isms: Isms, document: IsmsDocument, text: string): Reference {
  const written = text.trim();
  if (isUrl(written)) return { kind: 'elsewhere' };
  if (isPath(written)) return resolvePath(isms, document, written);
  return resolveName(isms, written);
}

/** True for what opens another site, a mail or a place on a site that is generated from the files. */
function isUrl(text: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(text);
}

/** `policies/access.md#scope`, `../soa.md`, `#scope`: with the ending of a file, or a place in this one. */
function isPath(text: string): boolean {
  return (
    /^#|^[^\s#?]*\.[a-z]{1,8}(?:[#?].*)?$|^\.{1,2}\/\S*$/i.test(text.replace(/%20/g, '_')) &&
    !/^\.+$/.test(text)
  );
}

function resolvePath(isms: Isms, document: IsmsDocument, text: string): Reference {
  const target = withoutPlace(text);
  if (target === '') return { kind: 'document', document };
  const path = pathFrom(document.path, target);
  if (path === undefined) return { kind: 'elsewhere' };
  const known = [path, `${path}.md`].find((each) => isms.files.has(each));
  if (known !== undefined) {
    const found = isms.documents.find((each) => each.path === known);
    return found === undefined ? { kind: 'file', path: known } : { kind: 'document', document: found };
  }
  return mustBeThere(isms, path)
    ? { kind: 'missing', what: 'path', meant: nearestPath(isms, document, path) }
    : { kind: 'elsewhere' };
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

/** An id, alone or before a title ("AH-POL-02 Access control"); else a title; else the name of a file. */
function resolveName(isms: Isms, text: string): Reference {
  const plain = normalise(text);
  if (plain === '') return { kind: 'words' };
  const byId = isms.documents.find((each) => startsWithId(text, idOf(each)));
  if (byId !== undefined) return { kind: 'document', document: byId };
  const named = isms.documents.filter((each) => namesOf(each).includes(core(plain)));
  const [only] = named;
  if (only !== undefined && named.length === 1) return { kind: 'document', document: only };
  const shape = /^\p{L}[\p{L}\d]*(?:[-_.]\p{L}[\p{L}\d]*)*[-_.]\d+$/u.test(text) ? shapeOf(text) : undefined;
  const alike = isms.documents.map(idOf).filter((id) => id !== '' && shapeOf(id) === shape);
  if (shape === undefined || alike.length === 0 || isOfRegister(isms, text)) return { kind: 'words' };
  return { kind: 'missing', what: 'id', meant: nearest(text, alike) };
}

function idOf(document: IsmsDocument): string {
  return document.field('id')?.value ?? '';
}

function startsWithId(text: string, id: string): boolean {
  const start = text.slice(0, id.length).toLowerCase();
  return id !== '' && start === id.toLowerCase() && !/^[\p{L}\p{N}_-]/u.test(text.slice(id.length));
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
