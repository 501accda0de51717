/** The text of a code span without its back-ticks. In a table a bar is escaped even there. */
export function codeText(source: string, cell: boolean): string {
  let width = 0;
  while (source.charCodeAt(width) === 96) width++;
  let text = source.slice(width, source.length - width).replace(/[\n\0]/g, ' ');
  if (text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '') text = text.slice(1, -1);
  return cell ? text.replace(/\\([\\|])/g, (whole, bar: string) => (bar === '|' ? bar : whole)) : text;
}

/** Finds the end of code spans; all runs of back-ticks are listed once, so that hostile texts cost no more than others. */
export function codeEnds(text: string): (at: number) => number {
  let byWidth: Map<number, number[]> | undefined;
  return (at) => {
    byWidth ??= backtickRuns(text);
    let after = at;
    while (text.charCodeAt(after) === 96) after++;
    const starts = byWidth.get(after - at) ?? [];
    const next = firstFrom(starts, after);
    return next === undefined ? -after : next + (after - at);
  };
}

function backtickRuns(text: string): Map<number, number[]> {
  const byWidth = new Map<number, number[]>();
  for (let at = text.indexOf('`'); at >= 0;) {
    let end = at;
    while (text.charCodeAt(end) === 96) end++;
    const known = byWidth.get(end - at);
    if (known === undefined) byWidth.set(end - at, [at]);
    else known.push(at);
    at = text.indexOf('`', end);
  }
  return byWidth;
}

/** The first of the ascending offsets that is not before `from`. */
function firstFrom(offsets: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return offsets[low];
}
