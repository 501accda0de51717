import { watch as watchFiles } from 'chokidar';
import { basename, resolve } from 'node:path';
import { isReadable } from '../../engine/index/include';
import { BASELINE_FILE } from '../../engine/readers/baseline';
import { CONFIG_FILE } from '../../workspace/walk';
import { isRefusal, refuse, type ExitCode, type Refusal } from '../exitCodes';
import { locate } from '../locate';
import { outputsOf } from '../outputs';
import { withoutCommands } from '../text/printable';
import type { CommandContext } from './context';

/** A save of several files, or a change of branch, is one run. */
const QUIET_MS = 200;
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** `isms check --watch`: runs again whenever a file of the ISMS changes. It ends with the process, on an interrupt. */
export async function runWatching(
  context: CommandContext,
  once: () => Promise<ExitCode | Refusal>,
): Promise<Refusal> {
  const { terminal, operands, options } = context;
  if (options.has('stdin')) return refuse('--watch needs files to watch; leave out --stdin.');
  const roots = locate(operands, terminal.cwd);
  if (isRefusal(roots)) return roots;
  const outputs = outputsOf('check', options, terminal.cwd);
  if (isRefusal(outputs)) return outputs;
  const written = new Set(outputs.flatMap(({ file }) => file ?? []));
  const extra = ['config', 'baseline'].flatMap((name) => options.value(name as 'config') ?? []);
  const named = new Set(extra.map((name) => resolve(terminal.cwd, name)));
  const changes = createChanges(
    [...roots.map(({ folder }) => folder), ...named],
    (path) => !written.has(path) && (named.has(path) || matters(path)),
  );
  for (;;) {
    if (terminal.isTerminal) terminal.out(CLEAR);
    const outcome = await once();
    // What cannot be checked now may be mended with the next change.
    if (isRefusal(outcome)) terminal.err(withoutCommands(`isms: ${outcome.refusal}\n`));
    terminal.err('isms: waiting for changes; Ctrl+C ends.\n');
    await changes.next();
  }
}

function matters(path: string): boolean {
  return isReadable(path) || [CONFIG_FILE, BASELINE_FILE, '.gitignore'].includes(basename(path));
}

/** Tells of changes since the last time that it was asked. */
function createChanges(
  paths: readonly string[],
  isWanted: (path: string) => boolean,
): { next(): Promise<void> } {
  let pending = false;
  let wake: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const changed = (path: string): void => {
    if (!isWanted(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      pending = true;
      wake?.();
    }, QUIET_MS);
  };
  const isLeftOut = (path: string): boolean =>
    !paths.includes(path) && /^(?:node_modules|\.git|\.hg|\.svn)$/.test(basename(path));
  watchFiles([...paths], { ignored: isLeftOut, ignoreInitial: true, followSymlinks: false })
    .on('add', changed)
    .on('change', changed)
    .on('unlink', changed)
    // A folder that cannot be watched is still checked with every run.
    .on('error', () => undefined);
  return {
    next: async () => {
      if (!pending) await new Promise<void>((done) => (wake = done));
      pending = false;
      wake = undefined;
    },
  };
}
