import type { Catalog } from '../catalog/catalog';
import type { OwnCatalogs } from '../catalog/ownCatalogs';
import type { Vocabulary } from '../catalog/vocabulary';
import type { ParsedConfig } from '../config/parse';
import type { Baseline } from '../facts/baselineFacts';
import { clauseLists } from '../facts/controlList';
import type { FileFacts } from '../facts/facts';
import type { Source } from '../text/source';
import { classify, type Classifier } from './classify';
import { fileTreeOf, type FileTree } from './fileTree';
import { missingPaths } from './include';
import { groupByControl } from './groupByControl';
import type { Isms, IsmsDocument, Mapping, UnreadableFile } from './model';
import { registersOf } from './registers';
import { soaOf } from './soa';

export interface IsmsInput {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  readonly config: (ParsedConfig & { readonly source: Source }) | undefined;
  readonly files: ReadonlyMap<string, { readonly source: Source; readonly facts: FileFacts }>;
  readonly unreadable: readonly UnreadableFile[];
  /** All files there are; without it, those that are given here. */
  readonly tree?: FileTree | undefined;
  readonly ownCatalogs: OwnCatalogs | undefined;
  readonly baseline: Baseline | undefined;
  readonly ignored: readonly string[];
  /** How files are judged; default: each anew. */
  readonly classifier?: Classifier;
}

/** Puts the facts of all files together into one ISMS. Pure: the same input gives the same value. */
export function buildIsms(input: IsmsInput): Isms {
  const context = { catalog: input.catalog, vocabulary: input.vocabulary, config: input.config?.config };
  const { classifier, ...given } = input;
  const judge = classifier ?? ((file, how) => classify(file.source, file.facts, how));
  const documents = [...input.files.values()]
    .flatMap((file) => judge(file, context) ?? [])
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const known = new Set([...input.files.keys(), ...input.unreadable.map((file) => file.path)]);
  const configured = context.config?.soa;
  const missing = missingPaths(configured, known);
  return {
    ...given,
    tree:
      input.tree ??
      fileTreeOf(new Set([...known, ...(input.config === undefined ? [] : [input.config.source.path])])),
    documents,
    documentsByPath: new Map(documents.map((document) => [document.path, document])),
    soa: soaOf({ documents, configured, missing, unreadable: input.unreadable }),
    missingSoaPaths: missing,
    mappings: mappingsOf(documents, input.catalog),
    ...registersOf({ documents, config: context.config, known, unreadable: input.unreadable }),
    mappingsUncertain: input.unreadable.length > 0 || documents.some(hidesMappings),
  };
}

/** A document whose front matter did not parse may map anything. */
function hidesMappings(document: IsmsDocument): boolean {
  return document.facts.frontMatter?.readable === false && (document.maps || document.kind === 'document');
}

function mappingsOf(documents: readonly IsmsDocument[], catalog: Catalog): Map<string, Mapping[]> {
  const mappings = documents
    .filter((document) => document.maps)
    .flatMap(mappingsIn)
    .filter(
      ({ reference: { mention } }) => mention.namespace === 'iso27001:2022' || mention.namespace === 'own',
    );
  return groupByControl(mappings, ({ reference }) => reference.mention.ids.filter((id) => catalog.knows(id)));
}

function mappingsIn(document: IsmsDocument): Mapping[] {
  const forClauses = clauseLists(document.facts.controlLists);
  return document.facts.references
    .filter((reference) => !forClauses.has(reference.list))
    .map((reference) => ({ document, reference }));
}
