import { compareIds } from '../ids/numbering';
import { compareSpans } from '../text/span';
import type { Isms, IsmsDocument } from '../index/model';
import type { ElementReader } from '../index/settledElements';
import type { VagueReader } from '../index/vagueReader';
import type { Rule } from '../rules/rule';
import { applySuppressions, type SuppressedFinding } from '../suppression/apply';
import type { Finding, Severity } from './finding';

export interface CheckOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly rules: readonly Rule[];
  readonly elements: ElementReader;
  readonly vague: VagueReader;
  /** Severities that outrank `isms.yaml`: the command line's `--rule`, an editor's settings. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

export interface CheckResult {
  /** By path, position, rule. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Runs all rules over one ISMS and applies severities and suppressions. */
export function check(isms: Isms, options: CheckOptions): CheckResult {
  const configured: Readonly<Record<string, Severity | 'off'>> = {
    ...isms.config?.config.rules,
    ...options.severities,
  };
  const ran = options.rules.filter((rule) => configured[rule.id] !== 'off');
  const elements = (document: IsmsDocument) => options.elements(isms, document);
  const context = { isms, today: options.today, elements, vague: options.vague };
  const raw = ran.flatMap((rule) =>
    [...rule.check(context)].map((finding): Finding => ({
      ...finding,
      ruleId: rule.id,
      severity:
        configured[rule.id] === undefined
          ? (finding.severity ?? rule.severity)
          : (configured[rule.id] as Severity),
      control: finding.control,
      related: finding.related ?? [],
      fixes: finding.fixes ?? [],
    })),
  );
  const result = applySuppressions(isms, raw, {
    today: options.today,
    ran,
    known: options.rules,
    configured,
  });
  return { findings: [...result.findings].sort(compareFindings), suppressed: result.suppressed };
}

/** The order of every output: path, line, column, rule; then the control, A.5.9 before A.5.10. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    compareSpans(a.span, b.span) ||
    compareText(a.ruleId, b.ruleId) ||
    compareIds(a.control ?? '', b.control ?? '') ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
