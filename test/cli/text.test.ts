import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { excerptOf } from '../../server/src/cli/text/excerpt';
import { commandFreeJson, printable, withoutCommands } from '../../server/src/cli/text/printable';
import { columnsOf, hang, wrap } from '../../server/src/cli/text/wrap';

/** An excerpt of a line in which `⟪…⟫` is marked, as it is printed. */
function excerpt(marked: string, width = 60): string[] {
  const from = marked.indexOf('⟪');
  const to = marked.indexOf('⟫') - 1;
  const { text, marks } = excerptOf(marked.replace(/[⟪⟫]/g, ''), from, to, width);
  return [text, marks];
}

describe('an excerpt underlines what was found', () => {
  const cases: readonly (readonly [what: string, line: string, expected: readonly [string, string]])[] = [
    ['a word', 'controls: ["⟪A.5.99⟫"]', ['controls: ["A.5.99"]', '            ^~~~~~']],
    ['one character', 'a ⟪b⟫ c', ['a b c', '  ^']],
    ['an empty place', 'a |⟪⟫| c', ['a || c', '   ^']],
    ['the end of the line', 'abc⟪⟫', ['abc', '   ^']],
    ['a whole line', '⟪abc⟫', ['abc', '^~~']],
    ['tabs before and within', '\ta\t⟪b\tc⟫', ['    a   b   c', '        ^~~~~']],
    ['wide characters', '管理 ⟪策略⟫ x', ['管理 策略 x', '     ^~~~']],
    ['emoji with joiners and a flag', '👩‍💻 🇩🇪 ⟪x⟫', ['👩‍💻 🇩🇪 x', '      ^']],
    ['combining marks', 'e\u0301e\u0301 ⟪x⟫', ['e\u0301e\u0301 x', '   ^']],
    ['a marked emoji', '⟪🔐⟫ x', ['🔐 x', '^~']],
    ['control characters', 'a\u001b[31m ⟪b⟫', ['a\ufffd[31m b', '       ^']],
    ['a command of a build machine', '##[error] ⟪b⟫', ['##(error] b', '          ^']],
  ];
  for (const [what, line, expected] of cases) it(what, () => assert.deepEqual(excerpt(line), expected));

  it('cuts a long line on both sides of the marks', () => {
    const [text = '', marks = ''] = excerpt(`${'a'.repeat(300)} ⟪MARK⟫ ${'b'.repeat(300)}`, 40);
    assert.match(text, /^…a+ MARK b+…$/);
    assert.ok(columnsOf(text) <= 40, text);
    assert.equal(text.slice(marks.indexOf('^'), marks.length), 'MARK');
  });

  it('uses the width for what comes before marks at the end of a long line', () => {
    const [text = '', marks = ''] = excerpt(`${'a'.repeat(300)}⟪MARK⟫`, 40);
    assert.match(text, /^…a{30,}MARK$/);
    assert.equal(text.slice(marks.indexOf('^')), 'MARK');
  });

  it('shows the beginning of marks that are wider than the terminal', () => {
    const [text = '', marks = ''] = excerpt(`x ⟪${'m'.repeat(200)}⟫ y`, 40);
    assert.ok(columnsOf(text) <= 40 && columnsOf(marks) <= 40);
    assert.equal(text[marks.indexOf('^')], 'm');
  });

  it('is quick on a line of megabytes', () => {
    const line = '🔐 x'.repeat(1_500_000);
    const began = performance.now();
    excerptOf(line, 3_000_000, 3_000_010, 80);
    assert.ok(performance.now() - began < 2000);
  });

  it('never is wider than asked for, and its marks stand below text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '管', '🔐', 'é', '\u0000', '|'),
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(20),
        fc.integer({ min: 20, max: 120 }),
        (line, at, length, width) => {
          const from = at % (line.length + 1);
          const shown = excerptOf(line, from, Math.min(line.length, from + length), width);
          assert.ok(columnsOf(shown.text) <= width + 1, shown.text);
          assert.match(shown.marks, /^ *\^~*$/);
          assert.ok(shown.marks.indexOf('^') <= width);
        },
      ),
    );
  });
});

