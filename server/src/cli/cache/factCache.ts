import { createHash } from 'node:crypto';
import type { Engine, LoadedConfig, ReadSource } from '../../engine/engine';
import type { FileFacts } from '../../engine/facts/facts';
import type { SettledData } from '../../engine/index/settledElements';
import { createSource } from '../../engine/text/source';

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

interface Entry {
  readonly facts: FileFacts;
  readonly settled?: SettledData | undefined;
}

/** What one run keeps of a file: its line of the cache, or what a new line is made of. */
type Used = { readonly line: string } | { readonly read: ReadSource };

/** `version` names the program that wrote the facts: those of another one are not understood. */
export function createFactCache(engine: Engine, stored: string, version: string): FactCache {
  const known = linesOf(stored, version);
  const used = new Map<string, Used>();
  const read = (path: string, text: string, config: LoadedConfig | undefined): ReadSource => {
    // The ids of own catalogues are part of what a text means, and catalogues are no part of the key.
    if (config?.catalogs !== undefined) return engine.read(path, text, config);
    const key = keyOf(path, text, config);
    const line = known.get(key);
    const entry = line === undefined ? undefined : entryOf(line);
    if (line === undefined || entry === undefined) {
      const fresh = engine.read(path, text, config);
      used.set(key, { read: fresh });
      return fresh;
    }
    used.set(key, { line });
    const source = createSource(path, text);
    if (entry.settled !== undefined) engine.settled.recall(source, entry.settled);
    return { source, facts: entry.facts };
  };
  return {
    engine: { ...engine, read },
    save() {
      const changed = used.size !== known.size || [...used.values()].some((each) => 'read' in each);
      return changed ? textOf(used, engine, version) : undefined;
    },
  };
}

function textOf(used: ReadonlyMap<string, Used>, engine: Engine, version: string): string {
  const lines = [...used].map(([key, each]) => ('line' in each ? each.line : lineOf(key, each.read, engine)));
  return [headOf(version), ...lines, ''].join('\n');
}

function headOf(version: string): string {
  return `isms facts ${version}`;
}

function linesOf(stored: string, version: string): Map<string, string> {
  const [head, ...lines] = stored.split('\n');
  if (head !== headOf(version)) return new Map();
  return new Map(lines.flatMap((line) => (line === '' ? [] : [[line.slice(0, KEY_LENGTH), line] as const])));
}

const KEY_LENGTH = 27;
const SUM_LENGTH = 27;

/** A path is part of the facts, and the keys that a configuration adds decide what is read. */
function keyOf(path: string, text: string, config: LoadedConfig | undefined): string {
  return digest(`${path}\0${JSON.stringify(config?.config.controlKeys ?? {})}\0${text}`);
}

/** `KEY SUM JSON`: the sum tells a line that was written to its end from one that was not. */
function lineOf(key: string, { source, facts }: ReadSource, engine: Engine): string {
  const entry: Entry = { facts, settled: engine.settled.known(source) };
  const json = JSON.stringify(entry);
  return `${key} ${digest(json)} ${json}`;
}

function entryOf(line: string): Entry | undefined {
  const json = line.slice(KEY_LENGTH + SUM_LENGTH + 2);
  if (line.slice(KEY_LENGTH + 1, KEY_LENGTH + 1 + SUM_LENGTH) !== digest(json)) return undefined;
  return JSON.parse(json) as Entry;
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
