import type { Isms, IsmsDocument } from '../index/model';
import type { Rule, RuleContext } from '../rules/rule';
import type { Finding, Severity } from './finding';

/** The smallest pieces of a check: what is to be done again as a whole once something that it read has changed. */
export interface Unit {
  /** A path, a rule, or a rule with a control: no two units have the same. */
  readonly name: string;
  /** The document that is looked at, where it is one. */
  readonly document: IsmsDocument | undefined;
  readonly find: (context: RuleContext) => Finding[];
}

/** What rules cost and how severe they are. */
export interface UnitOptions {
  readonly rules: readonly Rule[];
  readonly configured: Readonly<Record<string, Severity | 'off'>>;
}

/** The units of a check: each document with all rules that look at one, each mapped control, each rule about the whole. */
export function unitsOf(isms: Isms, { rules, configured }: UnitOptions): Unit[] {
  const ofDocuments = rules.filter((rule) => 'checkDocument' in rule);
  const ofControls = rules.filter((rule) => 'checkControl' in rule);
  const ofIsms = rules.filter((rule) => 'check' in rule);
  const controls = [...isms.mappings.keys()].flatMap((id) => isms.catalog.control(id) ?? []);
  return [
    ...isms.documents.map((document): Unit => ({
      name: document.path,
      document,
      find: (context) =>
        ofDocuments.flatMap((rule) => findings(rule, rule.checkDocument(document, context), configured)),
    })),
    ...controls.flatMap((control) =>
      ofControls.map((rule): Unit => ({
        name: `${rule.id} ${control.id}`,
        document: undefined,
        find: (context) => findings(rule, rule.checkControl(control, context), configured),
      })),
    ),
    ...ofIsms.map((rule): Unit => ({
      name: rule.id,
      document: undefined,
      find: (context) => findings(rule, rule.check(context), configured),
    })),
  ];
}

function findings(
  rule: Rule,
  raw: ReturnType<Extract<Rule, { check: unknown }>['check']>,
  configured: UnitOptions['configured'],
): Finding[] {
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
