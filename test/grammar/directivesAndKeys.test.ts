import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { catalogData } from '../harness/engine';
import { createTokenizer, grammarSources, marked, type Tokenizer } from './tokenizer';

const RULE = 'mapping/unknown-control';

for (const source of grammarSources()) {
  describe(`suppressions (grammars: ${source.name})`, () => {
    let tokenize: Tokenizer;
    before(async () => {
      tokenize = await createTokenizer(source);
    });
    const marks = (text: string, scope: Parameters<Tokenizer>[0] = 'text.html.markdown'): string[] =>
      marked(tokenize(scope, text));

    it('marks every part of a directive', () => {
      assert.deepEqual(
        marks(`<!-- isms-disable-next-line ${RULE} until=2026-12-31 by="Ingrid S" -- until we move -->`),
        [
          'keyword.control.directive: isms-disable-next-line',
          `entity.name.function.rule: ${RULE}`,
          'variable.parameter: until',
          'keyword.operator.assignment: =',
          'constant.numeric.date: 2026-12-31',
          'variable.parameter: by',
          'keyword.operator.assignment: =',
          'string.quoted.person: "Ingrid S"',
          'keyword.operator.reason: --',
          'string.unquoted.reason: until we move',
        ],
      );
    });

    for (const [place, text] of [
      ['indented', `  <!-- isms-disable ${RULE} -- why -->`],
      ['in a paragraph', `Text <!-- isms-disable-line ${RULE} -- why --> goes on`],
      ['in a table', `| A | B |\n| --- | --- |\n| x | y <!-- isms-disable-line ${RULE} -- why --> |`],
      ['in front matter', `---\ntitle: x # isms-disable-line ${RULE} -- why\n---`],
    ] as const) {
      it(`marks a directive ${place}`, () => {
        const found = marks(text).filter((mark) => !mark.includes('metadata'));
        assert.match(found[0] ?? '', /^keyword\.control\.directive: isms-disable/);
        assert.deepEqual(found.slice(1), [
          `entity.name.function.rule: ${RULE}`,
          'keyword.operator.reason: --',
          'string.unquoted.reason: why',
        ]);
      });
    }

    it('marks a directive in a YAML file, and no ids there', () => {
      assert.deepEqual(marks(`a: A.5.15 # isms-disable-line ${RULE} -- why`, 'source.yaml'), [
        'keyword.control.directive: isms-disable-line',
        `entity.name.function.rule: ${RULE}`,
        'keyword.operator.reason: --',
        'string.unquoted.reason: why',
      ]);
    });

    it('leaves a misspelled rule plain, so that the slip is seen', () => {
      assert.deepEqual(marks('<!-- isms-disable mapping/unknown-controls -- why -->').slice(1), [
        'keyword.operator.reason: --',
        'string.unquoted.reason: why',
      ]);
    });

    it('ends with the comment', () => {
      assert.deepEqual(marks(`<!-- isms-enable ${RULE} -->\n\ntext ${RULE} -- text`), [
        'keyword.control.directive: isms-enable',
        `entity.name.function.rule: ${RULE}`,
      ]);
    });

    it('leaves other comments and code alone', () => {
      assert.deepEqual(
        marks(`<!-- a note on ${RULE} -->\n\n\`\`\`\n<!-- isms-disable ${RULE} -->\n\`\`\`\n`),
        [],
      );
    });
  });
}

// Older YAML grammars, as the npm copies are, take a key as one piece into which nothing can be injected.
for (const source of grammarSources().filter(({ name }) => name === 'VS Code')) {
  describe(`front-matter keys (grammars: ${source.name})`, () => {
    let tokenize: Tokenizer;
    before(async () => {
      tokenize = await createTokenizer(source);
    });
    const marks = (yaml: string): string[] =>
      marked(tokenize('text.html.markdown', `---\n${yaml}\n---\n\nbody\n`));

    it('marks each key that the engine reads', () => {
      const { controlKeys, metadata } = catalogData.vocabulary;
      for (const key of Object.values(controlKeys).flat()) {
        assert.deepEqual(marks(`${key}: x`), [`keyword.control.control-key: ${key}`]);
      }
      for (const key of Object.values(metadata).flat()) {
        assert.deepEqual(marks(`${key}: x`), [`variable.other.property.metadata: ${key}`]);
      }
    });

    it('takes other spellings, quotes and nested keys', () => {
      assert.deepEqual(marks('Document-ID: x\n"controls": []\nsatisfies:\n  iso27001: []'), [
        'variable.other.property.metadata: Document-ID',
        'keyword.control.control-key: controls',
        'keyword.control.control-key: iso27001',
      ]);
    });

    it('leaves unknown keys, values and longer words alone', () => {
      assert.deepEqual(marks('colour: title\nmy_title: owner\ntitles: x'), []);
    });

    it('leaves the body alone', () => {
      assert.deepEqual(marked(tokenize('text.html.markdown', 'title: x\n\ncontrols: y\n')), []);
    });
  });
}
