import type { CatalogData } from '../engine/catalog/catalog';
import type { CrosswalkData } from '../engine/catalog/crosswalkData';
import type { Product } from '../host/product';
import type { FileSystem } from '../workspace/fileSystem';
import type { NoRepository, Repository } from '../workspace/repository';
import { EXIT, isRefusal, type ExitCode, type Refusal } from './exitCodes';
import { parseCommandLine, type GivenOptions } from './parse';
import { textWidth, wantsColor, type Terminal } from './terminal';
import { createPaint } from './text/paint';
import { withoutCommands } from './text/printable';

/** What a host gives to the program. */
export interface Host {
  readonly terminal: Terminal;
  readonly product: Product;
  readonly ruleBaseHref: string;
  /** Loaded only by the commands that need it. */
  readonly loadCatalog: () => Promise<CatalogData>;
  readonly loadCrosswalks: () => Promise<CrosswalkData>;
  readonly fileSystemAt: (folder: string) => FileSystem;
  readonly openRepository: (folder: string) => Promise<Repository | NoRepository>;
  /** `isms lsp`: takes over standard input and output. It ends the process when the editor says so. */
  readonly startLanguageServer: () => Promise<void>;
}

/** Runs one command line. Never throws for anything that a user can cause. */
export async function runProgram(args: readonly string[], host: Host): Promise<ExitCode> {
  const outcome = await run(args, host);
  if (!isRefusal(outcome)) return outcome;
  host.terminal.err(withoutCommands(`isms: ${outcome.refusal}\n`));
  return EXIT.unusable;
}

async function run(args: readonly string[], host: Host): Promise<ExitCode | Refusal> {
  const { terminal, product } = host;
  const invocation = parseCommandLine(args, terminal.env);
  if (isRefusal(invocation)) return invocation;
  if (invocation.kind === 'version') {
    terminal.out(`isms ${product.version}\n`);
    return EXIT.clean;
  }
  if (invocation.kind === 'help') {
    const { helpText } = await import('./help');
    terminal.out(
      helpText(invocation.command, { ...styleFor(invocation.options, terminal), homepage: product.homepage }),
    );
    return EXIT.clean;
  }
  // Everything else is in a file of its own, so that a version or a help text is there at once.
  const { runCommand } = await import('./commands/run');
  return runCommand(invocation, { ...host, ...styleFor(invocation.options, terminal) });
}

function styleFor(
  options: GivenOptions,
  terminal: Terminal,
): { readonly paint: ReturnType<typeof createPaint>; readonly width: number } {
  return { paint: createPaint(wantsColor(options.value('color'), terminal)), width: textWidth(terminal) };
}
