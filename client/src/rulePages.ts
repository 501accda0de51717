import { commands, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';

const SCHEME = 'isms-rule';
const RULE_ID = /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/;

/** Serves the bundled documentation of the rules as read-only documents, `isms-rule:/AREA/NAME.md`. */
export function serveRulePages(context: ExtensionContext): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => readPage(context, uri.path.replace(/^\/|\.md$/g, '')),
  });
}

/** Opens a rule's page in the Markdown preview; the text itself where the preview is switched off. */
export async function showRulePage(ruleId: string): Promise<void> {
  const page = Uri.from({ scheme: SCHEME, path: `/${ruleId}.md` });
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The built-in Markdown extension is disabled: its command does not exist then.
    await window.showTextDocument(page);
  }
}

async function readPage({ extensionUri }: ExtensionContext, ruleId: string): Promise<string> {
  if (!RULE_ID.test(ruleId)) return noPage(ruleId);
  try {
    const bytes = await workspace.fs.readFile(
      Uri.joinPath(extensionUri, 'dist', 'docs', 'rules', `${ruleId}.md`),
    );
    return new TextDecoder().decode(bytes);
  } catch {
    return noPage(ruleId);
  }
}

/** A diagnostic of an older session may name a rule that a newer version no longer has. */
function noPage(ruleId: string): string {
  return `# ${ruleId}\n\nThis version of ISMS Policy has no page for this rule.\n`;
}
