import { commands, type Disposable, l10n, languages, LanguageStatusSeverity, Uri, window } from 'vscode';
import type { DocumentSelector, LanguageStatusItem } from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol';
import { RESCAN } from './commands/rescan';
import { SHOW_FINDINGS } from './commands/showFindings';
import { SHOW_OUTPUT } from './commands/showOutput';
import { statusView, type StatusView } from './statusView';

/** True while there is something of an ISMS in the window: the commands that need it are shown then. */
const CONTEXT_KEY = 'ismsPolicy.hasIsms';
const SELECTOR: DocumentSelector = [{ language: 'markdown' }, { language: 'yaml' }];
const SEVERITY = {
  error: LanguageStatusSeverity.Error,
  warning: LanguageStatusSeverity.Warning,
  information: LanguageStatusSeverity.Information,
} as const;

export interface Status extends Disposable {
  readonly update: (status: StatusParams) => void;
  readonly failed: (reason: string) => void;
  readonly view: () => StatusView | undefined;
}

/**
 * Two items in the language status: coverage and findings of the ISMS that the active document lies in, and what was
 * read. Both are hidden in documents that lie in no ISMS.
 */
export function createStatus(): Status {
  let last: StatusParams = { workspaces: [], ready: false };
  let items: readonly LanguageStatusItem[] = [];
  const view = (): StatusView | undefined => {
    const uri = window.activeTextEditor?.document.uri;
    return uri === undefined ? undefined : statusView(last, uri.toString(), l10n.t);
  };
  const show = (next: readonly LanguageStatusItem[]): void => {
    for (const item of items) item.dispose();
    items = next;
  };
  const refresh = (): void => {
    const now = view();
    show(now === undefined ? [] : [coverageItem(now), documentsItem(now)]);
  };
  const listener = window.onDidChangeActiveTextEditor(refresh);
  return {
    view,
    update: (status) => {
      last = { ...status, workspaces: status.workspaces.map((each) => ({ ...each, uri: normal(each.uri) })) };
      void commands.executeCommand('setContext', CONTEXT_KEY, last.workspaces.length > 0);
      refresh();
    },
    failed: (reason) => {
      last = { workspaces: [], ready: true };
      show([failureItem(reason)]);
    },
    dispose: () => {
      listener.dispose();
      show([]);
    },
  };
}

/** As the editor itself spells addresses, so that they can be compared as text. */
function normal(uri: string): string {
  return Uri.parse(uri).toString();
}

function coverageItem(view: StatusView): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('ismsPolicy.coverage', SELECTOR);
  item.name = l10n.t('ISMS Coverage');
  item.text = view.text;
  item.detail = view.detail;
  item.severity = SEVERITY[view.severity];
  item.busy = view.busy;
  item.command = { command: SHOW_FINDINGS, title: l10n.t('Show Findings') };
  return item;
}

function documentsItem(view: StatusView): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('ismsPolicy.documents', SELECTOR);
  item.name = l10n.t('ISMS Documents');
  item.text = view.documents;
  item.busy = view.busy;
  item.command = { command: RESCAN, title: l10n.t('Rescan') };
  return item;
}

function failureItem(reason: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('ismsPolicy.failure', SELECTOR);
  item.name = l10n.t('ISMS Language Server');
  item.text = l10n.t('ISMS: nothing is checked');
  item.detail = reason;
  item.severity = LanguageStatusSeverity.Error;
  item.command = { command: SHOW_OUTPUT, title: l10n.t('Show Output') };
  return item;
}
