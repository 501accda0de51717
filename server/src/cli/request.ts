import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SEVERITIES, type Severity } from '../engine/check/finding';
import type { Engine } from '../engine/engine';
import { isDate } from '../engine/text/date';
import { nearest } from '../engine/text/nearest';
import { decodeText } from '../workspace/decode';
import type { AnalysisRequest } from './analyse';
import { cacheFolderOf } from './cache/cacheFolder';
import type { CommandContext } from './commands/context';
import { readNamed, type NamedFile } from './configuration';
import { isRefusal, refuse, type Refusal } from './exitCodes';
import { locate, locateFile, type Root } from './locate';
import type { GivenOptions } from './parse';
import type { Terminal } from './terminal';

/** What `check`, `fix`, `coverage` and `trace` analyse, from their operands and options. */
export async function analysisRequest(
  context: CommandContext,
  baselineFile: { readonly mayBeMissing: boolean } = { mayBeMissing: false },
): Promise<AnalysisRequest | Refusal> {
  const { terminal, engine, fileSystemAt, operands, options } = context;
  const today = todayOf(options, terminal);
  if (isRefusal(today)) return today;
  const severities = severitiesOf(options.values('rule'), engine);
  if (isRefusal(severities)) return severities;
  const config = readNamed('configuration', options.value('config'), terminal.cwd);
  if (isRefusal(config)) return config;
  const baseline = readBaselineFile(options, terminal.cwd, baselineFile.mayBeMissing);
  if (isRefusal(baseline)) return baseline;
  const input = options.has('stdin') || options.has('stdin-filename') ? await readInput(context) : undefined;
  if (isRefusal(input)) return input;
  const roots = input === undefined ? locate(operands, terminal.cwd) : [input.root];
  if (isRefusal(roots)) return roots;
  const overlay = input?.overlay;
  const cacheFolder = cacheFolderOf(options, terminal);
  return {
    ...{ engine, fileSystemAt, cwd: terminal.cwd, roots, today, severities },
    ...(config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
    ...(overlay !== undefined && { overlay }),
    ...(cacheFolder !== undefined && { cacheFolder }),
  };
}

function readBaselineFile(
  options: GivenOptions,
  cwd: string,
  mayBeMissing: boolean,
): NamedFile | undefined | Refusal {
  const name = options.value('baseline');
  if (name === undefined) return undefined;
  const path = resolve(cwd, name);
  return mayBeMissing && !existsSync(path) ? { name, path, text: '' } : readNamed('baseline', name, cwd);
}

export function todayOf(options: GivenOptions, terminal: Pick<Terminal, 'today'>): string | Refusal {
  const today = options.value('today');
  if (today === undefined) return terminal.today();
  return isDate(today) ? today : refuse(`--today cannot be "${today}"; write a day such as 2026-12-31.`);
}

function severitiesOf(
  settings: readonly string[],
  engine: Engine,
): Readonly<Record<string, Severity | 'off'>> | Refusal {
  const severities: Record<string, Severity | 'off'> = {};
  for (const setting of settings) {
    const [, id, word] = /^([^=]+)=(.+)$/.exec(setting) ?? [];
    if (id === undefined || word === undefined)
      return refuse(
        `--rule cannot be "${setting}"; write ID=SEVERITY, such as soa/weak-justification=error.`,
      );
    const ids = engine.rules.map((rule) => rule.id);
    if (!ids.includes(id)) return refuse(`--rule: there is no rule "${id}"${meant(id, ids)}`);
    const severity = [...SEVERITIES, 'off' as const].find((each) => each === word);
    if (severity === undefined)
      return refuse(`--rule: a severity cannot be "${word}"; it is one of ${SEVERITIES.join(', ')} or off.`);
    severities[id] = severity;
  }
  return severities;
}

function meant(word: string, candidates: readonly string[]): string {
  const suggestion = nearest(word, candidates);
  return suggestion === undefined ? '. "isms rules" lists them.' : `; did you mean "${suggestion}"?`;
}

interface Input {
  readonly root: Root;
  readonly overlay: { readonly path: string; readonly text: string };
}

async function readInput({ terminal, operands, options }: CommandContext): Promise<Input | Refusal> {
  const name = options.value('stdin-filename');
  if (!options.has('stdin')) return refuse('--stdin-filename says what standard input holds; add --stdin.');
  if (name === undefined)
    return refuse('--stdin needs --stdin-filename FILE, which says where the text belongs.');
  if (operands.length > 0)
    return refuse(`--stdin checks the one file that --stdin-filename names; leave out "${operands[0]}".`);
  const text = decodeText(await terminal.readInput());
  if (typeof text !== 'string') return refuse(`standard input cannot be checked: ${text.failure}.`);
  return { root: locateFile(name, terminal.cwd), overlay: { path: resolve(terminal.cwd, name), text } };
}
