import type { ControlReference } from '../facts/facts';
import type { SoaCell } from '../facts/soaFacts';
import { namespaceOfFramework } from '../ids/framework';
import type { Namespace } from '../ids/mention';
import { scanAllIds } from '../ids/ownIds';
import { wholeAnnex } from '../ids/wholeAnnex';
import type { Table } from '../syntax/markdownFacts';
import { cellAt, columnsOf } from './columns';
import type { ReadContext } from './context';

/**
 * Reads a table `Framework | Requirement | …` as a mapping. The framework cell decides what the ids of its row are,
 * so that `A.6.2` in a row of ISO 42001 is no control of ISO 27001. `undefined` where the table is no such table.
 */
export function readComplianceTable(
  table: Table,
  text: string,
  list: number,
  context: ReadContext,
): ControlReference[] | undefined {
  const columns = columnsOf(table, context.vocabulary.complianceColumn);
  const framework = columns.get('framework');
  const requirement = columns.get('requirement');
  if (framework === undefined || requirement === undefined) return undefined;
  const section = columns.get('section');
  const references: ControlReference[] = [];
  let namespace: Namespace | undefined;
  for (const row of table.rows) {
    // An empty framework cell goes on with the framework above it.
    namespace = namespaceOfFramework(cellAt(row, framework).text) ?? namespace;
    const cell = cellAt(row, requirement);
    const named = section === undefined ? undefined : sectionOf(cellAt(row, section));
    const source = text.slice(cell.span.start, cell.span.end);
    const mentions = scanAllIds(
      source,
      { offset: cell.span.start, bare: 'mixed', namespace },
      context.ownIds,
    );
    const everything =
      mentions.length === 0 && namespace === 'iso27001:2022'
        ? wholeAnnex(source, cell.span.start)
        : undefined;
    for (const mention of everything === undefined ? mentions : [everything]) {
      references.push({
        mention,
        carrier: 'compliance-table',
        key: table.heading?.text ?? 'table',
        container: cell.span,
        list,
        ...named,
      });
    }
  }
  return references;
}

/** The part of the document that the row names: "§4.2", "Access reviews". */
function sectionOf({ text, span }: SoaCell): Pick<ControlReference, 'section'> {
  return text === '' ? {} : { section: { text, span } };
}
