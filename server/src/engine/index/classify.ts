import type { Catalog } from '../catalog/catalog';
import type { DocumentStatus, Vocabulary } from '../catalog/vocabulary';
import type { Config } from '../config/schema';
import type { FileFacts, MetadataFact, MetadataField } from '../facts/facts';
import type { RegisterKind } from '../facts/registerFacts';
import type { Source } from '../text/source';
import { hasDocumentControl } from './documentControl';
import { createIncludeFilter, namesPath } from './include';
import type { IsmsDocument } from './model';

export interface ClassifyContext {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  readonly config: Config | undefined;
}

/** Judges a file that was read. */
export type Classifier = (
  file: { readonly source: Source; readonly facts: FileFacts },
  context: ClassifyContext,
) => IsmsDocument | undefined;

/**
 * A classifier that keeps its answers while a file, the catalogue and the configuration are the same values, so that an
 * edit costs one judgement and every other document stays the value that it was.
 */
export function createClassifier(): Classifier {
  const answers = new WeakMap<
    FileFacts,
    { readonly context: ClassifyContext; readonly document: IsmsDocument | undefined }
  >();
  return (file, context) => {
    const known = answers.get(file.facts);
    if (known?.context.catalog === context.catalog && known.context.config === context.config)
      return known.document;
    const document = classify(file.source, file.facts, context);
    answers.set(file.facts, { context, document });
    return document;
  };
}

const MAPPING_KINDS: ReadonlySet<string> = new Set(['policy', 'procedure', 'standard', 'plan', 'guideline']);
const UNCONTROLLED_KINDS: ReadonlySet<string> = new Set(['record', 'minutes', 'template', 'readme']);

/** True for the kinds of documents whose lists of controls count. */
export function mapsByKind(kind: string): boolean {
  return MAPPING_KINDS.has(kind);
}

/** The document that a file is, or `undefined` where it does not belong to the ISMS. The order is that of the conventions. */
export function classify(
  source: Source,
  facts: FileFacts,
  context: ClassifyContext,
): IsmsDocument | undefined {
  const decided = decide(facts, context);
  if (decided === undefined) return undefined;
  const metadata = new Map<MetadataField, MetadataFact>();
  for (const fact of facts.metadata)
    if (!metadata.has(fact.field) && fact.value !== '') metadata.set(fact.field, fact);
  const status = statusOf(metadata.get('status')?.value, context);
  const title =
    metadata.get('title')?.value ??
    facts.body.headings.find((heading) => heading.depth === 1)?.text ??
    fileName(facts.path);
  return {
    path: facts.path,
    source,
    facts,
    kind: decided.kind,
    basis: decided.basis,
    maps: mapsByKind(decided.kind) && status !== 'retired',
    controlled: !UNCONTROLLED_KINDS.has(decided.kind),
    status,
    title,
    field: (name) => metadata.get(name),
  };
}

interface Decision {
  readonly kind: string;
  readonly basis: IsmsDocument['basis'];
}

function decide(facts: FileFacts, context: ClassifyContext): Decision | undefined {
  const named = namedByConfig(facts.path, context.config);
  if (named !== undefined) return { kind: named, basis: 'isms.yaml' };
  const type = facts.metadata.find((fact) => fact.field === 'type')?.value;
  const typed = type === undefined ? undefined : context.vocabulary.documentKind(type);
  if (typed !== undefined) return { kind: typed, basis: 'type' };
  const content = kindByContent(facts, context);
  if (content === undefined) return undefined;
  const byName = kindByName(facts.path);
  return byName === undefined ? content : { kind: byName, basis: 'file name' };
}

function namedByConfig(path: string, config: Config | undefined): string | undefined {
  const named = (entries: string | readonly string[] | undefined): boolean => namesPath(entries, path);
  if (named(config?.soa)) return 'statement-of-applicability';
  if (named(config?.riskRegister)) return 'risk-register';
  if (named(config?.evidenceRegister)) return 'evidence-register';
  return named(config?.requirementsRegister) ? 'requirements-register' : undefined;
}

