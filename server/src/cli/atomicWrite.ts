import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file's content as a whole: written under another name next to it, then renamed, so that nobody ever reads
 * half of it. Keeps the file's permissions. Returns why it failed, in words.
 */
export function writeAtomically(path: string, content: string | Uint8Array): string | undefined {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    // A device or a pipe cannot be replaced, only written to.
    if (stats !== undefined && !stats.isFile()) {
      writeFileSync(path, content);
      return undefined;
    }
    writeFileSync(temporary, content);
    if (stats !== undefined) chmodSync(temporary, stats.mode);
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    rmSync(temporary, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return REASONS[code] ?? `${code}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission.',
  EPERM: 'there is no permission.',
  EROFS: 'its disk is read-only.',
  ENOSPC: 'the disk is full.',
  ENOENT: 'its folder does not exist.',
};
