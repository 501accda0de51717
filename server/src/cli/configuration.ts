import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Isms } from '../engine/index/model';
import { rangeOf, type Source } from '../engine/text/source';
import type { Span } from '../engine/text/span';
import { decodeText } from '../workspace/decode';
import { isRefusal, refuse, type Refusal } from './exitCodes';

/** A file that an option names: the configuration of `--config`, the baseline of `--baseline`. */
export interface NamedFile {
  /** As the user wrote it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** The text of the file that an option names; `what` it is to be. */
export function readNamed(
  what: 'configuration' | 'baseline',
  name: string | undefined,
  cwd: string,
): NamedFile | undefined | Refusal {
  if (name === undefined) return undefined;
  const path = resolve(cwd, name);
  const text = readText(path);
  return isRefusal(text) ? refuse(`cannot use the ${what} "${name}": ${text.refusal}`) : { name, path, text };
}

/** The text of a file that was named, or why it cannot be had. */
export function readText(path: string): string | Refusal {
  try {
    const text = decodeText(readFileSync(path));
    return typeof text === 'string' ? text : refuse(`${text.failure}.`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') return refuse('it does not exist.');
    if (code === 'EISDIR') return refuse('it is a folder; name a file.');
    return refuse(code === 'EACCES' ? 'there is no permission to read it.' : `it cannot be read (${code}).`);
  }
}

/**
 * Why a configuration cannot be used, each fault with its place; `undefined` for a sound one. The catalogue files that it
 * names are part of it; `fileAt` says where one lies as seen from the working directory.
 */
export function configRefusal(
  isms: Isms,
  name: string,
  fileAt: (path: string) => string,
): Refusal | undefined {
  const { config, ownCatalogs } = isms;
  if (config === undefined) return undefined;
  const faults = [
    ...config.problems.map((problem) => faultLine(name, config.source, problem)),
    ...(ownCatalogs?.files ?? []).flatMap(({ source, problems }) =>
      problems.map((problem) => faultLine(fileAt(source.path), source, problem)),
    ),
  ];
  const [first] = faults;
  if (first === undefined) return undefined;
  return refuse(
    faults.length === 1
      ? `the configuration cannot be used.\n${first}`
      : `the configuration cannot be used; it has ${faults.length} faults.\n${faults.join('\n')}`,
  );
}

function faultLine(
  file: string,
  source: Source,
  { message, hint, span }: { readonly message: string; readonly hint?: string; readonly span: Span },
): string {
  const { start } = rangeOf(source, span);
  return [`${file}:${start.line + 1}:${start.character + 1}: ${message}`, hint].filter(Boolean).join(' ');
}
