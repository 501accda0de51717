import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT } from '../../host/product';
import { writeAtomically } from '../atomicWrite';

/** The file for one root. */
export function cacheFile(folder: string, root: string): string {
  return join(folder, `${createHash('sha1').update(root).digest('hex')}.facts`);
}

/** What is stored, which is ASCII; empty where there is nothing, or nothing that can be read. */
export function readCache(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/** Replaces what is stored. Where that is not possible the next run reads everything anew. */
export function writeCache(folder: string, file: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return;
  }
  writeAtomically(file, text);
}

/**
 * Tells this build of the program from every other: facts are understood only by the build that wrote them. Packages give
 * all files of all releases one time, hence the version.
 */
export function buildVersion(): string {
  const { size, mtimeMs } = statSync(__filename);
  return `${PRODUCT.version} ${size}-${Math.round(mtimeMs)}`;
}
