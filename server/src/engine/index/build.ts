import type { Catalog } from '../catalog/catalog';
import type { OwnCatalogs } from '../catalog/ownCatalogs';
import type { Vocabulary } from '../catalog/vocabulary';
import type { ParsedConfig } from '../config/parse';
import type { Baseline } from '../facts/baselineFacts';
import type { FileFacts } from '../facts/facts';
import type { Source } from '../text/source';
import { changeBetween, documentsAfter, type Change } from './change';
import { classify, type Classifier } from './classify';
import { fileTreeOf, type FileTree } from './fileTree';
import { missingPaths } from './include';
import { onDemand } from '../text/onDemand';
import { isSameList } from './kept';
import { createMappingReader, keptMappings, type MappingReader } from './mappings';
import type { Isms, IsmsDocument, UnreadableFile } from './model';
import { outlineOf } from './outline';
import { keptRegisters } from './registers';
import { keptSoa } from './soa';

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
  /** How mappings are found; default: anew. */
  readonly mappingReader?: MappingReader;
  /** What the ISMS was before: whatever did not change since is the same value again. */
  readonly previous?: Isms | undefined;
  /** The only files of `previous` that may have changed since, where that is known; else all are compared. */
  readonly edited?: readonly string[] | undefined;
}

/**
 * Puts the facts of all files together into one ISMS. Pure: the same input gives the same value, with or without what it
 * was before; with it, an edit costs what it changes and not what there is.
 */
export function buildIsms(input: IsmsInput): Isms {
  const { classifier, mappingReader, previous: before, edited, ...given } = input;
  const context = { catalog: input.catalog, vocabulary: input.vocabulary, config: input.config?.config };
  const judge = classifier ?? ((file, how) => classify(file.source, file.facts, how));
  const judgeAt = (path: string): IsmsDocument | undefined => {
    const file = input.files.get(path);
    return file === undefined ? undefined : judge(file, context);
  };
  const previous = before?.catalog === input.catalog && before.config === input.config ? before : undefined;
  const unreadable = keptUnreadable(previous?.unreadable, input.unreadable);
  const change =
    previous?.unreadable === unreadable ? changeBetween(previous, { ...input, edited }, judgeAt) : undefined;
  const documents = change === undefined ? allDocuments(input.files, judgeAt) : documentsAfter(change);
  const known = onDemand(() => new Set([...input.files.keys(), ...unreadable.map(({ path }) => path)]));
  const missing = change?.previous.missingSoaPaths ?? missingPaths(context.config?.soa, known());
  const soa = keptSoa({ documents, configured: context.config?.soa, missing, unreadable }, change);
  const registers = keptRegisters({ documents, config: context.config, known, unreadable }, change, previous);
  const reader = mappingReader ?? createMappingReader();
  const outline = outlineOf(
    { files: input.files, unreadable, documents, soa, risks: registers.risks },
    { hasConfig: input.config !== undefined, change, previous },
  );
  return {
    ...given,
    unreadable,
    tree: input.tree ?? fileTreeOf(new Set([...known(), ...pathsOf(input.config)])),
    documents,
    documentsByPath: byPath(documents, change),
    soa,
    missingSoaPaths: missing,
    mappings: keptMappings(documents, input.catalog, reader, { change, previous }),
    ...registers,
    mappingsUncertain: unreadable.length > 0 || outline.unsound.some(hidesMappings),
    ...outline,
  };
}

function allDocuments(
  files: IsmsInput['files'],
  judgeAt: (path: string) => IsmsDocument | undefined,
): readonly IsmsDocument[] {
  return [...files.keys()].flatMap((path) => judgeAt(path) ?? []).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function byPath(documents: readonly IsmsDocument[], change: Change | undefined): Isms['documentsByPath'] {
  if (change?.previous.documents.length !== documents.length)
    return new Map(documents.map((document) => [document.path, document]));
  const all = new Map(change.previous.documentsByPath);
  for (const document of change.now) all.set(document.path, document);
  return all;
}

function pathsOf(config: IsmsInput['config']): string[] {
  return config === undefined ? [] : [config.source.path];
}

function keptUnreadable(
  previous: readonly UnreadableFile[] | undefined,
  next: readonly UnreadableFile[],
): readonly UnreadableFile[] {
  const words = (files: readonly UnreadableFile[]): string[] =>
    files.flatMap(({ path, reason }) => [path, reason]);
  return previous !== undefined && isSameList(words(previous), words(next)) ? previous : next;
}

/** A document whose front matter did not parse may map anything. */
function hidesMappings(document: IsmsDocument): boolean {
  return document.facts.frontMatter?.readable === false && (document.maps || document.kind === 'document');
}
