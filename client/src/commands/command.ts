import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { LanguageServer } from '../languageServer';

/** What commands work with. */
export interface CommandContext {
  readonly extension: ExtensionContext;
  readonly output: LogOutputChannel;
  readonly server: LanguageServer;
}

/** One command of the palette; its title stands in package.json under the same id. */
export interface Command {
  readonly id: string;
  readonly run: (context: CommandContext, ...args: readonly unknown[]) => unknown;
}
