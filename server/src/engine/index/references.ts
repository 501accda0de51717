import { normalise } from '../catalog/lookup';
import { nearest } from '../text/nearest';
import { createReferences, type References } from './followLinks';
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
  /** What does not exist; a document that exists may lack the place. */
  readonly broken: Broken | undefined;
}

export interface Broken {
  readonly what: 'file' | 'place' | 'id';
  /** What may have been meant, written as the reference is, the best one first. */
  readonly suggestions: readonly string[];
}

/** Resolves what is written in a document: the target of a link, a path, the id or the title of a document. */
export type Resolver = (document: IsmsDocument, text: string, isLink: boolean) => Reference;

/** Prepares the look-ups for one ISMS. */
export function createResolver(isms: Isms): Resolver {
  const references = createReferences(isms);
  const names = namesIn(isms);
  return (document, text, isLink) => {
    const written = text.trim();
    if (isLink || isPath(written)) return resolvePath(references, document, written);
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

function resolvePath(references: References, document: IsmsDocument, url: string): Reference {
  const target = references.link(document.path, url);
  switch (target.kind) {
    case 'unknown':
      return found('elsewhere');
    case 'found':
      return found(target.document === undefined ? 'file' : 'document', target.document);
    case 'missing-anchor': {
      const file = references.link(document.path, url.replace(/#.*$/, ''));
      const named = url.startsWith('#') ? document : file.kind === 'found' ? file.document : undefined;
      const broken = { what: 'place', suggestions: target.suggestions } as const;
      return found(named === undefined ? 'file' : 'document', named, broken);
    }
    default:
      return found('missing', undefined, { what: 'file', suggestions: target.suggestions });
  }
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
