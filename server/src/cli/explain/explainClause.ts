import type { Catalog, Clause } from '../../engine/catalog/catalog';
import { clauseInformation } from '../../engine/features/hoverClause';
import { bullets, heading, paragraph } from '../formats/page';
import type { Explanation } from './explain';

/** A clause (4–10) of ISO/IEC 27001: the documented information that it asks for, the clauses below it. */
export function explainClause({ id, title, note }: Clause, catalog: Catalog): Explanation {
  const documentedInformation = clauseInformation(id, catalog).map(({ ref, label, form }) => ({
    ref,
    label,
    form,
  }));
  const below = catalog.clauses
    .filter(({ parent }) => parent === id)
    .map((clause) => ({ id: clause.id, title: clause.title }));
  const twin = catalog.control(`A.${id}`);
  return {
    data: { kind: 'clause', id, title, ...(note !== undefined && { note }), documentedInformation, below },
    page: {
      title: `Clause ${id} ${title}`,
      blocks: [
        paragraph('ISO/IEC 27001:2022.'),
        ...(note === undefined ? [] : [paragraph(note)]),
        ...(documentedInformation.length === 0
          ? []
          : [
              heading('Documented information'),
              bullets(documentedInformation.map(({ ref, label, form }) => `${label} (${ref}, ${form})`)),
            ]),
        ...(below.length === 0
          ? []
          : [heading('Below it'), bullets(below.map((clause) => `${clause.id} ${clause.title}`))]),
        ...(twin === undefined
          ? []
          : [paragraph(`Not to be confused with the control ${twin.id} ${twin.title}.`)]),
      ],
    },
  };
}
