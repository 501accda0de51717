import { createHash } from 'node:crypto';
import type { LocatedFinding } from './report';
import { sourceOf } from './report';

const WINDOW = 100;
const BASE = 37n;
const BITS = 64;

/**
 * `primaryLocationLineHash` as GitHub's upload action computes it: a polynomial over the 100 characters from the line's
 * start on, without blanks, with `:n` for the n-th line that has the same. An own value that differs would cost a warning
 * for each finding. `text` is the whole file as on disk, with its byte order mark. Lines are zero-based.
 */
export function createLineHashes(text: string): (line: number) => string {
  const starts: number[] = [];
  const stripped = `${text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '')}\uffff`;
  for (let at = 0; at >= 0 && at < stripped.length;) {
    starts.push(at);
    const lineBreak = stripped.indexOf('\n', at);
    at = lineBreak < 0 ? -1 : lineBreak + 1;
  }
  const windowAt = (line: number): string => windowOf(stripped, starts[line] ?? stripped.length);
  let repeats: number[] | undefined;
  return (line) => {
    repeats ??= countRepeats(starts.map((_, index) => windowAt(index)));
    return `${hash(windowAt(line)).toString(16)}:${repeats[line] ?? 1}`;
  };
}

/** For each window, how often it occurred up to and including itself. */
function countRepeats(windows: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return windows.map((window) => {
    const count = (seen.get(window) ?? 0) + 1;
    seen.set(window, count);
    return count;
  });
}

function hash(window: string): bigint {
  let value = 0n;
  for (let index = 0; index < WINDOW; index++)
    value = BigInt.asUintN(BITS, value * BASE + BigInt(index < window.length ? window.charCodeAt(index) : 0));
  return value;
}

/** Longer places, such as a whole front matter, change with every edit and so identify nothing. */
const LONGEST_SUBJECT = 80;

/**
 * What a finding is about, without its line and its wording: the same after edits elsewhere in the file. Findings that
 * agree in everything are numbered in their order, so that each has its own.
 */
export function findingFingerprints(located: readonly LocatedFinding[]): string[] {
  const seen = new Map<string, number>();
  return located.map(({ finding, workspace, forgeFile }) => {
    const place = sourceOf(workspace.isms, finding.path).text.slice(finding.span.start, finding.span.end);
    const subject = finding.control ?? (place.length <= LONGEST_SUBJECT ? place.replace(/\s+/g, ' ') : '');
    const key = [finding.ruleId, forgeFile, subject].join('\0');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 32);
  });
}

function windowOf(text: string, from: number): string {
  return text.slice(from, from + WINDOW);
}
