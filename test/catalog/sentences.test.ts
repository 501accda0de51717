import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sentencesOf } from '../../server/src/engine/text/sentences';

describe('sentencesOf', () => {
  const examples: readonly (readonly [what: string, markdown: string, sentences: readonly string[]])[] = [
    [
      'full stops',
      'First one. Second one! Third one? Fourth',
      ['First one.', 'Second one!', 'Third one?', 'Fourth'],
    ],
    ['a sentence over lines', 'One sentence\nover two lines.', ['One sentence over two lines.']],
    ['Windows line breaks', 'One.\r\n\r\nTwo.', ['One.', 'Two.']],
    ['paragraphs without a full stop', 'One\n\nTwo', ['One', 'Two']],
    ['list items', '- one\n- two\n  goes on\n* three\n1. four', ['one', 'two goes on', 'three', 'four']],
    [
      'headings, which state nothing',
      '# Access review\nOwners decide.\n## Next\n\nSetext\n===\nDone.',
      ['Owners decide.', 'Done.'],
    ],
    [
      'an introduction with each of its items',
      'HR collects:\n\n- the badge.\n- the laptop.\n\nThen all is done.',
      ['HR collects:', 'HR collects: the badge.', 'HR collects: the laptop.', 'Then all is done.'],
    ],
    ['a bold introduction', '**Triggers:**\n- Exit', ['**Triggers:**', '**Triggers:** Exit']],
    [
      'rows of a table, each with the header',
      '| System | RTO |\n| --- | --- |\n| Mail | 4 h |\n| Web | 1 h |',
      ['System   RTO', 'System   RTO Mail   4 h', 'System   RTO Web   1 h'],
    ],
    [
      'abbreviations',
      'Use tools, e.g. Git. Nutze z. B. Git. Art. 28 gilt ggf. Auch hier.',
      ['Use tools, e.g. Git.', 'Nutze z. B. Git.', 'Art. 28 gilt ggf. Auch hier.'],
    ],
    [
      'ordinals and versions',
      'Am 31. Dezember endet TLS 1.2 hier. Danach nicht.',
      ['Am 31. Dezember endet TLS 1.2 hier.', 'Danach nicht.'],
    ],
    ['years at the end', 'It ends in 2029. Then not.', ['It ends in 2029.', 'Then not.']],
    [
      'closing marks',
      'He said "stop." Then **left.** And went.',
      ['He said "stop."', 'Then **left.**', 'And went.'],
    ],
    ['link targets with full stops', 'See [a](b.md). Then [c](d.md#e).', ['See [a].', 'Then [c].']],
    [
      'no code blocks',
      'Before.\n```\nIn code.\n```\nAfter.\n~~~~\ncode\n~~~\ncode\n~~~~\nEnd.',
      ['Before.', 'After.', 'End.'],
    ],
    ['no comments', 'One <!-- not.\n\nthis --> two.', ['One  two.']],
    ['block quotes', '> Quoted text. > More.\n> And on', ['Quoted text.', '> More.', 'And on']],
    ['nothing', '\n\n---\n\n', []],
  ];
  for (const [what, markdown, sentences] of examples) {
    it(`reads ${what}`, () => {
      assert.deepEqual(
        sentencesOf(markdown).map((sentence) => sentence.trim()),
        sentences,
      );
    });
  }

  it('loses no word of plain paragraphs', () => {
    const word = fc.constantFrom('Access', 'owner', 'z.', 'B.', 'review!', 'e.g.', '31.', 'done?', 'and');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        assert.equal(sentencesOf(`x ${words.join(' ')}`).join(' '), `x ${words.join(' ')}`);
      }),
    );
  });

  it('takes time that grows with the text alone', () => {
    for (const piece of [
      '](',
      '[',
      '<!--',
      '. ',
      '- a: ',
      '> ',
      '| a ',
      '```',
      '*_',
      'a.b',
      '- ',
      '= ',
      '-=* ',
      'x:\n- ',
    ]) {
      const time = (count: number): number => {
        const text = piece.repeat(count);
        const start = process.cpuUsage();
        sentencesOf(text);
        return process.cpuUsage(start).user / 1000;
      };
      time(2000);
      assert.ok(time(100_000) < 2000, piece);
    }
  });
});
