import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { writeAtomically } from '../cli/atomicWrite';

export interface LoadedPart {
  readonly exports: unknown;
  /** Keeps the compiled code where that of an earlier run was not there or not for this source. */
  readonly keep: () => void;
}

/**
 * Loads a CommonJS file as `require` does, with the code that V8 made of it in an earlier run: compiling the program takes
 * as long as a check of a few documents. `kept` is where that code lies; whatever is wrong with it is a miss.
 * `requireFrom` is what the file has as `require`.
 */
export function loadWithKeptCode(
  path: string,
  kept: string,
  requireFrom: (id: string) => unknown = createRequire(path),
): LoadedPart {
  const bytes = readFileSync(path);
  const source = textOf(bytes);
  const cachedData = readKept(kept, bytes);
  const script = new Script(Module.wrap(source), { filename: path, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  const evaluate = script.runInThisContext() as (...given: unknown[]) => void;
  evaluate.call(module.exports, module.exports, requireFrom, module, path, dirname(path));
  const known = cachedData !== undefined && script.cachedDataRejected !== true;
  const keep = (): void => {
    if (!known) writeKept(kept, bytes, script.createCachedData());
  };
  return { exports: module.exports, keep };
}

/** The files of a release are ASCII, which need not be decoded. */
function textOf(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

const SUM_LENGTH = 20;

/**
 * Read only with a sum of the source and the code: V8 itself tells another version of its own, but neither a source of
 * the same length nor damage. Code that somebody else has put there is not run.
 */
function readKept(file: string, source: Buffer): Buffer | undefined {
  try {
    const owner = process.getuid?.();
    if (owner !== undefined && statSync(file).uid !== owner) return undefined;
    const bytes = readFileSync(file);
    const code = bytes.subarray(0, -SUM_LENGTH);
    return sumOf(source, code).equals(bytes.subarray(-SUM_LENGTH)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function writeKept(file: string, source: Buffer, code: Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch {
    return;
  }
  writeAtomically(file, Buffer.concat([code, sumOf(source, code)]));
}

function sumOf(source: Buffer, code: Buffer): Buffer {
  return createHash('sha1').update(source).update('\0').update(code).digest();
}
