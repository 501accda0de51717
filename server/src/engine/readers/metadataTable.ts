import type { MetadataFact } from '../facts/facts';
import type { Table } from '../syntax/markdownFacts';
import { cellAt } from './columns';
import type { ReadContext } from './context';
import { latestOf } from './latest';

/**
 * Reads a two-column table of document control: `Field | Value`, `Property | Value`, `Campo | Valor` … A table without
 * a telling header counts where most of its first cells are labels that we know. Far from the title such a table is more
 * often the sheet of a record, an exercise or a finding; there it must say what only documents have. `undefined` where it
 * is no such table.
 */
export function readMetadataTable(
  table: Table,
  inControlZone: boolean,
  context: ReadContext,
): MetadataFact[] | undefined {
  if (table.header.cells.length !== 2) return undefined;
  const rows = [table.header, ...table.rows];
  const facts = rows.flatMap((row): MetadataFact[] => {
    const label = cellAt(row, 0);
    const value = cellAt(row, 1);
    const field = context.vocabulary.metadataLabel(label.text.replace(/:\s*$/, ''));
    if (field === undefined || !value.present) return [];
    return [
      {
        field,
        key: label.text,
        keySpan: label.span,
        value: value.text,
        span: value.span,
        carrier: 'document-table',
      },
    ];
  });
  const telling = context.vocabulary.isDocumentTableHeader(table.header.cells[0]?.text ?? '');
  const known = facts.length * 2 > rows.length && facts.length >= 2;
  if (!inControlZone && !OF_DOCUMENTS.some((field) => facts.some((fact) => fact.field === field)))
    return undefined;
  return (telling && facts.length > 0) || known ? facts : undefined;
}

/**
 * Reads a version history: `Version | Date | …`. The row with the highest date says which version the document has;
 * without dates it is the last row. `undefined` where the table is none.
 */
export function readHistoryTable(table: Table, context: ReadContext): MetadataFact[] | undefined {
  const column = (field: 'version' | 'updated'): number =>
    table.header.cells.findIndex((cell) => context.vocabulary.historyColumn(cell.text) === field);
  const version = column('version');
  const date = column('updated');
  if (version < 0 || date < 0 || table.header.cells.length < 3 || table.rows.length === 0) return undefined;
  const filled = table.rows.filter((row) => cellAt(row, version).text !== '');
  const latest = latestOf(filled, (row) => cellAt(row, date).text);
  if (latest === undefined) return undefined;
  const fact = (field: 'version' | 'updated', index: number): MetadataFact => {
    const cell = cellAt(latest, index);
    const header = cellAt(table.header, index);
    return {
      field,
      key: header.text,
      keySpan: header.span,
      value: cell.text,
      span: cell.span,
      carrier: 'history-table',
    };
  };
  return [fact('version', version), fact('updated', date)];
}

const OF_DOCUMENTS: readonly MetadataFact['field'][] = ['version', 'next_review', 'effective_date'];
