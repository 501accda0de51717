import type { KeyMeaning } from '../catalog/vocabulary';
import type { FileFacts, MetadataField } from '../facts/facts';
import { namespaceOfFramework } from '../ids/framework';
import { scanIds } from '../ids/scan';
import type { Isms } from '../index/model';
import type { Source } from '../text/source';
import { overlaps, type Span } from '../text/span';
import type { Completion } from './completion';
import { controlOffers, plain } from './offers';
import { yamlCursorsAt, type YamlKeyCursor, type YamlValueCursor } from './yamlCursor';

export interface OpenFile {
  readonly source: Source;
  readonly facts: FileFacts;
}

/** Keys, values and control ids of the block at the top of a document. */
export function frontMatterCompletions(
  isms: Isms,
  file: OpenFile,
  content: Span,
  offset: number,
): readonly Completion[] {
  const { text } = file.source;
  for (const cursor of yamlCursorsAt(text, content, offset)) {
    const offers = cursor.kind === 'key' ? keyOffers(isms, file, cursor) : valueOffers(isms, file, cursor);
    if (offers.length > 0) return offers;
  }
  return [];
}

/** The front matter that we write, in its order, with what each key is for. */
const KEYS: readonly (readonly [string, string])[] = [
  ['id', 'the number of the document'],
  ['title', 'the name of the document'],
  ['type', 'policy, procedure, statement-of-applicability, …'],
  ['version', 'the version, in quotes'],
  ['status', 'draft, in-review, approved, retired'],
  ['classification', 'who may read the document'],
  ['owner', 'who answers for the document'],
  ['approver', 'who approved it'],
  ['approved_date', 'when it was approved'],
  ['effective_date', 'from when it holds'],
  ['review_cycle', 'how often it is reviewed: P1Y is once a year'],
  ['next_review', 'when it is due for review'],
  ['controls', 'the controls of Annex A that it carries out'],
  ['related_documents', 'ids of other documents'],
];

/** The keys that the document does not have yet, under whatever name. */
function keyOffers(isms: Isms, file: OpenFile, cursor: YamlKeyCursor): Completion[] {
  const entries = (file.facts.frontMatter?.entries ?? []).filter(
    (entry) => !overlaps(entry.span, cursor.word),
  );
  const meanings = new Set(entries.map((entry) => entry.meaning ?? entry.key));
  const missing = KEYS.filter(([key]) => !meanings.has(isms.vocabulary.metadataField(key) ?? key));
  return missing.map(([key, purpose], index) => ({
    ...plain(key, index, cursor.word),
    kind: 'key',
    detail: purpose,
    newText: `${key}: `,
  }));
}

function valueOffers(isms: Isms, file: OpenFile, cursor: YamlValueCursor): readonly Completion[] {
  if (meaningOf(cursor.path, isms) === 'iso27001') {
    const listed = listedControls(file.source.text, cursor);
    return controlOffers(isms, listed, cursor.word, (id) => writeId(id, cursor));
  }
  const [key, ...nested] = cursor.path;
  const field = key === undefined || nested.length > 0 ? undefined : isms.vocabulary.metadataField(key);
  return field === undefined || cursor.style === 'blank' ? [] : fieldOffers(isms, file, field, cursor);
}

/** What the ids under a key are: by the key itself, and below `satisfies` and `frameworks` by the standard's name. */
function meaningOf(path: readonly string[], isms: Isms): KeyMeaning | undefined {
  const [outer = '', inner = ''] = path;
  if (/^(?:satisfies|frameworks)$/i.test(outer) && path.length > 1) {
    const isIso = keyMeaning(inner, isms) === 'iso27001' || namespaceOfFramework(inner) === 'iso27001:2022';
    return isIso && (path.length === 2 || path[2]?.toLowerCase() === 'controls') ? 'iso27001' : 'other';
  }
  return path.length === 1 ? keyMeaning(outer, isms) : undefined;
}

function keyMeaning(key: string, isms: Isms): KeyMeaning | undefined {
  const own = Object.entries(isms.config?.config.controlKeys ?? {}).find(
    ([name]) => name.toLowerCase() === key.toLowerCase(),
  );
  return own?.[1] ?? isms.vocabulary.keyMeaning(key);
}

