import type { CatalogData, ControlAttributes } from '../../src/engine/catalog/catalog';

/** What Annex A holds, counted in the standard: themes, new controls, the former edition. */
export const EXPECTED_COUNTS = {
  controls: 93,
  organizational: 37,
  people: 8,
  physical: 14,
  technological: 34,
  newIn2022: 11,
  carriedOver: 82,
  superseded: 114,
} as const;

/** The counts of a catalogue, under the names of `EXPECTED_COUNTS`. */
export function countCatalog(data: CatalogData): Record<keyof typeof EXPECTED_COUNTS, number> {
  const theme = (name: string): number => data.controls.filter((control) => control.theme === name).length;
  return {
    controls: data.controls.length,
    organizational: theme('organizational'),
    people: theme('people'),
    physical: theme('physical'),
    technological: theme('technological'),
    newIn2022: data.controls.filter((control) => control.newIn2022).length,
    carriedOver: data.controls.filter((control) => control.predecessors.length > 0).length,
    superseded: data.superseded.length,
  };
}

/** Everything that is wrong with a catalogue: counts, dangling ids, values outside the vocabulary. Empty where it is sound. */
export function catalogProblems(data: CatalogData): string[] {
  const counts = countCatalog(data);
  const wrongCounts = Object.entries(EXPECTED_COUNTS).filter(
    ([name, expected]) => counts[name as keyof typeof counts] !== expected,
  );
  return [
    ...wrongCounts.map(
      ([name, expected]) => `${name}: ${counts[name as keyof typeof counts]} instead of ${expected}`,
    ),
    ...duplicates(data.controls.map((control) => control.id)).map((id) => `control ${id} stands twice`),
    ...danglingEditions(data),
    ...danglingRelations(data),
    ...strayAttributes(data),
    ...strayDocumentedInformation(data),
    ...data.clauses
      .filter(
        (clause) => clause.parent !== undefined && !data.clauses.some((each) => each.id === clause.parent),
      )
      .map((clause) => `clause ${clause.id}: no parent ${clause.parent}`),
  ];
}

/** The two editions must agree in both directions. */
function danglingEditions(data: CatalogData): string[] {
  const problems: string[] = [];
  for (const control of data.controls) {
    for (const id of control.predecessors) {
      if (!data.superseded.some((old) => old.id === id && old.targets.includes(control.id)))
        problems.push(`${control.id}: its predecessor ${id} does not lead back to it`);
    }
  }
  for (const old of data.superseded) {
    for (const id of old.targets) {
      if (!data.controls.some((control) => control.id === id && control.predecessors.includes(old.id)))
        problems.push(`${old.id}: its successor ${id} does not lead back to it`);
    }
  }
  return problems;
}

function danglingRelations(data: CatalogData): string[] {
  const known = new Set(data.controls.map((control) => control.id));
  return data.controls.flatMap((control) =>
    control.card.related
      .filter(({ id }) => !known.has(id) || id === control.id)
      .map(({ id }) => `${control.id}: related to ${id}, which is no other control`),
  );
}

function strayAttributes(data: CatalogData): string[] {
  return data.controls.flatMap((control) =>
    (Object.entries(control.attributes) as [keyof ControlAttributes, readonly string[]][]).flatMap(
      ([dimension, values]) => {
        if (values.length === 0) return [`${control.id}: no value for ${dimension}`];
        return values
          .filter(
            (value) => !data.attributes.some((each) => each.dimension === dimension && each.value === value),
          )
          .map((value) => `${control.id}: ${value} is no value of ${dimension}`);
      },
    ),
  );
}

/** Every row must belong to a control or clause, under a label of our own, with words of the closed lists. */
function strayDocumentedInformation(data: CatalogData): string[] {
  const known = new Set([...data.controls, ...data.clauses].map(({ id }) => id));
  return data.documentedInformation.flatMap(({ ref, label, form, basis, confidence }) => [
    ...(known.has(ref.replace(/ .*/, '')) ? [] : [`documented information: there is no ${ref}`]),
    ...(label === '' ? [`documented information: ${ref} has no label`] : []),
    ...(['document', 'record'].includes(form) ? [] : [`documented information: ${ref} is a "${form}"`]),
    ...(['explicit', 'implied'].includes(basis)
      ? []
      : [`documented information: ${ref} has the basis "${basis}"`]),
    ...(['verified_2plus', 'single_source'].includes(confidence)
      ? []
      : [`documented information: ${ref} has the confidence "${confidence}"`]),
  ]);
}

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
