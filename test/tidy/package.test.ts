import assert from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { zipNames } from '../harness/zip';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What may be in the package, and why it is there. */
const ALLOWED: readonly (readonly [RegExp, string])[] = [
  [/^\[Content_Types\]\.xml$|^extension\.vsixmanifest$/, 'the format asks for it'],
  [/^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt)$/i, 'shown by the editor'],
  [/^extension\/docs\/images\/icon\.png$/, 'shown by the editor'],
  [
    /^extension\/docs\/schemas\/isms\.schema\.json$/,
    'completes isms.yaml where a YAML extension is installed',
  ],
  [/^extension\/dist\/(client|server)\/[a-z]+\.js$/, 'runs'],
  [
    /^extension\/dist\/docs\/(configuration|rules\/README|rules\/[a-z-]+\/[a-z-]+)\.md$/,
    'opened by the link of a finding',
  ],
  [/^extension\/syntaxes\/isms\.[a-z-]+\.tmLanguage\.json$/, 'highlights'],
  [/^extension\/(package\.nls(\.[a-z]+)?|l10n\/bundle\.l10n\.[a-z]+)\.json$/, 'translates'],
  [/^extension\/snippets\/isms[a-z-]*\.code-snippets$/, 'inserts'],
];

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isms-package-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  let zip: Buffer;
  let names: readonly string[];

  before(async () => {
    const tool = pathToFileURL(join(root, 'server/tools/package.mjs')).href;
    const { packageExtension } = (await import(tool)) as {
      packageExtension(file: string, options: { searchSecrets: boolean }): Promise<{ file: string }>;
    };
    const { file } = await packageExtension(join(folder, 'extension.vsix'), { searchSecrets: false });
    zip = readFileSync(file);
    names = zipNames(zip);
  });

  it('holds only what runs', () => {
    assert.deepEqual(
      names.filter((name) => !ALLOWED.some(([pattern]) => pattern.test(name))),
      [],
    );
  });

  it('holds something of each kind', () => {
    for (const [pattern, why] of ALLOWED)
      assert.ok(
        names.some((name) => pattern.test(name)),
        why,
      );
  });

  it('holds every file that the manifest names', () => {
    const text = readFileSync(join(root, 'package.json'), 'utf8');
    const { main, browser, icon } = JSON.parse(text) as { main: string; browser: string; icon: string };
    const contributed = [...text.matchAll(/"(?:path|url)": "(\.\/[^"]+)"/g)].map(([, path = '']) => path);
    for (const path of [main, browser, icon, ...contributed]) {
      assert.ok(names.includes(`extension/${path.replace('./', '')}`), path);
    }
  });

  it('is smaller than 2 MB', () => {
    assert.ok(zip.length < 2_000_000, `${zip.length} bytes`);
  });

  it('names no place of the machine that built it', () => {
    for (const name of names) assert.ok(!name.includes(root), name);
    const bundles = ['dist/client/extension.js', 'dist/server/server.js', 'dist/server/browser.js'];
    for (const bundle of bundles) assert.ok(!readFileSync(join(root, bundle), 'utf8').includes(root), bundle);
  });
});

describe('the package of the command line', () => {
  it('holds the program, its parts and nothing else that runs', () => {
    const listed = execSync('npm pack --dry-run --json --ignore-scripts', {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [{ files }] = JSON.parse(listed) as [{ files: readonly { readonly path: string }[] }];
    const parts = readdirSync(join(root, 'dist/cli')).map((name) => `dist/cli/${name}`);
    assert.ok(parts.length > 0);
    assert.deepEqual(
      files
        .map(({ path }) => path)
        .filter((path) => path.startsWith('dist/'))
        .sort(),
      ['dist/cli.js', ...parts].sort(),
    );
  });
});
