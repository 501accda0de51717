import type { Carrier, FileFacts, MetadataField } from '../../facts/facts';
import type { Applicability } from '../../facts/soaFacts';
import { documentAt, type Isms, type IsmsDocument } from '../../index/model';
import type { Span } from '../../text/span';
import { adviceFor } from './advice';
import { citationsOf, controlsOf } from './controls';
import { reasonOf } from './decision';
import { ignoredParts } from './ignored';
import { metadataOf } from './metadata';
import { sectionsOf } from './sections';
import { tablesOf } from './tables';

/** What was understood of one file and from where: plain data, which the command line and the editor write down. */
export interface Inspection {
  readonly path: string;
  /** `undefined` where the file is no document of the ISMS. */
  readonly document: InspectedDocument | undefined;
  /** What would make a document of it; empty for a document. */
  readonly advice: readonly string[];
  readonly metadata: readonly InspectedField[];
  /** Controls that the document says it carries out. */
  readonly controls: readonly InspectedControl[];
  /** Controls that the text cites. */
  readonly citations: readonly InspectedCitation[];
  readonly sections: readonly InspectedSection[];
  /** The tables that were understood. */
  readonly tables: readonly InspectedTable[];
  readonly links: FileFacts['body']['links'];
  readonly suppressions: FileFacts['suppressions'];
  /** The parts that were not used, and why. */
  readonly ignored: readonly IgnoredPart[];
}

export interface InspectedDocument extends Pick<
  IsmsDocument,
  'kind' | 'basis' | 'title' | 'status' | 'maps' | 'controlled'
> {
  /** Why the file is this document, as the end of a sentence. */
  readonly why: string;
  readonly span: Span | undefined;
}

export interface InspectedField {
  readonly field: MetadataField;
  readonly key: string;
  readonly value: string;
  readonly carrier: Carrier;
  readonly span: Span;
  /** The same field in carriers that count less. */
  readonly outranked: readonly {
    readonly value: string;
    readonly carrier: Carrier;
    readonly span: Span;
    readonly differs: boolean;
  }[];
}

/** `superseded`: of the 2013 edition. `unknown`: in no catalogue. `whole-theme`: A.5 or all controls, which map nothing. */
export type IdState = 'control' | 'own' | 'superseded' | 'unknown' | 'clause' | 'whole-theme';

export interface InspectedControl {
  /** As in the catalogue; the spelling of the document where it names none. */
  readonly id: string;
  readonly state: IdState;
  readonly title: string | undefined;
  readonly written: string;
  readonly carrier: Carrier;
  readonly key: string;
  /** The heading above it. */
  readonly section: string | undefined;
  readonly span: Span;
}

export interface InspectedCitation {
  readonly id: string;
  readonly state: IdState;
  readonly title: string | undefined;
  readonly spans: readonly Span[];
}

export interface InspectedSection {
  readonly title: string;
  readonly depth: number;
  readonly span: Span;
  /** The controls that are mapped or cited between this heading and the next. */
  readonly controls: readonly string[];
}

export interface InspectedTable {
  /** What it was read as: `Statement of Applicability`. */
  readonly readAs: string;
  readonly heading: string | undefined;
  readonly columns: readonly { readonly header: string; readonly meaning: string | undefined }[];
  readonly rows: number;
  readonly understood: number;
  /** Of a Statement of Applicability: how many rows say what of whether the control applies. */
  readonly answers: Readonly<Partial<Record<Applicability, number>>> | undefined;
  readonly span: Span;
}

export interface IgnoredPart {
  readonly kind: 'table' | 'column' | 'key' | 'id' | 'problem';
  /** The header, the key, the id or the heading. */
  readonly what: string;
  readonly why: string;
  readonly spans: readonly Span[];
}

/** The account of a file that was read; `undefined` where there is no such file in the ISMS's folder. */
export function inspect(isms: Isms, path: string): Inspection | undefined {
  const file = isms.files.get(path);
  if (file === undefined) return undefined;
  const { facts, source } = file;
  const document = documentAt(isms, path);
  const tables = tablesOf(facts, document);
  return {
    path,
    document: document === undefined ? undefined : describe(document, isms),
    advice: document === undefined ? adviceFor(facts, isms) : [],
    metadata: metadataOf(facts),
    controls: controlsOf(facts, isms),
    citations: citationsOf(facts, isms),
    sections: sectionsOf(facts),
    tables,
    links: facts.body.links,
    suppressions: facts.suppressions,
    ignored: ignoredParts(facts, tables, source.text),
  };
}

function describe(document: IsmsDocument, isms: Isms): InspectedDocument {
  const { kind, basis, title, status, maps, controlled } = document;
  return { kind, basis, title, status, maps, controlled, ...reasonOf(document, isms) };
}
