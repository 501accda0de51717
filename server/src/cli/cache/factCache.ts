import { createHash } from 'node:crypto';
import type { Engine, LoadedConfig, ReadSource } from '../../engine/engine';
import type { FileFacts } from '../../engine/facts/facts';
import type { TextData } from '../../engine/index/textMemory';
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
  readonly stored: { readonly line: string; readonly found: TextData } | undefined;
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
      used.set(key, { read: fresh, stored: undefined });
      return fresh;
    }
    const source = createSource(path, text);
    const { facts, found } = entryOf(line);
    engine.texts.recall(source, found);
    used.set(key, { read: { source, facts }, stored: { line, found } });
    return { source, facts };
  };
  return {
    engine: { ...engine, read },
    save() {
      const lines = [...used].map(([key, each]) => lineNow(key, each, engine));
      const isSame =
        used.size === known.size && [...used.values()].every(({ stored }, at) => stored?.line === lines[at]);
      return isSame ? undefined : textOf(lines, version);
    },
  };
}

/** The line of a file; a new one where this run has found out more about its text than the one that kept it. */
function lineNow(key: string, { read, stored }: Used, engine: Engine): string {
  const found = engine.texts.known(read.source);
  if (stored === undefined) return `${headOfLine(key, found)}${ascii(packFacts(read.facts))}`;
  if (Object.keys(found).length <= Object.keys(stored.found).length) return stored.line;
  return `${headOfLine(key, found)}${stored.line.slice(factsIn(stored.line))}`;
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

/** A line is `KEY→FOUND→FACTS`, with tabs for the arrows. */
function headOfLine(key: string, found: TextData): string {
  return `${key}\t${ascii(JSON.stringify(found))}\t`;
}

function factsIn(line: string): number {
  return line.indexOf('\t', SUM_LENGTH + 1) + 1;
}

function entryOf(line: string): { readonly facts: FileFacts; readonly found: TextData } {
  const facts = factsIn(line);
  const found = JSON.parse(line.slice(SUM_LENGTH + 1, facts - 1)) as TextData;
  return { facts: unpackFacts(line.slice(facts)), found };
}

/** One byte for each character: Node reads that in a tenth of the time. */
function ascii(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
