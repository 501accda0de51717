import type { Severity } from '../engine/check/finding';
import { DEFAULT_SETTINGS, SEVERITY_WORDS, SETTINGS_SECTION } from '../engine/config/editorSettings';

/** The settings of one root, checked. */
export interface Settings {
  readonly enable: boolean;
  readonly showAllFindings: boolean;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

export const NO_SETTINGS: Settings = {
  enable: DEFAULT_SETTINGS.enable,
  showAllFindings: DEFAULT_SETTINGS.showAllFindings,
  severities: {},
};

/** Reads what an editor has below `ismsPolicy`. What is not understood is left out, and `log` says so. */
export function readSettings(
  value: unknown,
  ruleIds: readonly string[],
  log: (message: string) => void,
): Settings {
  if (!isRecord(value)) return NO_SETTINGS;
  const flag = (key: 'enable' | 'showAllFindings'): boolean =>
    typeof value[key] === 'boolean' ? value[key] : DEFAULT_SETTINGS[key];
  const rules = isRecord(value['rules']) ? Object.entries(value['rules']) : [];
  const severities = rules.filter((entry): entry is [string, Severity | 'off'] => {
    const [id, word] = entry;
    if (!ruleIds.includes(id)) log(`${SETTINGS_SECTION}.rules: there is no rule "${id}".`);
    else if (!isSeverity(word)) log(`${SETTINGS_SECTION}.rules: ${id} cannot be ${JSON.stringify(word)}.`);
    else return true;
    return false;
  });
  return {
    enable: flag('enable'),
    showAllFindings: flag('showAllFindings'),
    severities: Object.fromEntries(severities),
  };
}

function isSeverity(word: unknown): word is Severity | 'off' {
  return (SEVERITY_WORDS as readonly unknown[]).includes(word);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