/** The controls of the same list, without the one that is being typed. */
function listedControls(text: string, cursor: YamlValueCursor): Set<string> {
  const { start, end } = cursor.entry;
  const mentions = scanIds(text.slice(start, end), { offset: start, bare: 'control' });
  const typed = { start: cursor.word.start - 1, end: cursor.word.end + 1 };
  return new Set(
    mentions.filter((mention) => !overlaps(mention.span, typed)).flatMap((mention) => mention.ids),
  );
}

/** An id with what the YAML around it lacks: quotes, brackets, a hyphen, a blank. */
function writeId(id: string, cursor: YamlValueCursor): string {
  if (cursor.quote !== '') return cursor.closed ? id : `${id}${cursor.quote}`;
  const blank = cursor.needsBlank ? ' ' : '';
  if (cursor.style === 'blank') return `${cursor.indented ? '' : '  '}- "${id}"`;
  if (cursor.style === 'scalar')
    return cursor.word.start > cursor.scalar.start ? `${blank}${id}` : `${blank}["${id}"]`;
  return `${blank}"${id}"`;
}

function fieldOffers(
  isms: Isms,
  file: OpenFile,
  field: MetadataField,
  cursor: YamlValueCursor,
): Completion[] {
  return wordsFor(field, isms, file).map((word, index) => ({
    ...plain(word.value, index, cursor.scalar),
    detail: word.detail,
    kind: word.kind,
    newText: writeWord(word, cursor),
  }));
}

interface Word {
  readonly value: string;
  readonly detail: string;
  readonly kind: 'value' | 'document';
}

/** The values that a field may have, or has elsewhere in this ISMS. */
function wordsFor(field: MetadataField, isms: Isms, file: OpenFile): readonly Word[] {
  const word = (value: string, detail = ''): Word => ({ value, detail, kind: 'value' });
  switch (field) {
    case 'type':
      return isms.vocabulary.documentKinds.map((kind) => word(kind));
    case 'status':
      return isms.vocabulary.documentStatuses.map((status) => word(status));
    case 'review_cycle':
      return [
        word('P3M', 'every three months'),
        word('P6M', 'every six months'),
        word('P1Y', 'once a year'),
        word('P2Y', 'every two years'),
      ];
    case 'classification':
    case 'owner':
    case 'approver':
    case 'author':
      return usedElsewhere(field, isms, file).map((value) => word(value, 'used in this ISMS'));
    case 'related_documents':
      return relatedDocuments(isms, file);
    default:
      return [];
  }
}

/** The most used first. */
function usedElsewhere(field: MetadataField, isms: Isms, file: OpenFile): string[] {
  const counts = new Map<string, number>();
  for (const document of isms.documents) {
    const value = document.path === file.source.path ? undefined : document.field(field)?.value;
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
}

function relatedDocuments(isms: Isms, file: OpenFile): Word[] {
  const named = new Set(
    file.facts.metadata.filter((fact) => fact.field === 'related_documents').map((fact) => fact.value),
  );
  return isms.documents.flatMap((document): Word[] => {
    const id = document.field('id')?.value;
    if (id === undefined || document.path === file.source.path || named.has(id)) return [];
    return [{ value: id, detail: document.title, kind: 'document' }];
  });
}

function writeWord(word: Word, cursor: YamlValueCursor): string {
  const { quote, closed } = cursor;
  if (quote !== '')
    return `${quote === '"' ? word.value.replace(/["\\]/g, '\\$&') : word.value.replace(/'/g, "''")}${closed ? '' : quote}`;
  const blank = cursor.needsBlank ? ' ' : '';
  return `${blank}${isPlain(word.value) && word.kind === 'value' ? word.value : JSON.stringify(word.value)}`;
}

/** A word that YAML reads as text without quotes. Ids of documents are quoted all the same: some are numbers. */
function isPlain(word: string): boolean {
  return /^\p{L}[\p{L}\p{N}-]*$/u.test(word) && !/^(?:yes|no|on|off|true|false|null)$/i.test(word);
}
