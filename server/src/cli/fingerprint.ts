import { createHash } from 'node:crypto';
import type { Finding } from '../engine/check/finding';
import { identitiesOf, type Identity } from '../engine/suppression/identity';
import type { LocatedFinding } from './report';

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

/**
 * What a finding is about, without its line and its wording: the same after edits elsewhere. Every finding has its own;
 * the baseline tells findings apart by the same facts.
 */
export function findingFingerprints(located: readonly LocatedFinding[]): string[] {
  const identities = new Map<Finding, Identity>();
  for (const { isms, findings } of new Set(located.map(({ workspace }) => workspace)))
    for (const [finding, identity] of identitiesOf(isms, findings)) identities.set(finding, identity);
  return located.map(({ finding, forgeFile }) => {
    const { subject = '', number = 1 } = identities.get(finding) ?? {};
    const key = [finding.ruleId, forgeFile, subject, number].join('\0');
    return createHash('sha256').update(key).digest('hex').slice(0, 32);
  });
}

function windowOf(text: string, from: number): string {
  return text.slice(from, from + WINDOW);
}
