import type { Control } from '../catalog/catalog';
import type { Isms } from '../index/model';
import type { Span } from '../text/span';
import type { Completion } from './completion';

/** The controls that are not listed yet, in the order of the catalogue. `write` turns an id into what is inserted. */
export function controlOffers(
  isms: Isms,
  listed: ReadonlySet<string>,
  span: Span,
  write: (id: string) => string,
): Completion[] {
  const offers = isms.catalog.controls.map((control, index) => ({ control, sortText: order(index) }));
  return offers
    .filter(({ control }) => !listed.has(control.id))
    .map(({ control, sortText }) => controlOffer(control, span, write(control.id), sortText));
}

function controlOffer(control: Control, span: Span, newText: string, sortText: string): Completion {
  // "A.5.15 Access control" is found by "A.5.15", by "5.15" and by "access".
  const label = `${control.id} ${control.title}`;
  const detail = `${control.theme} control${control.newIn2022 ? ', new in 2022' : ''}`;
  return { label, detail, kind: 'control', span, newText, filterText: label, sortText, control: control.id };
}

/** The risks of the register that are not named yet, in its order. */
export function riskOffers(
  isms: Isms,
  listed: ReadonlySet<string>,
  span: Span,
  write: (id: string) => string,
): Completion[] {
  const seen = new Set<string>(listed);
  return isms.risks.flatMap(({ row }, index): Completion[] => {
    if (row.id === '' || seen.has(row.id)) return [];
    seen.add(row.id);
    const label = `${row.id} ${row.title}`.trim();
    const owner = row.cells.owner?.text ?? '';
    const detail = owner === '' ? 'risk' : `risk of ${owner}`;
    return [{ ...plain(label, index, span), detail, kind: 'risk', newText: write(row.id) }];
  });
}

/** An offer that inserts its label. */
export function plain(label: string, index: number, span: Span): Completion {
  const sortText = order(index);
  return {
    label,
    detail: '',
    kind: 'value',
    span,
    newText: label,
    filterText: label,
    sortText,
    control: undefined,
  };
}

function order(index: number): string {
  return String(index).padStart(4, '0');
}
