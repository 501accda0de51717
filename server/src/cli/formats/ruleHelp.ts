import { fenced } from '../../engine/features/page';
import type { Rule } from '../../engine/rules/rule';
import { printableExample } from '../../engine/rules/example';

/** The help of a rule where a tool shows it next to a finding: as text and as Markdown. */
export function ruleHelp(rule: Rule, baseHref: string): { readonly text: string; readonly markdown: string } {
  const { why, how, bad, good } = rule.docs;
  const href = `${baseHref}${rule.id}`;
  const markdown = [
    `**Why an auditor cares.** ${why}`,
    `**How to fix.** ${how}`,
    `**Instead of**\n\n${fenced(printableExample(bad))}`,
    `**write**\n\n${fenced(printableExample(good))}`,
    `[More about ${rule.id}](${href})`,
  ];
  return { text: `${why} ${how} See ${href}`, markdown: markdown.join('\n\n') };
}
