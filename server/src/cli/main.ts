import { setImmediate } from 'node:timers/promises';
import { createNodeFileSystem } from '../host/nodeFileSystem';
import { PRODUCT, RULE_BASE_HREF } from '../host/product';
import { localToday } from '../host/today';
import { EXIT } from './exitCodes';
import { withPauses } from './pausing';
import { runProgram } from './program';
import type { Terminal } from './terminal';

/** The entry of `dist/cli.js`: the program in a real terminal. */
async function main(): Promise<void> {
  process.on('SIGINT', () => process.exit(EXIT.interrupted));
  // A reader that has seen enough, such as `head`, closes the pipe; that is no fault of anybody.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onStreamError);
  process.exitCode = await runProgram(process.argv.slice(2), {
    terminal: nodeTerminal(),
    product: PRODUCT,
    ruleBaseHref: RULE_BASE_HREF,
    loadCatalog: async () => (await import('../host/catalogData')).catalogData,
    loadCrosswalks: async () => (await import('../host/crosswalkData')).loadCrosswalks(),
    fileSystemAt: (folder) => withPauses(createNodeFileSystem(folder), () => setImmediate()),
    openRepository: async (folder) => (await import('../host/git/repository')).openRepository(folder),
    // Loaded by this command alone: the others start faster without it.
    startLanguageServer: async () => (await import('../host/languageServer')).startServer(),
  });
}

function nodeTerminal(): Terminal {
  const { stdout, stderr, stdin } = process;
  return {
    cwd: process.cwd(),
    env: process.env,
    isTerminal: stdout.isTTY,
    columns: stdout.columns,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    readInput: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    today: localToday,
  };
}

function onStreamError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  fail(error);
}

/** A fault of ours: one line for users, everything for whoever mends it. */
function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const details =
    process.env['ISMS_DEBUG'] === undefined ? '' : `\n${error instanceof Error ? error.stack : ''}`;
  process.stderr.write(
    `isms: internal error: ${message.replace(/\s+/g, ' ')}. Please report it to ${PRODUCT.homepage}.${details}\n`,
  );
  process.exitCode = EXIT.unusable;
}

process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
main().catch(fail);
