import {
  EventEmitter,
  l10n,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { Disposable, TreeDataProvider } from 'vscode';
import type { ImpactItem, ImpactResult } from '../../server/src/lsp/protocol';
import { askForImpact } from './impact';
import type { LanguageServer } from './languageServer';

type Level = ImpactItem['level'];
type Node = { readonly level: Level; readonly items: readonly ImpactItem[] } | ImpactItem;

const LEVELS: readonly Level[] = ['decision', 'attention', 'information'];
const ICONS: Readonly<Record<Level, string>> = {
  decision: 'error',
  attention: 'warning',
  information: 'info',
};

/** The view beside source control: what the changes do, by how much a reviewer has to do about it. */
export function createImpactView(
  server: () => LanguageServer,
): Disposable & { readonly refresh: () => void } {
  const changed = new EventEmitter<undefined>();
  let stale = true;
  let last: ImpactResult | undefined;
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => ('items' in node ? levelItem(node) : changeItem(node)),
    getChildren: async (node) => {
      if (node !== undefined) return 'items' in node ? [...node.items] : [];
      if (stale || last === undefined) {
        stale = false;
        last = await askForImpact(server(), '');
      }
      view.message = messageOf(last);
      return 'items' in last ? groups(last.items) : [];
    },
  };
  const view = window.createTreeView('ismsPolicy.impactView', { treeDataProvider: provider });
  const update = (): void => {
    if (stale && view.visible) changed.fire(undefined);
  };
  const listener = view.onDidChangeVisibility(update);
  return {
    // Nobody pays for a view that is not looked at.
    refresh: () => {
      stale = true;
      update();
    },
    dispose: () => {
      for (const each of [listener, view, changed]) each.dispose();
    },
  };
}

/** Empty where the list speaks for itself. */
function messageOf(result: ImpactResult): string {
  if ('failure' in result) return result.failure;
  return result.items.length === 0 ? l10n.t('Your changes do nothing to the ISMS.') : '';
}

function groups(items: readonly ImpactItem[]): Node[] {
  return LEVELS.map((level) => ({ level, items: items.filter((item) => item.level === level) })).filter(
    (group) => group.items.length > 0,
  );
}

function levelItem({ level, items }: Extract<Node, { items: unknown }>): TreeItem {
  const names: Readonly<Record<Level, string>> = {
    decision: l10n.t('Decisions needed'),
    attention: l10n.t('To look at'),
    information: l10n.t('For information'),
  };
  const open =
    level === 'information' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(names[level], open);
  item.description = String(items.length);
  item.iconPath = new ThemeIcon(ICONS[level]);
  return item;
}

function changeItem({ id, subject, message, uri, line = 0, character = 0 }: ImpactItem): TreeItem {
  const item = new TreeItem(subject);
  item.description = message;
  item.tooltip = `${message} (${id})`;
  if (uri !== undefined) {
    const selection = new Range(line, character, line, character);
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Open'),
      arguments: [Uri.parse(uri), { selection }],
    };
  }
  return item;
}
