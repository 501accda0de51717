import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { filesBelow, textOf } from '../tidy/sources';

const root = fileURLToPath(new URL('../../', import.meta.url));
type Words = Readonly<Record<string, string>>;

function wordsOf(path: string): Words {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Words;
}

/** The texts that the client has translated: the first arguments of `l10n.t(…)`, and of the `t(…)` that is handed on. */
function textsInClient(): Set<string> {
  const texts = new Set<string>();
  for (const path of filesBelow('client/src', ['.ts'])) {
    const file = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /^(?:l10n\.)?t$/.test(node.expression.getText(file))) {
        const [text] = node.arguments;
        assert.ok(text !== undefined && ts.isStringLiteralLike(text), `${path}: ${node.getText(file)}`);
        texts.add(text.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return texts;
}

/** Texts that the client shows as they stand: literals handed to the editor's messages and choices. */
function untranslated(): string[] {
  return filesBelow('client/src', ['.ts']).flatMap((path) =>
    [...textOf(path).matchAll(SHOWN)].map(([match]) => `${path}: ${match}`),
  );
}

const SHOWN =
  /(?:show(?:Information|Warning|Error)Message\(\s*|placeHolder: |title: |prompt: |item\.(?:name|text|detail) = )['`][^'`]+/g;

const languages = readdirSync(join(root, 'l10n')).map(
  (name) => /^bundle\.l10n\.(\w+)\.json$/.exec(name)?.[1] ?? name,
);

describe('the interface of the client', () => {
  const texts = [...textsInClient()].sort();

  it('shows no text that cannot be translated', () => {
    assert.deepEqual(untranslated(), []);
    assert.ok(texts.length > 20);
  });

  for (const language of languages) {
    it(`${language}: translates every text, and no other`, () => {
      assert.deepEqual(Object.keys(wordsOf(`l10n/bundle.l10n.${language}.json`)).sort(), texts);
    });

    it(`${language}: keeps the placeholders`, () => {
      const numbers = (text: string): string[] =>
        [...new Set([...text.matchAll(/\{\d\}/g)].map(String))].sort();
      for (const [english, translated] of Object.entries(wordsOf(`l10n/bundle.l10n.${language}.json`)))
        assert.deepEqual(numbers(translated), numbers(english), english);
    });

    it(`${language}: translates every word of the manifest`, () => {
      assert.deepEqual(
        Object.keys(wordsOf(`package.nls.${language}.json`)).sort(),
        Object.keys(wordsOf('package.nls.json')).sort(),
      );
    });
  }

  it('names in the manifest no word that is missing', () => {
    const english = wordsOf('package.nls.json');
    const named = [...readFileSync(join(root, 'package.json'), 'utf8').matchAll(/"%([^"%]+)%"/g)];
    assert.deepEqual([...new Set(named.map(([, key = '']) => key))].sort(), Object.keys(english).sort());
  });
});
