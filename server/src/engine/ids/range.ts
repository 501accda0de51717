import { controlId, LAST_CONTROL } from './numbering';

type Numbers = readonly (number | 'x')[];

/** The domains of Annex A, edition 2013. */
const FIRST_DOMAIN = 5;
const LAST_DOMAIN = 18;

/** More ids than this in one range is a slip of the pen, not a mapping. */
const LONGEST_RANGE = 120;

/**
 * The ids from one end of a range to the other, both included. Two levels may cross themes
 * (`A.5.36–A.6.2`), three levels (edition 2013) share their first two; one level is a range of domains of 2013.
 * `undefined` where this is no range.
 */
export function expandRange(from: Numbers, to: Numbers): string[] | undefined {
  if (from.length !== to.length || [...from, ...to].includes('x')) return undefined;
  const start = from as readonly number[];
  const end = to as readonly number[];
  if (start.length === 1) return domains(start, end);
  if (start.length === 3)
    return start[0] === end[0] && start[1] === end[1] ? numbered(start, end) : undefined;
  if (start[0] === end[0]) return numbered(start, end);
  return acrossThemes(start, end);
}

/** Domains of 2013 (`A.9–A.12`). A range within A.5–A.8 is one of whole themes of 2022 and names no control. */
function domains([first = 0]: readonly number[], [last = 0]: readonly number[]): string[] | undefined {
  if (first < FIRST_DOMAIN || last > LAST_DOMAIN || last <= first || LAST_CONTROL[last] !== undefined)
    return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => `A.${first + index}`);
}

function numbered(start: readonly number[], end: readonly number[]): string[] | undefined {
  const head = start.slice(0, -1).join('.');
  const first = start[start.length - 1] ?? 0;
  const last = end[end.length - 1] ?? 0;
  if (last <= first || last - first > LONGEST_RANGE) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => `A.${head}.${first + index}`);
}

function acrossThemes(start: readonly number[], end: readonly number[]): string[] | undefined {
  const [firstTheme = 0, firstNumber = 0] = start;
  const [lastTheme = 0, lastNumber = 0] = end;
  if (
    firstTheme > lastTheme ||
    LAST_CONTROL[firstTheme] === undefined ||
    LAST_CONTROL[lastTheme] === undefined
  )
    return undefined;
  const ids: string[] = [];
  for (let theme = firstTheme; theme <= lastTheme; theme++) {
    const from = theme === firstTheme ? firstNumber : 1;
    const to = theme === lastTheme ? lastNumber : (LAST_CONTROL[theme] ?? 0);
    for (let number = from; number <= to; number++) ids.push(controlId(theme, number));
  }
  return ids.length > LONGEST_RANGE ? undefined : ids;
}
