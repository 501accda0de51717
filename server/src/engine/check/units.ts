import type { Control } from '../catalog/catalog';
import type { Isms, IsmsDocument } from '../index/model';
import type { RawFinding, Rule, RuleContext } from '../rules/rule';
import type { Finding, Severity } from './finding';

/** What a rule looks at: a document, a control of Annex A, or the ISMS as a whole. */
export type Subject = IsmsDocument | Control | undefined;

/** All that there is to do for one check: each rule with each of its subjects. */
export interface Units {
  readonly documents: readonly IsmsDocument[];
  /** The rules that look at documents. */
  readonly documentRules: readonly Rule[];
  readonly others: readonly { readonly rule: Rule; readonly subject: Control | undefined }[];
  /** Runs one rule for one subject of its kind. */
  readonly find: (rule: Rule, subject: Subject, context: RuleContext) => Finding[];
}

export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** `configured` has the severities that are not the rules' own. */
export function unitsOf(isms: Isms, rules: readonly Rule[], configured: Severities): Units {
  const { controls } = isms.catalog;
  const controlRules = rules.filter((rule) => 'checkControl' in rule);
  const ismsRules = rules.filter((rule) => 'check' in rule);
  return {
    documents: isms.documents,
    documentRules: rules.filter((rule) => 'checkDocument' in rule),
    others: [
      ...controls.flatMap((subject) => controlRules.map((rule) => ({ rule, subject }))),
      ...ismsRules.map((rule) => ({ rule, subject: undefined })),
    ],
    find: (rule, subject, context) => findings(rule, rawFindings(rule, subject, context), configured),
  };
}

function rawFindings(rule: Rule, subject: Subject, context: RuleContext): Iterable<RawFinding> {
  if ('checkDocument' in rule) return rule.checkDocument(subject as IsmsDocument, context);
  if ('checkControl' in rule) return rule.checkControl(subject as Control, context);
  return rule.check(context);
}

/** How a subject is called; empty for the ISMS as a whole. */
export function nameOf(subject: Subject): string {
  if (subject === undefined) return '';
  return 'path' in subject ? subject.path : subject.id;
}

function findings(rule: Rule, raw: Iterable<RawFinding>, configured: Severities): Finding[] {
  const severity = configured[rule.id] as Severity | undefined;
  return [...raw].map((finding): Finding => ({
    ...finding,
    ruleId: rule.id,
    severity: severity ?? finding.severity ?? rule.severity,
    control: finding.control,
    related: finding.related ?? [],
    fixes: finding.fixes ?? [],
  }));
}
