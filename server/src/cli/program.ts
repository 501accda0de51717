import type { CatalogData } from '../engine/catalog/catalog';
import type { CrosswalkData } from '../engine/catalog/crosswalkData';
import type { Product } from '../host/product';
import type { FileSystem } from '../workspace/fileSystem';
import type { NoRepository, Repository } from '../workspace/repository';
import { EXIT, isRefusal, type ExitCode, type Refusal } from './exitCodes';
import type { CommandName } from './options';
import { parseCommandLine, type GivenOptions, type Invocation } from './parse';
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
  return runCommand(invocation, host);
}

/** The commands that show relations to other frameworks. */
const SHOWS_CROSSWALKS: readonly CommandName[] = ['coverage', 'explain'];

async function runCommand(
  { command, action, operands, options }: Extract<Invocation, { kind: 'run' }>,
  host: Host,
): Promise<ExitCode | Refusal> {
  if (command === 'lsp') {
    await host.startLanguageServer();
    return EXIT.clean;
  }
  const { terminal, product, ruleBaseHref, fileSystemAt, openRepository } = host;
  const { createEngine } = await import('../engine/engine');
  const crosswalks = SHOWS_CROSSWALKS.includes(command) ? await host.loadCrosswalks() : undefined;
  const engine = createEngine(await host.loadCatalog(), crosswalks);
  const context = {
    terminal,
    product,
    ruleBaseHref,
    fileSystemAt,
    openRepository,
    engine,
    action,
    operands,
    options,
    ...styleFor(options, terminal),
  };
  // Each command is loaded when it runs, so that none pays for the others' libraries.
  if (command === 'check') return (await import('./commands/check')).runCheck(context);
  if (command === 'fix') return (await import('./commands/fix')).runFix(context);
  if (command === 'impact') return (await import('./commands/impact')).runImpact(context);
  if (command === 'coverage') return (await import('./commands/coverage')).runCoverage(context);
  if (command === 'completion') return (await import('./commands/completion')).runCompletion(context);
  if (command === 'config') return (await import('./commands/config')).runConfig(context);
  if (command === 'schema') return (await import('./commands/schema')).runSchema(context);
  if (command === 'reviews') return (await import('./commands/reviews')).runReviews(context);
  if (command === 'baseline') return (await import('./commands/baseline')).runBaseline(context);
  if (command === 'trace') return (await import('./commands/trace')).runTrace(context);
  if (command === 'explain') return (await import('./commands/explain')).runExplain(context);
  return (await import('./commands/rules')).runRules(context);
}

function styleFor(
  options: GivenOptions,
  terminal: Terminal,
): { readonly paint: ReturnType<typeof createPaint>; readonly width: number } {
  return { paint: createPaint(wantsColor(options.value('color'), terminal)), width: textWidth(terminal) };
}
