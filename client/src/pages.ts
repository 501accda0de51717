import { commands, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';

const SCHEME = 'isms-docs';
/** No dots but that of the ending, so that no path leads out of the folder. */
const PAGE = /^\/(?:[\w-]+\/)*[\w-]+\.md$/;

/** Serves the bundled documentation as read-only documents: `isms-docs:/rules/AREA/NAME.md`. */
export function servePages(context: ExtensionContext): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ path }) => readPage(context, path),
  });
}

/** Opens a rule's page in the Markdown preview; the text itself where the preview is switched off. */
export async function showRulePage(ruleId: string): Promise<void> {
  const page = Uri.from({ scheme: SCHEME, path: `/rules/${ruleId}.md` });
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The built-in Markdown extension is disabled: its command does not exist then.
    await window.showTextDocument(page);
  }
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
