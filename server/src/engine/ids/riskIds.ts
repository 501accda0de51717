import type { Span } from '../text/span';

/** Ids of risks as registers write them: `R-001`, `R001`, `RSK-12`, `RISK-3`, `R-CYBER-001`, `RISIKO-2026-04`. */
const RISK_ID =
  /(?<![\p{L}\p{N}_./-])(?:R|RSK|RISK|RI|RISIKO)(?:[-_](?:[A-Z]{2,20}[-_]){0,3})?\d{1,5}(?:-\d{1,5})?(?![\p{L}\p{N}_/]|[.-][\p{L}\p{N}])/giu;

export interface RiskMention {
  /** As written, in capitals. */
  readonly id: string;
  readonly span: Span;
}

/** The ids of risks in a text that begins at `offset` of its document. */
export function scanRiskIds(text: string, offset = 0): RiskMention[] {
  return [...text.matchAll(RISK_ID)].map((match) => {
    const start = offset + match.index;
    return { id: match[0].toUpperCase(), span: { start, end: start + match[0].length } };
  });
}

/** The id of a risk at the very start of a text. */
export function leadingRiskId(text: string): string | undefined {
  const [first] = scanRiskIds(text);
  return first?.span.start === 0 ? first.id : undefined;
}

/** The form in which ids are compared: `R-001`, `R001` and `r-1` are one. */
export function riskKey(id: string): string {
  return id
    .toUpperCase()
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/[-_ ](?!\d)|(?<!\d)[-_ ]/g, '');
}
