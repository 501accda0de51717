import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileTreeOf } from '../../server/src/engine/index/fileTree';
import type { Isms } from '../../server/src/engine/index/model';
import { BASELINE_FILE } from '../../server/src/engine/readers/baseline';
import { decodeText } from '../../server/src/workspace/decode';
import { engine } from './engine';

/**
 * The ISMS in a folder, read by the shortest way there is: apart from the workspace layer, so that a test can compare.
 * Folders below with an `isms.yaml` of their own are left out.
 */
export function ismsOfFolder(folder: string): Isms {
  const names = filesBelow(folder, '');
  const texts = new Map(names.map((name) => [name, decodeText(readFileSync(join(folder, name)))]));
  const configText = texts.get('isms.yaml');
  const config = typeof configText === 'string' ? engine.loadConfig('isms.yaml', configText) : undefined;
  const baseline = texts.get(BASELINE_FILE);
  const documents = [...texts].filter(
    ([name]) => name !== 'isms.yaml' && /\.(?:md|csv|ya?ml|json)$/.test(name),
  );
  return engine.build({
    config,
    baseline: typeof baseline === 'string' ? engine.loadBaseline(BASELINE_FILE, baseline) : undefined,
    tree: fileTreeOf(names),
    files: new Map(
      documents.flatMap(([name, text]) =>
        typeof text === 'string' ? [[name, engine.read(name, text, config)]] : [],
      ),
    ),
    unreadable: documents.flatMap(([path, text]) =>
      typeof text === 'string' ? [] : [{ path, reason: text.failure }],
    ),
  });
}

/** The folders below, the folder itself included as `''`, that are roots of an ISMS. */
export function rootsBelow(folder: string): string[] {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'isms.yaml' && entry.parentPath !== folder)
    .map((entry) => entry.parentPath.slice(folder.length + 1).replaceAll('\\', '/'));
  return ['', ...below.sort()];
}

function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    const isRoot = readdirSync(join(folder, path)).includes('isms.yaml');
    return isRoot ? [] : filesBelow(folder, path);
  });
}
