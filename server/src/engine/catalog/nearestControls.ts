import type { Catalog, Control } from './catalog';

const OFFERED = 3;

/**
 * The controls whose ids look most like `id`, best first: those of the same theme whose number has the same
 * digits in another order (A.8.43 → A.8.34), then those with a digit too many (A.5.99 → A.5.9), then the nearest numbers.
 */
export function nearestControls(id: string, catalog: Catalog): readonly Control[] {
  const [theme = '', number = ''] = id.replace(/^A\./, '').split('.');
  const sameTheme = catalog.controls.filter((control) => control.id.startsWith(`A.${theme}.`));
  const score = (control: Control): number => {
    const own = control.id.slice(`A.${theme}.`.length);
    if (sortedDigits(own) === sortedDigits(number)) return -100;
    const sharesDigits = own === number.slice(0, own.length) || own === number.slice(-own.length);
    return (sharesDigits ? 0 : 100) - own.length * 10 + Math.abs(Number(own) - Number(number)) / 100;
  };
  return [...sameTheme].sort((a, b) => score(a) - score(b)).slice(0, OFFERED);
}

function sortedDigits(number: string): string {
  return Array.from(number).sort().join('');
}
