import type { Diagnostic } from 'vscode';
import { DOCS_SCHEME } from './pages';

/** The prefix that the server puts before a rule's id: our own pages, never an address on the network. */
export const RULE_BASE = `${DOCS_SCHEME}:/rules/`;

/**
 * Completes the link of a diagnostic's code to the bundled page. The editor opens it like any document, as the
 * manifest's `workbench.editorAssociations` say: in the preview. Links to commands would be refused here.
 */
export function withRuleLink(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object' || code.target.scheme !== DOCS_SCHEME) return diagnostic;
  diagnostic.code = { value: code.value, target: code.target.with({ path: `${code.target.path}.md` }) };
  return diagnostic;
}
