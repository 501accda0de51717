import { Hover, MarkdownString, workspace, type LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient';
import { CLIENT_COMMANDS, type InitializationOptions } from '../../server/src/lsp/protocol';
import { isCommandLine, OPEN_PLACE, openableLinks } from './hoverLinks';
import { RULE_BASE, withRuleLink } from './ruleLinks';

/** Schemes under which files lie. Documents of others (a diff's old side, an output, a rule's page) are no files. */
const FILE_SCHEMES = ['file', 'vscode-vfs', 'vscode-remote'];

/** The schemes of the documents that the server hears of: the usual ones and those of the opened folders. */
export function documentSchemes(): ReadonlySet<string> {
  return new Set([...FILE_SCHEMES, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
}

export function clientOptions(
  output: LogOutputChannel,
  initialization: InitializationOptions,
): LanguageClientOptions {
  return {
    documentSelector: [...documentSchemes()].flatMap((scheme) => [
      { scheme, language: 'markdown' },
      // SoAs and registers are kept in these as well; the server stays silent on all others.
      { scheme, pattern: '**/*.{csv,yaml,yml,json}' },
    ]),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      ruleBaseHref: RULE_BASE,
      commandLinks: true,
      ...initialization,
    } satisfies InitializationOptions,
    // A failure is told once, by us and in the user's words.
    initializationFailedHandler: () => false,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withRuleLink)),
      provideHover: async (document, position, token, next) =>
        withWorkingLinks(await next(document, position, token)),
    },
  };
}

/**
 * Lets the links of a hover work. Its last line may run our own commands; the text above holds words of documents, and
 * may at most open a place.
 */
function withWorkingLinks(hover: Hover | null | undefined): Hover | null | undefined {
  if (!hover) return hover;
  const contents = hover.contents.map((content) => {
    if (!(content instanceof MarkdownString)) return content;
    if (hover.contents.length > 1 && content === hover.contents.at(-1) && isCommandLine(content.value))
      return trusting(content.value, Object.values(CLIENT_COMMANDS));
    const { markdown, changed } = openableLinks(content.value);
    return changed ? trusting(markdown, [OPEN_PLACE]) : content;
  });
  return new Hover(contents, hover.range);
}

function trusting(markdown: string, enabledCommands: readonly string[]): MarkdownString {
  const trusted = new MarkdownString(markdown);
  trusted.isTrusted = { enabledCommands };
  return trusted;
}
