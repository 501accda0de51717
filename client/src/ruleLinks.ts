import { Uri, type Diagnostic } from 'vscode';
import { OPEN_RULE } from './commands/openRule';

/** The prefix that the server puts before a rule's id: a scheme of our own, never an address on the network. */
export const RULE_BASE = 'isms-docs:/rules/';

/**
 * Turns the link of a diagnostic's code into a command that opens the bundled page. Of the ways to reach an extension
 * from a link this one works on the desktop and in the web alike, and asks for no confirmation.
 */
export function withRuleLink(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object' || code.target.scheme !== 'isms-docs') return diagnostic;
  diagnostic.code = { value: code.value, target: ruleCommandUri(String(code.value)) };
  return diagnostic;
}

function ruleCommandUri(ruleId: string): Uri {
  return Uri.from({ scheme: 'command', path: OPEN_RULE, query: JSON.stringify([ruleId]) });
}
