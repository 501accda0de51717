import type { CheckedWorkspace } from '../report';
import { rangeIn } from '../report';
import type { Paint } from '../text/paint';
import { printableLine } from '../text/printable';
import { hang, wrap } from '../text/wrap';
import type { GroupedFindings, MoreOfTheSame } from './grouping';

const INDENT = '  ';

/** What is not shown of each rule, where it is, and what may be done about a great number of findings. */
export function moreLines(
  { more }: GroupedFindings,
  page: { readonly paint: Paint; readonly width: number },
): string[] {
  const groups = [...more.values()].flat();
  if (groups.length === 0) return [];
  const lines = groups.flatMap((group) =>
    hang(INDENT, `… and ${group.findings.length} more of ${group.ruleId} ${placesOf(group)}`, page.width).map(
      (line) => line.replace(group.ruleId, page.paint.bold(group.ruleId)),
    ),
  );
  const advice =
    '"isms check --all" shows each. If they cannot be mended soon, "isms baseline write" accepts what is found today, and only what is new is reported from then on.';
  return [...lines, '', ...wrap(advice, page.width), ''];
}

const SHOWN_FILES = 3;

/** `in soa.md, lines 20–58`, `in 195 files: a.md, b.md, c.md …` */
function placesOf({ findings }: MoreOfTheSame): string {
  const files = new Map<string, Set<number>>();
  for (const { file, finding, workspace } of findings) {
    const lines = files.get(file) ?? new Set();
    files.set(file, lines.add(lineOf(workspace, finding)));
  }
  const [[file, lines] = ['', new Set<number>()]] = files;
  if (files.size === 1) return `in ${printableLine(file)}, ${linesText([...lines])}`;
  const names = [...files.keys()].slice(0, SHOWN_FILES).map(printableLine).join(', ');
  return `in ${files.size} files: ${names}${files.size > SHOWN_FILES ? ' …' : ''}`;
}

function lineOf(workspace: CheckedWorkspace, finding: Parameters<typeof rangeIn>[1]): number {
  return rangeIn(workspace, finding).start.line + 1;
}

const SHOWN_RUNS = 8;

/** `line 4`, `lines 20–58, 61`; of many runs the first. */
function linesText(lines: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && line === run[1] + 1) run[1] = line;
    else runs.push([line, line]);
  }
  const shown = runs
    .slice(0, SHOWN_RUNS)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const open = runs.length > SHOWN_RUNS ? ' …' : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}${open}`;
}
