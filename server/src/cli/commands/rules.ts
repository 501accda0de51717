import { EXIT, type ExitCode } from '../exitCodes';
import { toJson } from '../formats/json';
import { paragraph, pageMarkdown, pageText, table, type Page } from '../formats/page';
import { valueOrDefault } from '../parse';
import type { CommandContext } from './context';

/** `isms rules` */
export function runRules(context: CommandContext): ExitCode {
  const format = valueOrDefault(context.options, 'format');
  const { terminal } = context;
  if (format === 'json') terminal.out(rulesJson(context));
  else if (format === 'markdown') terminal.out(pageMarkdown(rulesPage(context, true)));
  else terminal.out(pageText(rulesPage(context, false), context));
  return EXIT.clean;
}

function rulesJson({ engine, ruleBaseHref, product }: CommandContext): string {
  const rules = engine.rules.map(({ id, severity, fix, summary, docs }) => ({
    id,
    severity,
    fix,
    summary,
    goodPractice: docs.goodPractice === true,
    documentation: `${ruleBaseHref}${id}`,
  }));
  return toJson({ schemaVersion: 1, tool: { name: 'isms', version: product.version }, rules });
}

function rulesPage({ engine, ruleBaseHref }: CommandContext, linked: boolean): Page {
  const rows = engine.rules.map(({ id, severity, fix, summary }) => [
    linked ? `[${id}](${ruleBaseHref}${id})` : id,
    severity,
    fix === 'none' ? '' : fix,
    summary,
  ]);
  const more = linked ? [] : [paragraph(`"isms explain RULE" tells more; so does ${ruleBaseHref}RULE.`)];
  return { title: 'Rules', blocks: [table(['Rule', 'Severity', 'Fix', 'Fires when'], rows), ...more] };
}
