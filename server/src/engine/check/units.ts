import type { Control } from '../catalog/catalog';
import type { Isms, IsmsDocument } from '../index/model';
import type { RawFinding, Rule, RuleContext } from '../rules/rule';
import type { Finding, Severity } from './finding';

/** One rule and what it looks at: the smallest piece of a check. */
export interface Work {
  readonly rule: Rule;
  /** The path of a document or the id of a control; empty for the ISMS as a whole. */
  readonly subject: string;
  readonly find: (context: RuleContext) => Finding[];
}

/** All that there is to do for one check. */
export interface Units {
  readonly documents: readonly IsmsDocument[];
  /** What is to be done for each document. */
  readonly worksOf: (document: IsmsDocument) => readonly Work[];
  /** What is to be done besides: for each mapped control, and for the ISMS as a whole. */
  readonly others: readonly Work[];
}

export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** The work of these rules; `configured` has the severities that are not the rules' own. */
export function unitsOf(isms: Isms, rules: readonly Rule[], configured: Severities): Units {
  const work = (rule: Rule, subject: string, find: (context: RuleContext) => Iterable<RawFinding>): Work => ({
    rule,
    subject,
    find: (context) => findings(rule, find(context), configured),
  });
  const ofDocuments = rules.filter((rule) => 'checkDocument' in rule);
  const controls = [...isms.mappings.keys()].flatMap((id) => isms.catalog.control(id) ?? []);
  const ofControl = (control: Control): Work[] =>
    rules
      .filter((rule) => 'checkControl' in rule)
      .map((rule) => work(rule, control.id, (context) => rule.checkControl(control, context)));
  const ofIsms = rules
    .filter((rule) => 'check' in rule)
    .map((rule) => work(rule, '', (context) => rule.check(context)));
  return {
    documents: isms.documents,
    worksOf: (document) =>
      ofDocuments.map((rule) =>
        work(rule, document.path, (context) => rule.checkDocument(document, context)),
      ),
    others: [...controls.flatMap(ofControl), ...ofIsms],
  };
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
