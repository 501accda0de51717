import type { FileEdit, Finding, Fix } from '../check/finding';
import type { Isms } from '../index/model';
import { applyEdits, compatible } from '../text/edits';
import type { Span } from '../text/span';

/** What fixing needs of the engine. */
export interface Fixer {
  /** The ISMS with another text of one file. */
  withText(isms: Isms, path: string, text: string): Isms;
  check(isms: Isms): readonly Finding[];
}

/** A fix may make room for another one; more rounds than this only a fault in a rule could want. */
const MOST_ROUNDS = 20;

/** The safe fixes of one file that can be applied together. Fixes that reach into other files are left to their author. */
export function safeFixes(findings: readonly Finding[], path: string, ruleId?: string): Fix[] {
  const fixes = findings.flatMap((finding) => {
    if (finding.path !== path || (ruleId !== undefined && finding.ruleId !== ruleId)) return [];
    return finding.fixes.find((fix) => isSafeWithin(fix, path)) ?? [];
  });
  return compatible(fixes);
}

function isSafeWithin(fix: Fix, path: string): boolean {
  return fix.kind === 'safe' && fix.creates.length === 0 && fix.edits.every((edit) => edit.path === path);
}

/** All safe fixes of one file, until nothing changes any more. Empty where there is nothing to fix. */
export function fixAll(isms: Isms, path: string, fixer: Fixer): readonly FileEdit[] {
  const before = textOf(isms, path);
  if (before === undefined) return [];
  const seen = new Set([before]);
  let current = isms;
  let text = before;
  let first: readonly FileEdit[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeFixes(fixer.check(current), path).flatMap((fix) => fix.edits);
    const next = applyEdits(text, edits);
    // Fixes that undo each other would go round for ever; the text before the circle is as good as any.
    if (seen.has(next)) break;
    if (round === 0) first = edits;
    seen.add(next);
    text = next;
    current = fixer.withText(current, path, text);
  }
  if (text === before) return [];
  // The first round's own edits leave the author's cursor where it is.
  return applyEdits(before, first) === text ? first : [{ path, ...difference(before, text) }];
}

function textOf(isms: Isms, path: string): string | undefined {
  return isms.files.get(path)?.source.text;
}

/** One edit from the first to the last line that differs. */
function difference(before: string, after: string): { readonly span: Span; readonly newText: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (tail > 0 && !endsLine(before, before.length - tail)) tail--;
  return {
    span: { start, end: before.length - tail },
    newText: after.slice(start, after.length - tail),
  };
}

/** True directly before a line break, whose two characters an edit must not part. */
function endsLine(text: string, offset: number): boolean {
  const character = text.charAt(offset);
  return character === '\r' || (character === '\n' && text.charAt(offset - 1) !== '\r');
}
