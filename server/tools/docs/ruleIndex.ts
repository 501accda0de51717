import { rulePagePath } from '../../src/engine/rules/documentation';
import type { Rule } from '../../src/engine/rules/rule';
import { GENERATED, page, replaceBetween, table } from './markdown';

/** The table of all rules: as a page of its own, and between the markers of the README where it has them. */
export function ruleIndex(rules: readonly Rule[], readme: string): ReadonlyMap<string, string> {
  const files = new Map([['docs/rules/README.md', indexPage(rules)]]);
  const updated = replaceBetween(readme, 'rules', `\n${rulesTable(rules, (rule) => `docs/${rulePagePath(rule.id)}`)}\n`);
  if (updated !== undefined) files.set('README.md', updated);
  return files;
}

function indexPage(rules: readonly Rule[]): string {
  const areas = [...new Set(rules.map(areaOf))];
  const sections = areas.flatMap((area) => [
    `## ${area}: ${AREAS[area] ?? ''}`.replace(/: $/, ''),
    rulesTable(
      rules.filter((rule) => areaOf(rule) === area),
      (rule) => `${rule.id}.md`,
    ),
  ]);
  return page([
    GENERATED,
    '# Rules',
    'Severities are defaults; [docs/configuration.md](../configuration.md) says how to change them. *Safe* fixes are applied by `isms fix` and "Fix all"; a *choice* is offered in the editor.',
    ...sections,
  ]);
}

const AREAS: Readonly<Record<string, string>> = {
  mapping: 'documents and controls',
  soa: 'the Statement of Applicability',
  policy: 'document control',
  risk: 'the risk register',
  evidence: 'the evidence register',
  clause: 'clauses 4 to 10',
  input: 'files',
  config: 'the configuration',
  suppression: 'accepted findings',
};

function areaOf(rule: Rule): string {
  return rule.id.split('/')[0] ?? '';
}

function rulesTable(rules: readonly Rule[], addressOf: (rule: Rule) => string): string {
  return table(
    ['Rule', 'Severity', 'Fix', 'Fires when'],
    rules.map((rule) => [`[${rule.id}](${addressOf(rule)})`, rule.severity, rule.fix === 'none' ? '–' : rule.fix, rule.summary]),
  );
}
