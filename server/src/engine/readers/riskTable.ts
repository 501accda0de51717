import type { RiskRow, RiskTable, Treatment } from '../facts/riskFacts';
import { scanAllIds } from '../ids/ownIds';
import type { Table, TableRow } from '../syntax/markdownFacts';
import type { RiskColumn } from '../catalog/vocabulary';
import { cellAt, columnsOf } from './columns';
import type { ReadContext } from './context';

/** Ids of risks as registers write them: `R-001`, `R001`, `RSK-12`, `RISK-3`. */
export const RISK_ID = /\b(?:R|RSK|RISK|RI)-?\d{1,5}\b/gi;

/**
 * Reads a risk register table: one with an id and a treatment or controls column whose ids look like risks.
 * `undefined` where the table is none.
 */
export function readRiskTable(table: Table, text: string, context: ReadContext): RiskTable | undefined {
  const columns = riskColumns(table, context);
  const id = columns.get('id');
  if (id === undefined || !(columns.has('treatment') || (columns.has('controls') && columns.has('impact'))))
    return undefined;
  const rows = table.rows.flatMap((row) => readRow(row, text, columns, id, context));
  return rows.length === 0 ? undefined : { span: table.span, header: table.header.span, rows };
}

/** `Risk` may head the ids or the descriptions: the cells decide. */
function riskColumns(table: Table, context: ReadContext): Map<RiskColumn, number> {
  const columns = columnsOf(table, context.vocabulary.riskColumn);
  const holdsIds = (index: number | undefined): boolean =>
    index !== undefined && table.rows.some((row) => isRiskId(cellAt(row, index).text));
  if (holdsIds(columns.get('id'))) return columns;
  columns.delete('id');
  const id = table.header.cells.findIndex((_, index) => holdsIds(index));
  if (id < 0) return columns;
  columns.set('id', id);
  const title = table.header.cells.findIndex(
    (cell, index) => index !== id && context.vocabulary.riskColumn(cell.text) === 'title',
  );
  if (columns.get('title') === id) columns.delete('title');
  if (title >= 0) columns.set('title', title);
  return columns;
}

function isRiskId(text: string): boolean {
  return /^(?:R|RSK|RISK|RI)-?\d{1,5}\b/i.test(text);
}

function readRow(
  row: TableRow,
  text: string,
  columns: ReadonlyMap<RiskColumn, number>,
  id: number,
  context: ReadContext,
): RiskRow[] {
  const idCell = cellAt(row, id);
  const found = idCell.text.match(RISK_ID)?.[0];
  if (found === undefined) return [];
  const cell = (column: RiskColumn): ReturnType<typeof cellAt> | undefined => {
    const index = columns.get(column);
    return index === undefined ? undefined : cellAt(row, index);
  };
  const treatment = cell('treatment');
  const controls = cell('controls');
  return [
    {
      id: found.toUpperCase(),
      idSpan: idCell.span,
      span: row.span,
      title: cell('title')?.text ?? '',
      treatment: treatmentOf(treatment?.text, context),
      treatmentSpan: treatment?.span,
      owner: cell('owner')?.text,
      controls:
        controls === undefined
          ? []
          : scanAllIds(
              text.slice(controls.span.start, controls.span.end),
              { offset: controls.span.start, bare: 'control' },
              context.ownIds,
            ),
    },
  ];
}

function treatmentOf(text: string | undefined, context: ReadContext): Treatment {
  if (text === undefined || text === '') return 'missing';
  return (
    context.vocabulary.treatment(text) ??
    context.vocabulary.treatment(text.split(/[\s,;/(:–—-]/)[0] ?? '') ??
    'unknown'
  );
}
