import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { NormativeStatement } from './statements';

/** The way in which the text is made plain. A new way gets a new mark, so that an old fingerprint is told from a wrong one. */
const METHOD = 'v1';
/** 80 bits: no two versions of a policy share them by chance. */
const DIGITS = 20;

/**
 * The fingerprint of a document's rules: `v1-` and twenty hexadecimal digits. It stays the same whatever is done to line
 * breaks, emphasis, punctuation, link targets, headings, front matter, explanations, and the order of bullets in a list
 * or rows in a table. It changes with every word, number and mark of comparison of a rule.
 */
export function fingerprintOf(statements: readonly NormativeStatement[]): string {
  const digest = bytesToHex(sha256(utf8ToBytes(unitsOf(statements).join(' '))));
  return `${METHOD}-${digest.slice(0, DIGITS)}`;
}

/** True for a fingerprint that this version can compare. */
export function isFingerprint(text: string): boolean {
  return /^v1-[0-9a-f]{20}$/.test(text);
}

/** What is hashed: blocks by their words, equal ones of a list or a table in the order of the alphabet. */
function unitsOf(statements: readonly NormativeStatement[]): string[] {
  const units: { words: string; readonly kind: NormativeStatement['kind']; readonly block: number }[] = [];
  for (const { plain, kind, block } of statements) {
    const last = units.at(-1);
    if (last?.block === block) last.words += ` ${plain}`;
    else units.push({ words: plain, kind, block });
  }
  const sorted: string[] = [];
  for (let at = 0; at < units.length;) {
    const kind = units[at]?.kind ?? 'paragraph';
    let end = at + 1;
    if (kind === 'bullet' || kind === 'row') while (units[end]?.kind === kind) end++;
    sorted.push(
      ...units
        .slice(at, end)
        .map(({ words }) => words)
        .sort(),
    );
    at = end;
  }
  return sorted;
}
