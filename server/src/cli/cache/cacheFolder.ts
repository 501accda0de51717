import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { GivenOptions } from '../parse';
import type { Terminal } from '../terminal';

/** Where a run keeps what it found out; `undefined` where it is to keep nothing, or where there is no such folder. */
export function cacheFolderOf(
  options: GivenOptions,
  { cwd, env }: Pick<Terminal, 'cwd' | 'env'>,
): string | undefined {
  if (options.has('no-cache')) return undefined;
  const named = options.value('cache-dir');
  return named === undefined ? userCacheFolder(env, process.platform) : resolve(cwd, named);
}

/** The folder in which programs of a user keep what they can find out again; `undefined` where there is none. */
export function userCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  const given = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'];
  if (given !== undefined && given !== '') return join(given, 'isms-policy');
  const home = env['HOME'] ?? (platform === 'win32' ? homedir() : undefined);
  if (home === undefined || home === '') return undefined;
  return platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'isms-policy')
    : join(home, '.cache', 'isms-policy');
}
