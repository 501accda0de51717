import type { Catalog, Control } from '../../catalog/catalog';
import type { Vocabulary } from '../../catalog/vocabulary';
import type { SoaTable } from '../../facts/soaFacts';
import type { IsmsDocument, Soa } from '../../index/model';

export interface TablePlace {
  readonly document: IsmsDocument;
  readonly table: SoaTable;
}

/** The table of the SoA where a control belongs: that with most rows of its theme, else that whose heading names it, else the last. */
export function fittingTable(
  soa: Soa,
  control: Control,
  known: { readonly catalog: Catalog; readonly vocabulary: Vocabulary },
): TablePlace | undefined {
  const rowsOfTheme = ({ table }: TablePlace): number =>
    table.rows.filter((row) =>
      row.mention.ids.some((id) => known.catalog.control(id)?.theme === control.theme),
    ).length;
  const fullest = soa.tables.reduce<TablePlace | undefined>(
    (best, place) => (best === undefined || rowsOfTheme(place) > rowsOfTheme(best) ? place : best),
    undefined,
  );
  if (fullest !== undefined && rowsOfTheme(fullest) > 0) return fullest;
  return soa.tables.find(({ table }) => namesTheme(table, control, known.vocabulary)) ?? soa.tables.at(-1);
}

/** `A.6 People controls`, `6. Personenbezogene Maßnahmen`. */
function namesTheme(table: SoaTable, control: Control, vocabulary: Vocabulary): boolean {
  const words = (table.heading ?? '').split(/[^\p{L}\p{N}]+/u);
  const number = control.id.split('.')[1] ?? '';
  return words.some((word) => word === number || (word !== '' && vocabulary.theme(word) === control.theme));
}
