import { createNodeHost } from '../host/commandLine';
import { PRODUCT } from '../host/product';
import { EXIT } from './exitCodes';
import { runProgram } from './program';

/** The entry of `dist/cli.js`: the program in a real terminal. */
async function main(): Promise<void> {
  process.on('SIGINT', () => process.exit(EXIT.interrupted));
  // A reader that has seen enough, such as `head`, closes the pipe; that is no fault of anybody.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onStreamError);
  process.exitCode = await runProgram(process.argv.slice(2), createNodeHost());
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
