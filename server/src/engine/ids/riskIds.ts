import type { Span } from '../text/span';
import { isWord } from './idStart';

/** Read where `mayBeginRiskId` says so. Ids of risks as registers write them: `R-001`, `R001`, `RSK-12`, `RISK-3`, `R-CYBER-001`, `RISIKO-2026-04`. */
const RISK_ID =
  /(?<![\p{L}\p{N}_./-])(?:R|RSK|RISK|RI|RISIKO)(?:[-_](?:[A-Z]{2,20}[-_]){0,3})?\d{1,5}(?:-\d{1,5})?(?![\p{L}\p{N}_/]|[.-][\p{L}\p{N}])/iuy;

/** The same where no other letter is near, compiled in a tenth of the time. */
const ASCII_RISK_ID =
  /(?<![A-Za-z0-9_./-])(?:R|RSK|RISK|RI|RISIKO)(?:[-_](?:[A-Z]{2,20}[-_]){0,3})?\d{1,5}(?:-\d{1,5})?(?![A-Za-z0-9_/]|[.-][A-Za-z0-9])/iy;

export interface RiskMention {
  /** As written, in capitals. */
  readonly id: string;
  readonly span: Span;
}

/** The ids of risks in a text that begins at `offset` of its document. */
export function scanRiskIds(text: string, offset = 0): RiskMention[] {
  const mentions: RiskMention[] = [];
  for (let at = 0; at < text.length; at++) {
    const found = mayBeginRiskId(text, at) ? riskIdAt(text, at) : undefined;
    if (found === undefined) continue;
    const span = { start: offset + at, end: offset + at + found.length };
    mentions.push({ id: found.toUpperCase(), span });
    at += found.length - 1;
  }
  return mentions;
}

/** The id of a risk at the very start of a text. */
export function leadingRiskId(text: string): string | undefined {
  return mayBeginRiskId(text, 0) ? riskIdAt(text, 0)?.toUpperCase() : undefined;
}

/** An `R` that begins a word and has a digit, a sign or another letter of `RISK` and `RSK` behind it. */
export function mayBeginRiskId(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code !== 82 && code !== 114) || isWord(text.charCodeAt(at - 1))) return false;
  const next = text.charCodeAt(at + 1);
  const isSign = next === 45 || next === 95 || (next >= 48 && next <= 57);
  return isSign || next > 127 || (next | 32) === 105 || (next | 32) === 115;
}

/** The id of a risk that begins at an offset. */
export function riskIdAt(text: string, at: number): string | undefined {
  const pattern = isAmongAscii(text, at) ? ASCII_RISK_ID : RISK_ID;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Whether all that an id at this place could be made of, and what stands next to that, is ASCII. */
function isAmongAscii(text: string, at: number): boolean {
  let end = at;
  while (isWord(text.charCodeAt(end)) || text[end] === '-' || text[end] === '_') end++;
  // Behind a full stop the character after it decides as well.
  return [at - 1, end, end + 1].every((place) => !(text.charCodeAt(place) > 127));
}

/** The form in which ids are compared: `R-001`, `R001` and `r-1` are one. */
export function riskKey(id: string): string {
  return id
    .toUpperCase()
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/[-_ ](?!\d)|(?<!\d)[-_ ]/g, '');
}
