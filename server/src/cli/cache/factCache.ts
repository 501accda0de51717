import { createHash } from 'node:crypto';
import type { Engine, LoadedConfig, ReadSource } from '../../engine/engine';
import type { FileFacts } from '../../engine/facts/facts';
import type { SettledData } from '../../engine/index/settledElements';
import { createSource } from '../../engine/text/source';
import { packFacts, unpackFacts } from './packFacts';

/**
 * What was read from files, by the content that it was read from. Facts only, never findings: rules, dates and
 * configurations may change as they like. An entry that cannot be used is read anew, and nobody notices but the clock.
 */
export interface FactCache {
  /** An engine that reads a text only where the cache does not know it. */
  readonly engine: Engine;
  /** The entries that were used or added, as a text for the disk; `undefined` where they are those that came from it. */
  save(): string | undefined;
}

/** What one run keeps of a file: its line of the cache, as far as there is one, and what a new line is made of. */
interface Used {
  readonly read: ReadSource;
  readonly line: string | undefined;
}

/** `version` names the program that wrote the facts: those of another one are not understood. */
export function createFactCache(engine: Engine, stored: string, version: string): FactCache {
  const known = linesOf(stored, version);
  const used = new Map<string, Used>();
  const read = (path: string, text: string, config: LoadedConfig | undefined): ReadSource => {
    // The ids of own catalogues are part of what a text means, and catalogues are no part of the key.
    if (config?.catalogs !== undefined) return engine.read(path, text, config);
    const key = keyOf(path, text, config);
    const line = known.get(key);
    if (line === undefined) {
      const fresh = engine.read(path, text, config);
      used.set(key, { read: fresh, line });
      return fresh;
    }
    const source = createSource(path, text);
    const { facts, settled } = entryOf(line);
    if (settled !== undefined) engine.settled.recall(source, settled);
    used.set(key, { read: { source, facts }, line });
    return { source, facts };
  };
  return {
    engine: { ...engine, read },
    save() {
      const lines = [...used].map(([key, each]) => lineNow(key, each, engine));
      const isSame =
        used.size === known.size && [...used.values()].every(({ line }, at) => line === lines[at]);
      return isSame ? undefined : textOf(lines, version);
    },
  };
}

/** The line of a file; a new one where this run has found out more than the one that kept it. */
function lineNow(key: string, { read, line }: Used, engine: Engine): string {
  if (line === undefined) return lineOf(key, read, engine);
  if (!line.startsWith(NOT_SETTLED, SUM_LENGTH)) return line;
  return `${key}\t${settledJson(read, engine)}\t${line.slice(SUM_LENGTH + NOT_SETTLED.length)}`;
}

function textOf(lines: readonly string[], version: string): string {
  const text = [headOf(version), ...lines, ''].join('\n');
  return text + digest(text);
}

function headOf(version: string): string {
  return `isms facts ${version}`;
}

/** The lines by key. None where the sum at the end is not that of the text: then it was not written to its end, or is damaged. */
function linesOf(stored: string, version: string): Map<string, string> {
  if (!stored.startsWith(`${headOf(version)}\n`)) return new Map();
  const text = stored.slice(0, -SUM_LENGTH);
  if (!text.endsWith('\n') || digest(text) !== stored.slice(-SUM_LENGTH)) return new Map();
  const lines = text.split('\n').slice(1, -1);
  return new Map(lines.map((line) => [line.slice(0, SUM_LENGTH), line] as const));
}

const SUM_LENGTH = 27;

/** A path is part of the facts, and the keys that a configuration adds decide what is read. */
function keyOf(path: string, text: string, config: LoadedConfig | undefined): string {
  return digest(`${path}\0${JSON.stringify(config?.config.controlKeys ?? {})}\0${text}`);
}

/** `KEY→SETTLED→FACTS`, with tabs for the arrows. */
function lineOf(key: string, read: ReadSource, engine: Engine): string {
  return `${key}\t${settledJson(read, engine)}\t${ascii(packFacts(read.facts))}`;
}

/** Between the key and the facts, where nobody asked what the text settles. */
const NOT_SETTLED = '\tnull\t';

function settledJson({ source }: ReadSource, engine: Engine): string {
  return ascii(JSON.stringify(engine.settled.known(source) ?? null));
}

/** One byte for each character: Node reads that in a tenth of the time. */
function ascii(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function entryOf(line: string): { readonly facts: FileFacts; readonly settled: SettledData | undefined } {
  const end = line.indexOf('\t', SUM_LENGTH + 1);
  const settled = JSON.parse(line.slice(SUM_LENGTH + 1, end)) as SettledData | null;
  return { facts: unpackFacts(line.slice(end + 1)), settled: settled ?? undefined };
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
