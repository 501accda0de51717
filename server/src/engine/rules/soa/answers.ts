import type { SoaAnswers } from '../../catalog/soaWords';
import { normalise } from '../../catalog/lookup';
import type { ImplementationStatus, SoaCell, SoaRow } from '../../facts/soaFacts';
import type { Isms, IsmsDocument } from '../../index/model';

/** How the answers of one SoA are spelled, so that what a fix writes looks like the rows around it. */
export interface Answers {
  readonly applicable: string;
  readonly notApplicable: string;
  readonly notAssessed: string;
  status(meaning: OfferedStatus): string;
  /** "Treats R-004 (…)", in the language of the answers. */
  treats(risks: readonly string[]): string;
  /** "Required by REQ-02 (…)". */
  requiredBy(requirements: readonly string[]): string;
}

export type OfferedStatus = 'implemented' | 'partial' | 'planned' | 'not-started';
export const OFFERED_STATUSES: readonly OfferedStatus[] = [
  'implemented',
  'partial',
  'planned',
  'not-started',
];

/** The spellings that the rows of a document use most; where none shows one, those of the same language or signs. */
export function answersOf(isms: Isms, document: IsmsDocument): Answers {
  const rows = document.facts.soaTables.flatMap((table) => table.rows);
  const decision = (meaning: SoaRow['applicability']): string | undefined =>
    mostFrequent(
      rows.flatMap((row) =>
        row.applicability === meaning
          ? spellingOf(row.applicable, document, isms.vocabulary.applicability)
          : [],
      ),
    );
  const status = (meaning: ImplementationStatus): string | undefined =>
    mostFrequent(
      rows.flatMap((row) =>
        row.status === meaning
          ? spellingOf(row.statusCell, document, isms.vocabulary.implementationStatus)
          : [],
      ),
    );
  const yes = decision('applicable');
  const no = decision('not-applicable');
  const model = modelFor(isms, document, yes, no);
  return {
    applicable: yes ?? model.applicable,
    notApplicable: no ?? model['not-applicable'],
    notAssessed: decision('not-assessed') ?? 'TBC',
    status: (meaning) => status(meaning) ?? model[meaning],
    treats: (risks) => `${model.treats} ${listed(risks, model.and)}`,
    requiredBy: (requirements) => `${model.requiredBy} ${listed(requirements, model.and)}`,
  };
}

/** A cell as written, where it holds an answer and nothing else. Codes of a legend are in no vocabulary, but short. */
function spellingOf(
  cell: SoaCell | undefined,
  document: IsmsDocument,
  lookup: (text: string) => unknown,
): string[] {
  if (cell === undefined || !(lookup(cell.text) !== undefined || cell.text.length <= 4)) return [];
  const written = document.source.text.slice(cell.span.start, cell.span.end);
  return written.includes('<!--') || written.includes('](') ? [cell.text] : [written];
}

function mostFrequent(spellings: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  let best: string | undefined;
  for (const [spelling, count] of counts)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = spelling;
  return best;
}

function modelFor(
  isms: Isms,
  document: IsmsDocument,
  yes: string | undefined,
  no: string | undefined,
): SoaAnswers {
  const models = isms.vocabulary.soaAnswers;
  const headers = document.facts.soaTables.flatMap((table) =>
    table.columns
      .filter((column) => column.meaning === 'applicable')
      .map((column) => normalise(column.header)),
  );
  const same = (spelling: string | undefined, word: string): boolean =>
    spelling !== undefined && normalise(spelling) === normalise(word);
  const score = (model: SoaAnswers): number =>
    (same(yes, model.applicable) ? 4 : 0) +
    (same(no, model['not-applicable']) ? 4 : 0) +
    (model.headers.some((header) => headers.includes(normalise(header))) ? 1 : 0);
  const best = models.reduce((a, b) => (score(b) > score(a) ? b : a), models[0] ?? ENGLISH);
  return best;
}

/** Only a vocabulary without any answers, which the build refuses, would come to this. */
const ENGLISH: SoaAnswers = {
  headers: [],
  applicable: 'Yes',
  'not-applicable': 'No',
  implemented: 'Implemented',
  partial: 'Partial',
  planned: 'Planned',
  'not-started': 'Not started',
  treats: 'Treats',
  requiredBy: 'Required by',
  and: 'and',
};

function listed(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}
