import { type ExtensionContext, l10n, window } from 'vscode';
import { showRulePage } from '../pages';
import type { Command } from './command';

export const OPEN_RULE = 'ismsPolicy.openRule';

/** Opens a rule's documentation: that of the id given, as the link of a diagnostic does, else of a chosen rule. */
export const openRule: Command = {
  id: OPEN_RULE,
  run: async ({ extension }, ruleId) => {
    const chosen = typeof ruleId === 'string' ? ruleId : await chooseRule(extension);
    if (chosen !== undefined) await showRulePage(chosen);
  },
};

async function chooseRule(extension: ExtensionContext): Promise<string | undefined> {
  const chosen = await window.showQuickPick(rulesOf(extension), {
    placeHolder: l10n.t('The rule to read about'),
    matchOnDetail: true,
  });
  return chosen?.label;
}

interface RuleSetting {
  readonly default: string;
  readonly description: string;
}

/** The settings in our manifest are generated from the rules, so that the list is at hand without the server. */
function rulesOf({ extension }: ExtensionContext): { label: string; description: string; detail: string }[] {
  const manifest = extension.packageJSON as {
    contributes: {
      configuration: { properties: { 'ismsPolicy.rules': { properties: Record<string, RuleSetting> } } };
    };
  };
  const { properties } = manifest.contributes.configuration.properties['ismsPolicy.rules'];
  return Object.entries(properties).map(([label, rule]) => ({
    label,
    description: rule.default,
    detail: rule.description,
  }));
}
