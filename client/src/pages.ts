import { commands, Uri, workspace, type Disposable, type ExtensionContext } from 'vscode';

export const DOCS_SCHEME = 'isms-docs';
/** No dots but that of the ending, so that no path leads out of the folder. */
const PAGE = /^\/(?:[\w-]+\/)*[\w-]+\.md$/;

/** Serves the bundled documentation as read-only documents: `isms-docs:/rules/AREA/NAME.md`. */
export function servePages(context: ExtensionContext): Disposable {
  return workspace.registerTextDocumentContentProvider(DOCS_SCHEME, {
    provideTextDocumentContent: ({ path }) => readPage(context, path),
  });
}

/** Opens a rule's page; the manifest's `workbench.editorAssociations` choose the Markdown preview. */
export function showRulePage(ruleId: string): Thenable<unknown> {
  const page = Uri.from({ scheme: DOCS_SCHEME, path: `/rules/${ruleId}.md` });
  return commands.executeCommand('vscode.open', page);
}

async function readPage({ extensionUri }: ExtensionContext, path: string): Promise<string> {
  if (!PAGE.test(path)) return noPage(path);
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'docs', path));
    return new TextDecoder().decode(bytes);
  } catch {
    return noPage(path);
  }
}

/** A diagnostic of an older session may name a rule that a newer version no longer has. */
function noPage(path: string): string {
  return `# There is no such page\n\nThis version of ISMS Policy has no documentation at \`${path}\`.\n`;
}
