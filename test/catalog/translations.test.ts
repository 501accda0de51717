import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { createCatalog } from '../../server/src/engine/catalog/catalog';
import { createEngine } from '../../server/src/engine/engine';
import { THEME_NAMES } from '../../server/src/engine/features/controlCard';
import { DIMENSION_NAMES } from '../../server/src/engine/features/fullCard';
import { APPLICABILITY_WORDS } from '../../server/src/engine/features/workspaceState';
import { hoverAt } from '../../server/src/engine/features/hover';
import { catalogData } from '../harness/engine';
import { filesBelow, textOf } from '../tidy/sources';
import { exampleIsms } from '../../server/tools/docs/exampleIsms';
import { parseFixture } from '../harness/fixture';

/** Every text that code says in the reader's language: the literals of `say(…)`, and the words of its tables. */
function wordsInCode(): Set<string> {
  const tables = [THEME_NAMES, DIMENSION_NAMES, APPLICABILITY_WORDS];
  const words = new Set<string>(tables.flatMap((each) => Object.values(each)));
  for (const path of filesBelow('server/src', ['.ts'])) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(?:^|\.)say$/.test(node.expression.getText(file)))
        for (const literal of literalsIn(node.arguments[0])) words.add(literal);
      ts.forEachChild(node, visit);
    };
    const file = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
    visit(file);
  }
  return words;
}

/** `'a'`, and both of `condition ? 'a' : 'b'`. */
function literalsIn(node: ts.Expression | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isConditionalExpression(node)
    ? [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)]
    : [];
}

describe('translations', () => {
  const inCode = wordsInCode();

  for (const { language, words } of catalogData.translations) {
    it(`${language}: has every word of the interface, and no other`, () => {
      assert.deepEqual(Object.keys(words).sort(), [...inCode].sort());
    });

    it(`${language}: has the same placeholders`, () => {
      const placeholders = (text: string): string[] => [...text.matchAll(/\{\d\}/g)].map(String).sort();
      for (const [english, translated] of Object.entries(words))
        assert.deepEqual(placeholders(translated), placeholders(english), english);
    });
  }

  it('are chosen by the language of a locale, English where there is none', () => {
    const say = (locale?: string): string => createCatalog(catalogData, undefined, locale).say('Full card');
    assert.deepEqual(
      [say('de'), say('de-AT'), say('DE_ch'), say('en'), say(), say('xx')],
      ['Ganze Karte', 'Ganze Karte', 'Ganze Karte', 'Full card', 'Full card', 'Full card'],
    );
  });

  it('put translated cards in the place of English ones, and leave the others', () => {
    const [first, second] = catalogData.controls;
    assert.ok(first !== undefined && second !== undefined);
    const card = { ...first.card, summary: 'Kurz gesagt.' };
    const data = {
      ...catalogData,
      translations: [{ language: 'de', words: {}, cards: { [first.id]: card } }],
    };
    const catalog = createCatalog(data, undefined, 'de');
    assert.equal(catalog.control(first.id)?.card.summary, 'Kurz gesagt.');
    assert.equal(catalog.control(second.id)?.card.summary, second.card.summary);
    assert.equal(createCatalog(data).control(first.id)?.card.summary, first.card.summary);
  });

  it('reach the hover', () => {
    const fixture = parseFixture('=== p.md\n---\ntype: policy\ncontrols: ["A.5.15"]\n---\n');
    const isms = exampleIsms(createEngine(catalogData, undefined, 'de'), fixture);
    const hover = hoverAt(isms, 'p.md', 35, (path) => path);
    assert.match(hover?.markdown ?? '', /\(organisatorische Maßnahme\)/);
    assert.match(hover?.markdown ?? '', /\*\*In diesem ISMS\*\*\n\n- Dokumente: /);
    assert.equal(hover?.actions[0]?.label, 'Ganze Karte');
  });
});
