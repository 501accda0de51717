import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../../server/src/engine/config/schema';
import { RULES } from '../../server/src/engine/rules/registry';
import { manifestFiles } from '../../server/tools/docs/manifest';

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly displayName: string;
  readonly homepage: string;
  readonly repository: { readonly url: string };
  readonly icon: string;
  readonly engines: { readonly vscode: string; readonly node: string };
  readonly bin: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly capabilities: {
    readonly virtualWorkspaces: boolean;
    readonly untrustedWorkspaces: { readonly supported: boolean; readonly description: string };
  };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
  };
}

interface Setting {
  readonly scope: string;
  readonly markdownDescription: string;
  readonly default: unknown;
  readonly properties?: Readonly<
    Record<string, { readonly enum: readonly string[]; readonly default: string }>
  >;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(text) as Manifest;
const words = readFileSync(join(root, 'package.nls.json'), 'utf8');
const english = JSON.parse(words) as Readonly<Record<string, string>>;
const { commands, menus, configuration, grammars } = manifest.contributes;

/** The ids that the client's command files register. */
function implementedCommands(): string[] {
  const folder = join(root, 'client/src/commands');
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return sources
    .flatMap((source) => [...source.matchAll(/(?:id:|=) '(ismsPolicy\.\w+)'/g)].map(([, id = '']) => id))
    .sort();
}

describe('the manifest', () => {
  it('has the identity that the contract gives', () => {
    assert.equal(manifest.name, 'isms-policy');
    assert.equal(manifest.publisher, 'isms-policy');
    assert.equal(manifest.displayName, 'ISMS Policy');
    assert.deepEqual(manifest.bin, { isms: 'dist/cli.js' });
  });

  it('names no address on the network but the documentation domain', () => {
    for (const [address] of text.matchAll(/https?:\/\/[^"\s/]+/g)) assert.match(address, /\.example$/);
    assert.ok(manifest.repository.url.startsWith(manifest.homepage));
  });

  it('declares the commands that the client implements, and no others', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), implementedCommands());
    for (const { command, title, category } of commands) {
      assert.equal(category, 'ISMS', command);
      assert.equal(
        title,
        `%${command.replace(/^ismsPolicy/, 'command')}%`,
        `${command}: its title stands in package.nls.json`,
      );
      assert.doesNotMatch(
        english[title.slice(1, -1)] ?? '',
        /isms/i,
        `${command}: the category already says it`,
      );
    }
    for (const { command } of menus.commandPalette)
      assert.ok(commands.some((each) => each.command === command));
  });

  it('is activated only where there may be something to check', () => {
    assert.deepEqual(manifest.activationEvents, [
      'workspaceContains:isms.yaml',
      'workspaceContains:**/isms.yaml',
      'onLanguage:markdown',
    ]);
  });

  it('runs in virtual and in untrusted workspaces, where the documents are', () => {
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.match(english['untrustedWorkspaces'] ?? '', /never runs anything/);
    assert.deepEqual(manifest.extensionKind, ['workspace']);
  });

  it('asks for the editor that the language client needs, and is compiled against its API', () => {
    const client = JSON.parse(
      readFileSync(join(root, 'node_modules/vscode-languageclient/package.json'), 'utf8'),
    ) as Manifest;
    assert.equal(manifest.engines.vscode, client.engines.vscode);
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('pins every dependency', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
    }
  });

  it('contributes files that exist, by the names that they give themselves', () => {
    for (const [, path = ''] of text.matchAll(/"path": "(\.\/[^"]+)"/g))
      assert.ok(existsSync(join(root, path)), path);
    for (const grammar of grammars) {
      const { scopeName } = JSON.parse(readFileSync(join(root, grammar.path), 'utf8')) as {
        scopeName: string;
      };
      assert.equal(grammar.scopeName, scopeName);
    }
  });

  it('has an icon of 128 by 128 pixels', () => {
    const png = readFileSync(join(root, manifest.icon));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });
});

describe('the settings', () => {
  it('are those that "npm run generate" writes', () => {
    const files = manifestFiles({ manifest: text, words }, RULES);
    assert.equal(text, files.get('package.json'));
    assert.equal(words, files.get('package.nls.json'));
  });

  it('are per resource, so that two folders in one window may differ', () => {
    for (const [key, setting] of Object.entries(configuration.properties)) {
      assert.equal(setting.scope, key === 'ismsPolicy.trace.server' ? 'window' : 'resource', key);
      assert.equal(setting.markdownDescription, `%${key}%`);
      assert.ok(english[key]?.endsWith('.'), key);
    }
  });

  it('offer every rule with its default severity', () => {
    const rules = configuration.properties['ismsPolicy.rules']?.properties ?? {};
    assert.deepEqual(
      Object.entries(rules).map(([id, rule]) => [id, rule.default]),
      RULES.map((rule) => [rule.id, rule.severity]),
    );
  });

  it('take the words that isms.yaml takes', () => {
    for (const rule of Object.values(configuration.properties['ismsPolicy.rules']?.properties ?? {})) {
      for (const word of rule.enum)
        assert.ok(configSchema.safeParse({ rules: { 'soa/missing': word } }).success, word);
    }
  });
});
