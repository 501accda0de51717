import type { FileFacts } from '../facts/facts';
import { cellNames, type CellNames } from './cellNames';
import { documentNames, type DocumentNames } from './documentNames';
import { headsOf, type DocumentHead } from './heads';
import { leavesAlone, type Change } from './change';
import { onDemand } from '../text/onDemand';
import { keptList, keptSet } from './kept';
import { knownRisks, type KnownRisks } from './knownRisks';
import type { IsmsDocument, RiskEntry, Soa, UnreadableFile } from './model';
import { offersOf, type Offers } from './offers';
import { pagesAfter, pagesOf, type Page } from './pages';

/**
 * What rules ask of an ISMS as a whole. Each value stays the one that it was while an edit changes nothing of it: that is
 * how `check/memory.ts` tells which findings have to be looked for again.
 */
export interface Outline {
  /** True where a configuration or an SoA says that the files are an ISMS; else only ids are judged. */
  readonly managed: boolean;
  readonly hasSoa: boolean;
  readonly soaPaths: ReadonlySet<string>;
  /** The controls that the SoA declares not applicable; of several rows the first one speaks. */
  readonly excluded: ReadonlySet<string>;
  /** One for each document, in the order of paths. */
  readonly heads: readonly DocumentHead[];
  /** What documents go by. */
  readonly names: () => DocumentNames;
  /** What they go by in the cells of an SoA. */
  readonly cellNames: () => CellNames;
  /** What is asked when a place for a control is to be offered. */
  readonly offers: () => Offers;
  /** The paths of all files that were found, readable or not, in lower case: what no new file may be called. */
  readonly takenPaths: () => ReadonlySet<string>;
  /** All Markdown that was read, whether of the ISMS or not, by path. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly knownRisks: KnownRisks;
  /** The documents that suppress findings. */
  readonly suppressing: readonly IsmsDocument[];
  /** The documents of which a part could not be read: their front matter, or a table that a comment ends. */
  readonly unsound: readonly IsmsDocument[];
}

/** What an outline is made from. */
export interface Outlined {
  readonly files: ReadonlyMap<string, { readonly facts: FileFacts }>;
  readonly unreadable: readonly UnreadableFile[];
  readonly documents: readonly IsmsDocument[];
  readonly soa: Soa | undefined;
  readonly risks: readonly RiskEntry[];
}

/** What an outline is made with: the edit since the state before where it was no more than that. */
export interface OutlineContext {
  readonly hasConfig: boolean;
  readonly change: Change | undefined;
  readonly previous: (Outlined & Outline) | undefined;
}

export function outlineOf(outlined: Outlined, { hasConfig, change, previous }: OutlineContext): Outline {
  const { files, documents, soa, risks } = outlined;
  const heads = keptList(previous?.heads, headsOf(documents, previous));
  const same = previous?.heads === heads ? previous : undefined;
  return {
    managed: hasConfig || soa !== undefined,
    hasSoa: soa !== undefined,
    soaPaths:
      previous?.soa === soa && previous !== undefined
        ? previous.soaPaths
        : keptSet(previous?.soaPaths, new Set(soa?.documents.map(({ path }) => path))),
    excluded:
      previous?.soa === soa && previous !== undefined
        ? previous.excluded
        : keptSet(previous?.excluded, excludedIn(soa)),
    heads,
    names: same?.names ?? onDemand(() => documentNames(heads)),
    cellNames: same?.cellNames ?? onDemand(() => cellNames(heads)),
    offers: same?.offers ?? onDemand(() => offersOf(heads)),
    takenPaths: change?.previous.takenPaths ?? onDemand(() => takenPaths(outlined)),
    pages: change === undefined ? pagesOf(files, previous) : pagesAfter(change, files),
    knownRisks: same?.risks === risks ? same.knownRisks : knownRisks(heads, risks, previous?.knownRisks),
    suppressing: keptDocuments(documents, suppresses, change, previous?.suppressing),
    unsound: keptDocuments(documents, isUnsound, change, previous?.unsound),
  };
}

function takenPaths({ files, unreadable }: Outlined): Set<string> {
  return new Set([...files.keys(), ...unreadable.map(({ path }) => path)].map((path) => path.toLowerCase()));
}

/** The documents of a kind; after an edit only the edited ones are asked. */
function keptDocuments(
  documents: readonly IsmsDocument[],
  isOfKind: (document: IsmsDocument) => boolean,
  change: Change | undefined,
  previous: readonly IsmsDocument[] | undefined,
): readonly IsmsDocument[] {
  if (change !== undefined && previous !== undefined && leavesAlone(change, isOfKind)) return previous;
  return keptList(previous, documents.filter(isOfKind));
}

function suppresses({ facts }: IsmsDocument): boolean {
  return facts.suppressions.length > 0;
}

function isUnsound({ facts }: IsmsDocument): boolean {
  return facts.frontMatter?.readable === false || facts.tableBreaks.length > 0;
}

function excludedIn(soa: Soa | undefined): Set<string> {
  const rows = [...(soa?.rows ?? [])];
  return new Set(
    rows.filter(([, [first]]) => first?.row.applicability === 'not-applicable').map(([id]) => id),
  );
}