function kindByContent(facts: FileFacts, context: ClassifyContext): Decision | undefined {
  const soaName = /(?:^|\/)(?:soa|statement[-_ ]of[-_ ]applicability)\.[^/]*$/i.test(facts.path);
  const soaTables = facts.soaTables.filter(
    (table) => soaName || table.columns.some((column) => column.meaning === 'applicable'),
  );
  if (soaTables.length > 0) return { kind: 'statement-of-applicability', basis: 'table' };
  const register = registerByContent(facts, context);
  if (register?.basis === 'file name') return register;
  if (facts.references.some((reference) => isControl(reference.mention, context)))
    return { kind: 'policy', basis: 'controls' };
  if (register !== undefined) return register;
  const unreadable = facts.frontMatter?.readable === false;
  if (unreadable && facts.frontMatter.namesControls) return { kind: 'document', basis: 'controls' };
  if (context.config === undefined || !createIncludeFilter(context.config)(facts.path)) return undefined;
  const clauses = facts.references.some((reference) => reference.mention.namespace === 'clause');
  if (!unreadable && !clauses && !hasDocumentControl(facts)) return undefined;
  const named = context.vocabulary.registerName(facts.path);
  return { kind: clauses ? 'management-system' : (named ?? 'document'), basis: 'document control' };
}

/** A register by its file's name, with a table that may be it; else by a table that can be nothing else. */
function registerByContent({ path, registers }: FileFacts, context: ClassifyContext): Decision | undefined {
  const named = context.vocabulary.registerName(path);
  const kept = REGISTERS.filter(([kind]) => kind === named);
  if (kept.some(([, tables]) => registers[tables].length > 0))
    return { kind: named ?? '', basis: 'file name' };
  const certain = REGISTERS.find(([, tables]) => registers[tables].some((table) => table.certain));
  return certain === undefined ? undefined : { kind: certain[0], basis: 'table' };
}

const REGISTERS: readonly (readonly [kind: string, tables: RegisterKind])[] = [
  ['risk-register', 'risk'],
  ['risk-register', 'plan'],
  ['evidence-register', 'evidence'],
  ['exception-register', 'exception'],
  ['requirements-register', 'requirement'],
  ['document-register', 'document'],
];

/** An id of Annex A: with its letter any id of that shape, a bare number only where the control exists. */
function isControl(mention: FileFacts['references'][number]['mention'], context: ClassifyContext): boolean {
  if (mention.namespace === 'own') return true;
  if (!mention.namespace.startsWith('iso27001') || mention.ids.length === 0) return false;
  return /a/i.test(mention.text) || mention.ids.some((id) => context.catalog.knows(id));
}

/** What a file is by its name alone: a readme or a template. */
export function kindByName(path: string): string | undefined {
  if (/(?:^|\/)(?:readme|changelog)\.[^/]*$/i.test(path)) return 'readme';
  if (!path.toLowerCase().includes('template')) return undefined;
  return /(?:^|\/)(?:_?templates?(?:[-_][a-z]{2})?\/|_?template[-_. ])/i.test(path) ? 'template' : undefined;
}

function statusOf(value: string | undefined, context: ClassifyContext): DocumentStatus | undefined {
  if (value === undefined) return undefined;
  const own = Object.entries(context.config?.statuses ?? {}).find(
    ([word]) => word.toLowerCase() === value.toLowerCase(),
  );
  return (
    own?.[1] ??
    context.vocabulary.documentStatus(value) ??
    context.vocabulary.documentStatus(withoutNote(value))
  );
}

/** "Approved (board, 2026-03-17)", "Draft – for comment": what follows the word explains it. */
function withoutNote(value: string): string {
  return value.split(/\s*[([,;:]|\s[-–—|]\s/)[0] ?? value;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
