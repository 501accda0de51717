import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
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
  const kept = file === COSTLY ? keptPlace() : undefined;
  if (kept === undefined) return createRequire(__filename)(path);
  return loadKept(path, `${kept}-${basename(path)}`, partsBeside(path, kept));
}

/** What a part has as `require`: the parts beside it are kept in the same manner. */
function partsBeside(path: string, kept: string): (id: string) => unknown {
  const requireOther = createRequire(path);
  const loaded = new Map<string, unknown>();
  return (id) => {
    if (!id.startsWith('./')) return requireOther(id) as unknown;
    const file = basename(id);
    if (!loaded.has(file))
      loaded.set(file, loadKept(join(dirname(path), file), `${kept}-${file}`, requireOther));
    return loaded.get(file);
  };
}

function loadKept(path: string, kept: string, requireFrom: (id: string) => unknown): unknown {
  const { exports, keep } = loadWithKeptCode(path, kept, requireFrom);
  // At the end, since only then it is known which functions were used. A run that came to nothing has used few of them.
  process.once('exit', (code) => {
    if (code === EXIT.clean || code === EXIT.findings) keep();
  });
  return exports;
}

/** The part that takes long to compile; the others that are loaded first hold data. */
const COSTLY = 'cli/run.js';

/** What the names of the files begin with, by command, because each uses other functions. */
function keptPlace(): string | undefined {
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