describe('text of documents is safe to print', () => {
  it('keeps its length, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(printable(text).length, text.length)),
    );
  });

  it('leaves no control character and nothing that reorders text', () => {
    const hostile = 'a\u0007b\u001b]0;title\u0007\u202eevil\u2066x\u0085\u009b31m\r\ud800';

    assert.doesNotMatch(
      printable(hostile),
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800]/,
    );
  });

  it('keeps umlauts, emoji with joiners, tabs and line feeds', () => {
    const text = 'Zugriffsrichtlinie für alle 👩‍💻\tA.5.15\n';
    assert.equal(printable(text), text);
  });

  it('takes the edge off commands of build machines, wherever they stand', () => {
    const output = withoutCommands(
      'x ##[error]a ##vso[task.complete]b ##teamcity[c]\n  ::error::d\n\u001b[1m::warning file=x::e\nf ::g::\n',
    );
    assert.equal(
      output,
      'x ##(error]a ##vso(task.complete]b ##teamcity(c]\n  : :error::d\n\u001b[1m: :warning file=x::e\nf ::g::\n',
    );
  });

  it('does so in JSON without changing its value', () => {
    const value = { a: '##[error] ##vso[x] # ## ##x', '##[b': 1 };
    const json = commandFreeJson(JSON.stringify(value));
    assert.doesNotMatch(json, /##[\w.-]*\[/);
    assert.deepEqual(JSON.parse(json), value);
  });
});

describe('running text is wrapped', () => {
  it('at blanks, by columns and not by characters', () => {
    assert.deepEqual(wrap('管理 策略 文件', 9), ['管理 策略', '文件']);
    assert.deepEqual(wrap('  one  two\nthree ', 7), ['one two', 'three']);
    assert.deepEqual(wrap('', 10), []);
  });

  it('but a word that is too long stays whole', () => {
    assert.deepEqual(wrap('see https://isms-policy.example/rules now', 10), [
      'see',
      'https://isms-policy.example/rules',
      'now',
    ]);
  });

  it('with further lines below the first', () => {
    const lines = hang('  help: ', 'one two three four five six', 28);
    assert.deepEqual(lines, ['  help: one two three four', '        five six']);
  });

  it('keeps every word, in lines no wider than asked for', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'ß', '管', '🔐'), minLength: 1, maxLength: 8 }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 16, max: 80 }), (list, width) => {
        const lines = wrap(list.join(' '), width);
        assert.equal(lines.join(' '), list.join(' '));
        for (const line of lines) assert.ok(columnsOf(line) <= width, line);
      }),
    );
  });
});

describe('an excerpt of simple text', () => {
  it('is that of the same text where a character of another script follows', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\x20-\x7e\t\u00e4\u2013\u2026]{1,80}$/),
        fc.nat(79),
        fc.nat(79),
        (line, one, other) => {
          const [from, to] = [Math.min(one, other, line.length), Math.min(Math.max(one, other), line.length)];
          const simple = excerptOf(line, from, to, 200);
          const mixed = excerptOf(`${line}| \u7b56`, from, to, 200);
          assert.equal(`${simple.text.padEnd(mixed.text.length - 3)}| \u7b56`, mixed.text);
          if (to < line.length) assert.equal(simple.marks, mixed.marks);
        },
      ),
    );
  });
});

describe('the columns of a text', () => {
  it('are those that the width of each character gives', () => {
    for (let code = 0; code < 0x3100; code++)
      for (const text of [String.fromCharCode(code), `a${String.fromCharCode(code)}\u{1f510}`])
        assert.equal(columnsOf(text), stringWidth(text), `U+${code.toString(16)}`);
  });

  it('are the same for characters in any order', () => {
    const character = fc.oneof(
      fc.integer({ min: 0x20, max: 0x24f }),
      fc.integer({ min: 0x2000, max: 0x2070 }),
      fc.constantFrom(0x301, 0x200d, 0xfe0f, 0x20e3, 0x7ba1, 0x1f469, 0x1f4bb),
    );
    fc.assert(
      fc.property(fc.array(character), (codes) => {
        const text = String.fromCodePoint(...codes);
        assert.equal(columnsOf(text), stringWidth(text));
      }),
      { numRuns: 1000 },
    );
  });
});
