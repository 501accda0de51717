import type { Catalog } from '../catalog/catalog';
import type { OwnCatalogs } from '../catalog/ownCatalogs';
import type { DocumentStatus, Vocabulary } from '../catalog/vocabulary';
import type { ParsedConfig } from '../config/parse';
import type { Baseline } from '../facts/baselineFacts';
import type { ControlReference, FileFacts, MetadataFact, MetadataField } from '../facts/facts';
import type {
  DocumentRow,
  EvidenceRow,
  ExceptionRow,
  PlanRow,
  RegisterKind,
  RegisterTable,
  RequirementRow,
  RiskRow,
} from '../facts/registerFacts';
import type { FileTree } from './fileTree';
import type { Outline } from './outline';
import type { SoaRow, SoaTable } from '../facts/soaFacts';
import type { Source } from '../text/source';

/** What a document is. Kinds that do not matter to any rule yet keep the word of their `type`. */
export type DocumentKind = string;

/** A file of the ISMS. */
export interface IsmsDocument {
  readonly path: string;
  readonly source: Source;
  readonly facts: FileFacts;
  readonly kind: DocumentKind;
  /** What made the file a document of the ISMS. */
  readonly basis: 'isms.yaml' | 'type' | 'controls' | 'table' | 'document control' | 'file name';
  /** True where the controls that it lists count as mapped: policies and the like that are not retired. */
  readonly maps: boolean;
  /** True where it needs an owner, a version and so on. */
  readonly controlled: boolean;
  readonly status: DocumentStatus | undefined;
  readonly title: string;
  /** The metadata of a field, the carrier with precedence first. */
  field(name: MetadataField): MetadataFact | undefined;
}

export interface Mapping {
  readonly document: IsmsDocument;
  readonly reference: ControlReference;
}

export interface SoaEntry {
  readonly document: IsmsDocument;
  readonly table: SoaTable;
  readonly row: SoaRow;
}

/** A row of a register, with where it stands. */
export interface RegisterEntry<Row> {
  readonly document: IsmsDocument;
  readonly table: RegisterTable<Row>;
  readonly row: Row;
}

export interface RiskEntry extends RegisterEntry<RiskRow> {
  /** What a treatment plan says of the risk. */
  readonly plan: readonly RegisterEntry<PlanRow>[];
}

/**
 * The registers, each in the order of the files and rows, by id and by control. An id is looked up by `registerKey`, so
 * that `R-001` and `r001` are one; of two rows with one id the first is found.
 */
export interface Registers {
  readonly risks: readonly RiskEntry[];
  readonly risksById: ReadonlyMap<string, RiskEntry>;
  /** Control id → the risks that name it, in the register or in the treatment plan. */
  readonly risksByControl: ReadonlyMap<string, readonly RiskEntry[]>;
  readonly requirements: readonly RegisterEntry<RequirementRow>[];
  readonly requirementsById: ReadonlyMap<string, RegisterEntry<RequirementRow>>;
  readonly requirementsByControl: ReadonlyMap<string, readonly RegisterEntry<RequirementRow>[]>;
  readonly evidence: readonly RegisterEntry<EvidenceRow>[];
  readonly evidenceById: ReadonlyMap<string, RegisterEntry<EvidenceRow>>;
  readonly evidenceByControl: ReadonlyMap<string, readonly RegisterEntry<EvidenceRow>[]>;
  readonly exceptions: readonly RegisterEntry<ExceptionRow>[];
  readonly exceptionsById: ReadonlyMap<string, RegisterEntry<ExceptionRow>>;
  readonly exceptionsByControl: ReadonlyMap<string, readonly RegisterEntry<ExceptionRow>[]>;
  readonly documentRegister: readonly RegisterEntry<DocumentRow>[];
  readonly documentRegisterById: ReadonlyMap<string, RegisterEntry<DocumentRow>>;
  readonly documentRegisterByControl: ReadonlyMap<string, readonly RegisterEntry<DocumentRow>[]>;
  /** Registers of which a part is missing or could not be read, so that a missing entry proves nothing. */
  readonly incompleteRegisters: ReadonlySet<RegisterKind>;
}

export interface Soa {
  readonly documents: readonly IsmsDocument[];
  readonly tables: readonly { readonly document: IsmsDocument; readonly table: SoaTable }[];
  /** Rows by control, in the order of the text; a well-kept SoA has one each. */
  readonly rows: ReadonlyMap<string, readonly SoaEntry[]>;
  /** False where part of the SoA is missing or could not be read, so that a missing row proves nothing. */
  readonly complete: boolean;
}

export interface UnreadableFile {
  readonly path: string;
  readonly reason: string;
}

/** One ISMS at one moment: an immutable value that rules and features read. */
export interface Isms extends Registers, Outline {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  /** `undefined` where there is no `isms.yaml`. */
  readonly config: (ParsedConfig & { readonly source: Source }) | undefined;
  /** The files that `catalogs:` names; what they hold is in `catalog`. `undefined` where it names none. */
  readonly ownCatalogs: OwnCatalogs | undefined;
  /** The findings that are accepted as they are; `undefined` where there is no such file. */
  readonly baseline: Baseline | undefined;
  /** All files that were read, whether of the ISMS or not, by path. */
  readonly files: ReadonlyMap<string, { readonly source: Source; readonly facts: FileFacts }>;
  /** All files there are below the root, read or not. */
  readonly tree: FileTree;
  /** The documents of the ISMS, by path in order. */
  readonly documents: readonly IsmsDocument[];
  readonly documentsByPath: ReadonlyMap<string, IsmsDocument>;
  readonly soa: Soa | undefined;
  /** Files that `isms.yaml` names as SoA and that do not exist. */
  readonly missingSoaPaths: readonly string[];
  /** Control id → where documents that map name it, in the order of paths. */
  readonly mappings: ReadonlyMap<string, readonly Mapping[]>;
  readonly unreadable: readonly UnreadableFile[];
  /** Files and folders (these end with `/`) that exist and that git ignores: nothing of them is read. */
  readonly ignored: readonly string[];
  /** True where a document that may map could not be read: then no control is called unmapped. */
  readonly mappingsUncertain: boolean;
}

export function documentAt(isms: Isms, path: string): IsmsDocument | undefined {
  return isms.documentsByPath.get(path);
}

/** The line breaks of the document that comes first by path: what new documents take over. */
export function usualLineBreak({ heads }: Isms): string {
  return heads[0]?.lineBreak ?? '\n';
}
