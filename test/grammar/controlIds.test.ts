import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scanIds } from '../../server/src/engine/ids/scan';
import { catalogData, engine } from '../harness/engine';
import { createTokenizer, grammarSources, marked, type Tokenizer } from './tokenizer';

const CONTROL = 'entity.name.type.control';
const EDITION_2013 = 'constant.numeric.control-2013';
const THEME = 'constant.language.theme';

for (const source of grammarSources()) {
  describe(`control ids in Markdown (grammars: ${source.name})`, () => {
    let tokenize: Tokenizer;
    before(async () => {
      tokenize = await createTokenizer(source);
    });
    const marks = (text: string): string[] => marked(tokenize('text.html.markdown', text));

    it('marks each of the 93 controls in every spelling that prose may use', () => {
      for (const { id } of engine.catalog.controls) {
        const number = id.slice(2);
        const spellings = [
          id,
          `A ${number}`,
          `A${number}`,
          id.toLowerCase(),
          `Annex A ${number}`,
          `Annex A.${number}`,
        ];
        for (const spelling of spellings) {
          assert.deepEqual(marks(`We follow ${spelling}, as agreed.`), [`${CONTROL}: ${spelling}`]);
        }
      }
    });

    it('tells the ids of 2013 from those of 2022', () => {
      for (const { id } of catalogData.superseded) {
        assert.deepEqual(marks(`Formerly ${id}.`), [`${EDITION_2013}: ${id}`], id);
      }
      assert.deepEqual(marks('A.9.2 and A.18.1.4'), [`${EDITION_2013}: A.9.2`, `${EDITION_2013}: A.18.1.4`]);
    });

    it('marks a reference to a whole theme or domain as one', () => {
      assert.deepEqual(marks('All of A.5, A.7.x and A.12'), [
        `${THEME}: A.5`,
        `${THEME}: A.7.x`,
        `${THEME}: A.12`,
      ]);
    });

    for (const text of [
      'A.5.99 is no control',
      'A.5.0 neither',
      'a 5.15 release, version 5.15, section 8.2',
      'the path schema.5.15 and A.5.15.1.2',
      'class A.5.15-beta',
      'PR.AA-05, CC6.1',
    ]) {
      it(`leaves "${text}" alone`, () => assert.deepEqual(marks(text), []));
    }

    it('marks ids in headings, lists, quotes, tables, emphasis and link texts', () => {
      const text = [
        '# Access (A.5.1)',
        '- A.5.2',
        '> A.5.3',
        '**A.5.4** *A.5.5* [A.5.6](x.md)',
        '',
        '| Control |',
        '| --- |',
        '| A.5.7 |',
      ];
      assert.deepEqual(
        marks(text.join('\n')),
        [1, 2, 3, 4, 5, 6, 7].map((n) => `${CONTROL}: A.5.${n}`),
      );
    });

    it('leaves code, link targets and comments alone', () => {
      assert.deepEqual(marks('```\nA.5.15\n```\n\n[rules](A.5.15.md)\n\n<!-- A.5.15 -->\n'), []);
    });

    it('marks ids in front matter, whatever their quotes', () => {
      const text = '---\ncontrols:\n  - "A.5.15"\n  - A.5.16\nannex_a: [A.5.17, \'A.9.2.1\']\n---\n';
      assert.deepEqual(
        marks(text).filter((mark) => !mark.includes('key')),
        [`${CONTROL}: A.5.15`, `${CONTROL}: A.5.16`, `${CONTROL}: A.5.17`, `${EDITION_2013}: A.9.2.1`],
      );
    });

    it('marks in the example ISMS what the engine reads there', () => {
      const folder = fileURLToPath(new URL('../../examples/acme/policies/', import.meta.url));
      let seen = 0;
      for (const file of readdirSync(folder)) {
        const paragraphs = readFileSync(folder + file, 'utf8')
          .split(/^---$/m)
          .slice(2)
          .join('')
          .split('\n');
        for (const line of paragraphs.filter((each) => !each.includes('`'))) {
          const read = scanIds(line, { bare: 'none' }).filter(({ ids }) =>
            ids.some((id) => engine.catalog.control(id)),
          );
          const ids = marks(line).filter((mark) => mark.startsWith(CONTROL));
          const singles = read.flatMap(({ form, text }) => (form === 'range' ? text.split(/[–-]/) : [text]));
          assert.deepEqual(
            ids,
            singles.map((id) => `${CONTROL}: ${id}`),
            `${file}: ${line}`,
          );
          seen += ids.length;
        }
      }
      assert.ok(seen > 50, `only ${seen} ids`);
    });
  });
}
