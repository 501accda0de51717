/**
 * The settings of the editor: the one source of `contributes.configuration` in package.json, which `npm run generate`
 * writes, and of what the server assumes of an editor that knows no settings.
 */
export const SETTINGS_SECTION = 'ismsPolicy';

/** The settings that the server asks for, per resource. */
export interface EditorSettings {
  readonly enable: boolean;
  /** Otherwise one finding stands for many of the same rule in files that are not open. */
  readonly showAllFindings: boolean;
  /** Rule id → severity or `off`; outranks `isms.yaml`. Unknown ids and words are ignored with a line in the log. */
  readonly rules: Readonly<Record<string, string>>;
}

export const DEFAULT_SETTINGS: EditorSettings = { enable: true, showAllFindings: false, rules: {} };

/** What `ismsPolicy.rules` accepts for a rule. */
export const SEVERITY_WORDS = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** A setting as the manifest of an extension describes it. */
export interface SettingDescription {
  readonly key: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

const SHOW_ALL_FINDINGS: SettingDescription = {
  key: `${SETTINGS_SECTION}.showAllFindings`,
  schema: {
    type: 'boolean',
    default: DEFAULT_SETTINGS.showAllFindings,
    scope: 'resource',
    markdownDescription:
      'Show every finding. Otherwise, where one rule has more than 100 findings in files that are not open, the first stands for all of them and lists the others as related places.',
  },
};

/** The settings in the order in which the settings editor shows them; the rules' own entries are added from the registry. */
export function describeSettings(
  rules: readonly { readonly id: string; readonly severity: string; readonly summary: string }[],
): SettingDescription[] {
  return [
    {
      key: `${SETTINGS_SECTION}.enable`,
      schema: {
        type: 'boolean',
        default: DEFAULT_SETTINGS.enable,
        scope: 'resource',
        markdownDescription: 'Check the ISMS in this folder: findings, hovers, completion and fixes.',
      },
    },
    {
      key: `${SETTINGS_SECTION}.rules`,
      schema: {
        type: 'object',
        default: DEFAULT_SETTINGS.rules,
        scope: 'resource',
        markdownDescription:
          'Severity of single rules, or `off`, in this editor. It outranks `rules:` in `isms.yaml`, which is the better place for what a whole team agrees on, because the command line reads it too.',
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
        additionalProperties: false,
      },
    },
    SHOW_ALL_FINDINGS,
    {
      key: `${SETTINGS_SECTION}.trace.server`,
      schema: {
        type: 'string',
        enum: ['messages', 'compact', 'verbose'],
        default: 'messages',
        scope: 'window',
        markdownDescription:
          'How much of the traffic between the editor and the language server is written to the output *ISMS Policy* while its log level is *Trace*.',
      },
    },
  ];
}

function ruleSchema(rule: { readonly severity: string; readonly summary: string }): Record<string, unknown> {
  return { enum: SEVERITY_WORDS, default: rule.severity, description: rule.summary };
}
