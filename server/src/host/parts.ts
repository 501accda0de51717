import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheFolderOf } from '../cli/cache/cacheFolder';
import { EXIT, isRefusal } from '../cli/exitCodes';
import { optionsOf } from '../cli/options';
import { parseCommandLine } from '../cli/parse';
import { loadWithKeptCode } from './keptCode';

/**
 * Loads a part of the command line from a file beside `dist/cli.js`; esbuild.mjs puts a call into the place of each import
 * of a part. What V8 makes of it is kept for the next run, where this run may keep anything.
 */
export function loadPart(file: string): unknown {
  const path = join(__dirname, file);
  const kept = keptFile(file);
  if (kept === undefined) return createRequire(__filename)(path);
  const { exports, keep } = loadWithKeptCode(path, kept);
  // At the end, since only then it is known which functions were used. A run that came to nothing has used few of them.
  process.once('exit', (code) => {
    if (code === EXIT.clean || code === EXIT.findings) keep();
  });
  return exports;
}

/** The part that takes long to compile; the others hold data. */
const COSTLY = 'cli/run.js';

/** By command, because each uses other functions. */
function keptFile(file: string): string | undefined {
  if (file !== COSTLY) return undefined;
  const { argv, env, version, arch } = process;
  // A build machine is gone after the run, and keeping takes time.
  if (env['CI'] !== undefined) return undefined;
  const invocation = parseCommandLine(argv.slice(2), env);
  if (isRefusal(invocation) || invocation.kind !== 'run') return undefined;
  const { command, options } = invocation;
  if (!optionsOf(command).includes('no-cache')) return undefined;
  const folder = cacheFolderOf(options, { cwd: process.cwd(), env });
  return folder && join(folder, 'code', `${command}-${version}-${arch}`);
}
