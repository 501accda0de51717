import { normalise } from '../catalog/lookup';
import { nearest } from '../text/nearest';
import { core, shapeOf } from './cellNames';
import { createReferences, type References, type ReferenceTarget } from './followLinks';
import { documentAt, type Isms, type IsmsDocument } from './model';
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
  return (document, text, isLink) => {
    const written = text.trim();
    if (isLink || isPath(written)) return resolvePath(isms, references, document, written);
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? found('elsewhere') : resolveName(isms, written);
  };
}

function found(kind: Reference['kind'], document?: IsmsDocument, broken?: Broken): Reference {
  return { kind, document, broken };
}

/** `policies/access.md#scope`, `../soa.md`: words with the ending of a document. */
function isPath(text: string): boolean {
  return /^[^\s#?:]+\.(?:md|markdown|pdf|docx|xlsx|csv|ya?ml|html?)(?:[#?]\S*)?$/i.test(text);
}

function resolvePath(isms: Isms, references: References, document: IsmsDocument, url: string): Reference {
  const target = references.link(document.path, url);
  const documentOf = (found: ReferenceTarget): IsmsDocument | undefined =>
    found.kind === 'found' ? documentAt(isms, found.path) : undefined;
  switch (target.kind) {
    case 'unknown':
      return found('elsewhere');
    case 'found':
      return found(documentOf(target) === undefined ? 'file' : 'document', documentOf(target));
    case 'missing-anchor': {
      const file = references.link(document.path, url.replace(/#.*$/, ''));
      const named = url.startsWith('#') ? document : documentOf(file);
      const broken = { what: 'place', suggestions: target.suggestions } as const;
      return found(named === undefined ? 'file' : 'document', named, broken);
    }
    default:
      return found('missing', undefined, { what: 'file', suggestions: target.suggestions });
  }
}

/** An id, alone or before a title ("AH-POL-02 Access control"); else a title; else the name of a file. */
function resolveName(isms: Isms, text: string): Reference {
  const names = isms.cellNames();
  const plain = normalise(text);
  if (plain === '') return found('words');
  const [first = ''] = text.split(/[\s:(]/);
  const path =
    names.byId.get(text.toLowerCase()) ??
    names.byId.get(first.toLowerCase()) ??
    names.byName.get(core(plain));
  if (path !== undefined) return found('document', documentAt(isms, path));
  const isId = endsInDigit(text) && /^\p{L}[\p{L}\d]*(?:[-_.]\p{L}[\p{L}\d]*)*[-_.]\d+$/u.test(text);
  const alike = isId ? (names.ids.get(shapeOf(text)) ?? []) : [];
  if (alike.length === 0 || isOfRegister(isms, text)) return found('words');
  const near = nearest(text, alike);
  return found('missing', undefined, { what: 'id', suggestions: near === undefined ? [] : [near] });
}

function endsInDigit(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code >= 48 && code <= 57;
}

/** The id of an entry of a register, or of a document that is kept elsewhere and stands in the register of documents. */
function isOfRegister(isms: Isms, text: string): boolean {
  const key = registerKey(text);
  const { risksById, requirementsById, evidenceById, exceptionsById, documentRegisterById } = isms;
  return [risksById, requirementsById, evidenceById, exceptionsById, documentRegisterById].some((entries) =>
    entries.has(key),
  );
}
