import type { SoaCell } from '../../facts/soaFacts';
import type { Isms, SoaEntry } from '../../index/model';
import { judgeJustification, type Weakness } from './judgeJustification';
import { saysNothing } from './soaRows';

/** The cell that has to justify the decision of a row; `undefined` where it is empty and where nobody has decided. */
export function justifyingCell({ row }: SoaEntry): SoaCell | undefined {
  if (row.applicability === 'not-applicable')
    return [row.exclusion, row.justification].find((each) => !saysNothing(each));
  if (row.applicability !== 'applicable' && row.applicability !== 'no-column') return undefined;
  return saysNothing(row.justification) ? undefined : row.justification;
}

/** Why a cell is weak as the justification of its row; `undefined` where it is not. */
export function weaknessOf(isms: Isms, { row }: SoaEntry, cell: SoaCell): Weakness | undefined {
  const controls = row.mention.ids.flatMap((id) => isms.catalog.control(id) ?? []);
  const titles = controls.flatMap((control) => [control.title, control.alternativeTitle]);
  const own = row.title === undefined || row.title.text === '' ? [] : [row.title.text];
  const weakness = judgeJustification(
    cell.text,
    { ids: row.mention.ids, titles: [...titles, ...own] },
    isms.catalog,
  );
  // A link names a document: that is a place to look for the reason, and not for this rule to judge.
  return cell.links.length > 0 && weakness !== 'placeholder' ? undefined : weakness;
}
