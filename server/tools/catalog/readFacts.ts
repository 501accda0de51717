import { parse } from 'csv-parse/sync';
import type {
  AttributeValue,
  Clause,
  ControlAttributes,
  DocumentedInformation,
  SupersededControl,
  Theme,
} from '../../src/engine/catalog/catalog';

/** A control's facts, without its card. */
export interface ControlFacts {
  readonly id: string;
  readonly theme: Theme;
  readonly title: string;
  readonly alternativeTitle: string;
  readonly newIn2022: boolean;
  readonly predecessors: readonly string[];
}

type Row = Readonly<Record<string, string>>;

export function readControls(csv: string): ControlFacts[] {
  return rows(csv).map((row) => ({
    id: annex(row['id']),
    theme: (row['theme'] ?? '').toLowerCase() as Theme,
    title: row['title'] ?? '',
    alternativeTitle: row['title_iso27002_2022'] || (row['title'] ?? ''),
    newIn2022: row['new_in_2022'] === 'yes',
    predecessors: list(row['predecessors_2013']).map(annex),
  }));
}

export function readAttributes(csv: string): Map<string, ControlAttributes> {
  return new Map(
    rows(csv).map((row) => [
      annex(row['id']),
      {
        controlType: list(row['control_type']),
        infosecProperties: list(row['infosec_properties']),
        cybersecurityConcepts: list(row['cybersecurity_concepts']),
        operationalCapabilities: list(row['operational_capabilities']),
        securityDomains: list(row['security_domains']),
      },
    ]),
  );
}

const DIMENSIONS: Readonly<Record<string, keyof ControlAttributes>> = {
  control_type: 'controlType',
  infosec_properties: 'infosecProperties',
  cybersecurity_concepts: 'cybersecurityConcepts',
  operational_capabilities: 'operationalCapabilities',
  security_domains: 'securityDomains',
};

export function readAttributeValues(csv: string): AttributeValue[] {
  return rows(csv).map((row) => {
    const dimension = DIMENSIONS[row['dimension'] ?? ''];
    if (dimension === undefined)
      throw new Error(`attribute-values.csv: unknown dimension "${row['dimension']}"`);
    return { dimension, value: row['value'] ?? '', hashtag: row['hashtag'] ?? '' };
  });
}

export function readSuperseded(csv: string): SupersededControl[] {
  return rows(csv).map((row) => ({
    id: annex(row['id_2013']),
    title: row['title_2013'] ?? '',
    clause: row['clause_2013'] ?? '',
    targets: list(row['ids_2022']).map(annex),
  }));
}

export function readClauses(csv: string): Clause[] {
  return rows(csv).map((row) => ({
    id: row['id'] ?? '',
    parent: row['parent'] || undefined,
    title: row['title'] ?? '',
    note: row['note'] || undefined,
  }));
}

export function readDocumentedInformation(csv: string): DocumentedInformation[] {
  return rows(csv).map((row) => {
    const kind = row['kind'] === 'annex_a' ? 'control' : 'clause';
    return {
      ref: kind === 'control' ? annex(row['ref']) : (row['ref'] ?? ''),
      kind,
      label: row['label'] ?? '',
      form: row['form'] as DocumentedInformation['form'],
      basis: row['basis'] as DocumentedInformation['basis'],
      confidence: row['confidence'] as DocumentedInformation['confidence'],
    };
  });
}

function rows(csv: string): Row[] {
  return parse<Row>(csv, { columns: true, skip_empty_lines: true, bom: true });
}

/** Annex A ids stand in the facts without their letter. */
function annex(id: string | undefined): string {
  return `A.${id ?? ''}`;
}

function list(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
