import { createEngine } from '../../engine/engine';
import { EXIT, type ExitCode, type Refusal } from '../exitCodes';
import type { CommandName } from '../options';
import type { Invocation } from '../parse';
import type { Host } from '../program';
import type { CommandContext } from './context';

/** The commands that show relations to other frameworks. */
const SHOWS_CROSSWALKS: readonly CommandName[] = ['coverage', 'explain'];

/** Runs one command with everything that it needs. */
export async function runCommand(
  { command, action, operands, options }: Extract<Invocation, { kind: 'run' }>,
  host: Host & Pick<CommandContext, 'paint' | 'width'>,
): Promise<ExitCode | Refusal> {
  if (command === 'lsp') {
    await host.startLanguageServer();
    return EXIT.clean;
  }
  const { terminal, product, ruleBaseHref, fileSystemAt, openRepository, paint, width } = host;
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
    paint,
    width,
  };
  // Each command is loaded when it runs, so that none pays for the others' libraries.
  if (command === 'check') return (await import('./check')).runCheck(context);
  if (command === 'fix') return (await import('./fix')).runFix(context);
  if (command === 'impact') return (await import('./impact')).runImpact(context);
  if (command === 'coverage') return (await import('./coverage')).runCoverage(context);
  if (command === 'completion') return (await import('./completion')).runCompletion(context);
  if (command === 'config') return (await import('./config')).runConfig(context);
  if (command === 'schema') return (await import('./schema')).runSchema(context);
  if (command === 'reviews') return (await import('./reviews')).runReviews(context);
  if (command === 'baseline') return (await import('./baseline')).runBaseline(context);
  if (command === 'trace') return (await import('./trace')).runTrace(context);
  if (command === 'inspect') return (await import('./inspect')).runInspect(context);
  if (command === 'explain') return (await import('./explain')).runExplain(context);
  return (await import('./rules')).runRules(context);
}
