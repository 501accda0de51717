import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesBelow, importsOf, namesUsed, type Import } from './sources';

const ENGINE = 'server/src/engine';

/**
 * What each layer may import besides itself. A name without a slash is a folder of the engine, or the file of that
 * name; the longest name that fits decides. The order is the order in which text becomes findings.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  ids: ['text'],
  syntax: ['text'],
  facts: ['text', 'ids', 'syntax/markdownFacts', 'syntax/frontMatter', 'catalog/vocabulary'],
  catalog: ['text', 'ids', 'syntax', 'facts'],
  config: ['text', 'syntax'],
  readers: ['text', 'ids', 'syntax', 'facts', 'catalog', 'config'],
  normative: ['text', 'facts', 'catalog'],
  index: ['text', 'ids', 'facts', 'catalog', 'config', 'normative'],
  edits: ['text', 'ids', 'syntax', 'facts', 'catalog', 'index'],
  'check/finding': ['text'],
  rules: ['text', 'ids', 'facts', 'catalog', 'config', 'normative', 'index', 'edits', 'check/finding'],
  suppression: ['text', 'syntax/yaml', 'facts', 'config', 'index', 'check/finding', 'rules/rule'],
  check: ['check/finding', 'text', 'ids', 'facts', 'catalog', 'config', 'index', 'suppression', 'rules/rule'],
  trace: ['text', 'ids', 'facts', 'catalog', 'index'],
  features: [
    'text',
    'ids',
    'facts',
    'catalog',
    'config',
    'normative',
    'index',
    'edits',
    'check',
    'suppression',
    'rules/rule',
    'rules/documentation',
    'rules/example',
  ],
  impact: [
    'text',
    'ids',
    'facts',
    'catalog',
    'config',
    'syntax/yaml',
    'normative',
    'index',
    'check',
    'suppression',
    'rules/rule',
  ],
  engine: [
    'text',
    'facts',
    'catalog',
    'config',
    'index',
    'readers',
    'rules',
    'check',
    'suppression',
    'impact',
    'features',
  ],
};

/** The engine's packages: none of them touches a disk, a clock or a network. */
const ENGINE_PACKAGES: readonly string[] = [
  '@noble/hashes/sha2',
  '@noble/hashes/utils',
  'github-slugger',
  'mdast',
  'mdast-util-gfm-table',
  'micromark-extension-gfm-table',
  'picomatch/posix',
  'remark-parse',
  'toml-eslint-parser',
  'unified',
  'vscode-languageserver-textdocument',
  'yaml',
  'zod',
];

/** What would let the engine depend on more than its arguments. */
const IMPURE: readonly string[] = [
  'Date',
  'performance',
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'console',
  'globalThis',
  'Buffer',
  'require',
];

/** Around the engine: which folders of server/src may be imported from which. */
const AROUND: Readonly<Record<string, readonly string[]>> = {
  workspace: ['engine'],
  lsp: ['engine', 'workspace'],
  // The schemas that ship are data, as the compiled catalogue is.
  cli: ['engine', 'workspace', 'host/product', 'docs/schemas'],
  host: ['engine', 'workspace', 'lsp', 'cli', 'generated'],
};

/** Entry points stand on the host's side, wherever their file is. */
const ENTRY_POINTS: readonly string[] = ['server/src/cli/main.ts', 'server/src/action/main.ts'];

const engineFiles = filesBelow(ENGINE, ['.ts']);
const serverFiles = filesBelow('server/src', ['.ts']);
const clientFiles = filesBelow('client/src', ['.ts']);

/** `from → to`, for each import that a check refuses. */
function refused(files: readonly string[], allows: (each: Import) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((each) => !allows(each))
      .map(({ from, to }) => `${from} → ${to}`),
  );
}

/** A path below the engine without the engine: `rules/soa/missing`. */
function inEngine(path: string): string | undefined {
  return path.startsWith(`${ENGINE}/`) ? path.slice(ENGINE.length + 1).replace(/\.ts$/, '') : undefined;
}

function layerOf(path: string): string {
  const names = Object.keys(LAYERS).filter((name) => isWithin(path, name));
  return names.sort((a, b) => b.length - a.length)[0] ?? `no layer: ${path}`;
}

function isWithin(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}/`);
}

describe('imports point one way', () => {
  it('reads imports of every kind', () => {
    const own = importsOf('test/tidy/layering.test.ts');
    assert.deepEqual(
      own.map(({ to, isPackage }) => [to, isPackage]),
      [
        ['node:assert/strict', true],
        ['node:test', true],
        ['test/tidy/sources', false],
      ],
    );
    assert.ok(engineFiles.length > 50 && clientFiles.length > 5, 'the sources were not found');
  });

  it('inside the engine', () => {
    const wrong = refused(engineFiles, ({ from, to, isPackage }) => {
      const source = inEngine(from) ?? '';
      const target = inEngine(to);
      if (isPackage) return true;
      if (target === undefined) return false;
      const layer = layerOf(source);
      return layerOf(target) === layer || (LAYERS[layer] ?? []).some((name) => isWithin(target, name));
    });
    assert.deepEqual(wrong, []);
  });

  it('around the engine', () => {
    const wrong = refused(
      serverFiles.filter((file) => !file.startsWith(ENGINE) && !ENTRY_POINTS.includes(file)),
      ({ from, to, isPackage }) => {
        const folder = from.split('/')[2] ?? '';
        const target = to.replace(/^server\/src\//, '');
        return isPackage || [folder, ...(AROUND[folder] ?? [])].some((name) => isWithin(target, name));
      },
    );
    assert.deepEqual(wrong, []);
  });

  it('the client knows the protocol of the server and nothing else of it', () => {
    const allows = ({ to, isPackage }: Import): boolean =>
      isPackage || to.startsWith('client/src/') || to === 'server/src/lsp/protocol';
    assert.deepEqual(refused(clientFiles, allows), []);
  });

  it('rules import no other rule', () => {
    const registry = `${ENGINE}/rules/registry.ts`;
    const rules = new Set(
      importsOf(registry)
        .filter((each) => !each.typeOnly)
        .map((each) => each.to),
    );
    assert.ok(rules.size > 10, 'the registry names no rules');
    const files = filesBelow(`${ENGINE}/rules`, ['.ts']).filter((file) => file !== registry);
    assert.deepEqual(
      refused(files, ({ to }) => !rules.has(to)),
      [],
    );
  });

  it('no circle of imports is left at run time', () => {
    assert.deepEqual(circles([...serverFiles, ...clientFiles]), []);
  });
});

describe('the engine is pure', () => {
  it('imports nothing of the host, and no package that is not listed', () => {
    assert.deepEqual(
      refused(engineFiles, ({ to, isPackage }) => !isPackage || ENGINE_PACKAGES.includes(to)),
      [],
    );
  });

  it('has no clock, no console, no network', () => {
    const uses = engineFiles.flatMap((file) => {
      const used = namesUsed(file);
      return IMPURE.filter((name) => used.has(name)).map((name) => `${file}: ${name}`);
    });
    assert.deepEqual(uses, []);
  });
});

/** Each circle once, as the path that closes it. */
function circles(files: readonly string[]): string[] {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((each) => !each.typeOnly && !each.isPackage)
        .map((each) => `${each.to}.ts`),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  return found;
}
