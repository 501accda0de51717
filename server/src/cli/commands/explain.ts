import { EXIT, isRefusal, type ExitCode, type Refusal } from '../exitCodes';
import { explain, type Explanation } from '../explain/explain';
import { toJson } from '../formats/json';
import { pageMarkdown, pageText } from '../formats/page';
import { valueOrDefault } from '../parse';
import type { CommandContext } from './context';

/** `isms explain ID…` */
export function runExplain(context: CommandContext): ExitCode | Refusal {
  const explanations: Explanation[] = [];
  for (const id of context.operands) {
    const found = explain(id, context.engine, context.ruleBaseHref);
    if (isRefusal(found)) return found;
    explanations.push(found);
  }
  context.terminal.out(written(explanations, context));
  return EXIT.clean;
}

function written(explanations: readonly Explanation[], context: CommandContext): string {
  const format = valueOrDefault(context.options, 'format');
  if (format === 'json')
    return toJson(explanations.length === 1 ? explanations[0]?.data : explanations.map(({ data }) => data));
  const pages = explanations.map(({ page }) =>
    format === 'markdown' ? pageMarkdown(page) : pageText(page, context),
  );
  return pages.join('\n');
}
