import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findFrontMatter } from '../../server/src/engine/syntax/frontMatter';
import { readPlainYaml } from '../../server/src/engine/syntax/plainYaml';
import { parseYaml, parseYamlWithLibrary } from '../../server/src/engine/syntax/yaml';
import { policyTexts } from '../bench/corpus';

/** Whether both say the same is all that is asked: the library is right. */
function agrees(text: string, offset = 0): void {
  assert.deepEqual(parseYaml(text, offset), parseYamlWithLibrary(text, offset), JSON.stringify(text));
}

/** Texts with blanks in them, set apart by bars that are broken. */
const each = (texts: string): string[] => texts.split(/\s*¦\s*/);

const KEYS = [
  ...each(
    'id ¦ title ¦ next_review ¦ next review ¦ a-b ¦ Gültig ab ¦ x1 ¦ null ¦ True ¦ __proto__ ¦ 1a ¦ "id"',
  ),
  ...each("'id' ¦ - id ¦ ? id ¦ << ¦ &a id ¦ !t id ¦ a.b ¦ a:b ¦ a#b ¦ a #b"),
  ...[' id', '  id', ''],
];

const SCALARS = [
  ...each(
    'x ¦ Access control ¦ a "b" c ¦ a:b ¦ a: b ¦ a: ¦ a #b ¦ a#b ¦ (x) ¦ /a/b ¦ $x ¦ § 4 ¦ ü ¦ 🦊 ¦ \\ ¦ =' +
      " ¦ it's",
  ),
  ...each('null ¦ Null ¦ NULL ¦ nULL ¦ ~ ¦ true ¦ True ¦ TRUE ¦ tRUE ¦ false ¦ yes ¦ no ¦ on ¦ Off ¦ y ¦ N'),
  ...each(
    '1 ¦ 0 ¦ 007 ¦ 1.0 ¦ 1. ¦ .5 ¦ 5.10 ¦ 1.2.3 ¦ -1 ¦ +1 ¦ 1e3 ¦ 1E-3 ¦ 1.e3 ¦ 0x1F ¦ 0X1F ¦ 0o17 ¦ 0b1 ¦ 1_000',
  ),
  ...each(
    '12345678901234567890 ¦ 0.1234567890123456789 ¦ .inf ¦ .NaN ¦ 2026-01-31 ¦ 2026-01-31T10:00:00Z ¦ 10:30',
  ),
  ...each(
    '1- ¦ 1x ¦ 1.x ¦ 1e ¦ 1e3x ¦ 6 months ¦ A.5.15 ¦ 5.15, 5.16 ¦ 100% ¦ % ¦ @a ¦ `a` ¦ ^ ¦ ; ¦ <a> ¦ |a ¦ a |',
  ),
  ...each('"x" ¦ "a: b # c" ¦ "" ¦ "a\\"b" ¦ "a\\\\" ¦ "a" b ¦ "a"#b ¦ "a ¦ "a" : b'),
  ...each("'x' ¦ '' ¦ 'it''s' ¦ 'a\\' ¦ 'a'b ¦ 'a ¦ 'a': b"),
  ...each(
    '[] ¦ [a] ¦ [a, b] ¦ [ a , b ] ¦ ["a", b] ¦ [a,b] ¦ [a, ] ¦ [, a] ¦ [a b] ¦ [a: b] ¦ [a:b] ¦ [a #b] ¦ [,] ¦ [ ]',
  ),
  ...each(
    '[1, 1.0, null, true] ¦ ["a"b] ¦ [[a]] ¦ [{a: b}] ¦ {} ¦ {a: b} ¦ [a ¦ a] ¦ [a] b ¦ [a] #b ¦ [a]#b ¦ ["a":b]',
  ),
  ...each(
    '[-, a] ¦ [- a] ¦ [*a] ¦ [a, a] ¦ [a}, b] ¦ [&a b] ¦ ["a" , 2026-01-31] ¦ [(a), /b] ¦ [a: ] ¦ [a?]',
  ),
  ...each(
    '| ¦ > ¦ >- ¦ &a x ¦ *a ¦ !t x ¦ !!str 1 ¦ - x ¦ - ¦ -x ¦ -- ¦ --- ¦ ? ¦ ? x ¦ : ¦ :x ¦ , ¦ } ¦ << ¦ ...',
  ),
  ...[
    'a\tb',
    '\tx',
    'x\t',
    'a\u00a0b',
    '\u00a0',
    '\ufeffx',
    'a\u2028b',
    'a\u0085b',
    '[a\u00a0]',
    '',
    '[a,\n b]',
    'a\n b',
  ],
];

const ENDS = ['', '', '', '', ' ', '  ', ' # why', ' #', '#', '\t', '\t# x', ' #\t', ' # "x'];
const BREAKS = [
  ...['\n', '\n', '\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r'],
  ...['\n  \n', '\n# c\n', '\n  # c\n', '\n\t\n', '\n   '],
];
const INDENTS = ['', '  ', '  ', '  ', '    ', '\t'];

const pick = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const row = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((pieces) => pieces.join(''));

const pair = row(
  pick(KEYS),
  pick([': ', ': ', ': ', ':', ':  ', ' : ']),
  pick(SCALARS),
  pick(ENDS),
  pick(BREAKS),
);
const item = row(
  pick(INDENTS),
  pick(['- ', '- ', '- ', '-', '-  ']),
  pick(SCALARS),
  pick(ENDS),
  pick(BREAKS),
);
const list = row(
  pick(KEYS),
  pick([':', ':', ': ', ': # why', ' :']),
  pick(BREAKS),
  fc.array(item, { maxLength: 4 }).map((items) => items.join('')),
);
const other = pick([
  '---\n',
  '...\n',
  '# c\n',
  '\n',
  '  x\n',
  '%YAML 1.1\n',
  '- a\n',
  'x\n',
  '  - a\n',
  ' # c\n',
]);
const line = fc.oneof(
  { weight: 6, arbitrary: pair },
  { weight: 4, arbitrary: list },
  { weight: 1, arbitrary: other },
);

/** Only what is plain, so that whole blocks of it are read. */
const plainScalar = pick([
  ...each(
    'x ¦ a b ¦ "a, b" ¦ \'x\' ¦ 1 ¦ 1.0 ¦ null ¦ true ¦ 2026-01-31 ¦ A.5.15 ¦ "" ¦ 1.2.3 ¦ [a, "b"] ¦ []',
  ),
  '',
]);
const plainItem = row(
  pick(['  - ', '  -  ', '- ']),
  pick(['x', '"A.5.1"', '5.10', 'null', "'a'"]),
  pick(['', ' ', ' # c']),
  pick(['\n', '\n', '\r\n', '\n\n', '\n# c\n']),
);
const plainEntry = fc.oneof(
  row(pick([': ', ':  ']), plainScalar, pick(['', ' ', ' # c']), pick(['\n', '\r\n', '\n\n', '\n# c\n'])),
  row(
    pick([':\n', ': # c\n', ':\r\n', ': \n', ':\n# c\n']),
    fc.array(plainItem, { maxLength: 3 }).map((items) => items.join('')),
  ),
);
const plainBlock = row(
  pick(['', '\n', '# c\n', ' # c\n', '\r\n', '  \n']),
  fc
    .array(plainEntry, { minLength: 1, maxLength: 5 })
    .map((entries) => entries.map((entry, index) => `k${index}${entry}`).join('')),
);

describe('reading plain YAML without the parser', () => {
  it('agrees with the parser on lines of all kinds', () => {
    const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join(''));
    fc.assert(
      fc.property(text, fc.boolean(), fc.nat({ max: 9 }), (whole, cut, offset) =>
        agrees(cut ? whole.trimEnd() : whole, offset),
      ),
      {
        numRuns: 6000,
      },
    );
  });

  it('agrees with the parser on blocks of plain lines', () => {
    fc.assert(
      fc.property(plainBlock, fc.nat({ max: 4 }), (text, cut) => agrees(text.slice(0, text.length - cut))),
      { numRuns: 3000 },
    );
  });

  for (const scalar of SCALARS)
    it(`agrees with the parser on ${JSON.stringify(scalar)} wherever a value may stand`, () => {
      for (const end of ENDS)
        for (const text of [
          `a: ${scalar}${end}\nb: c`,
          `a: ${scalar}${end}`,
          `a:\n  - ${scalar}${end}\n`,
          `a:\n- ${scalar}${end}\n- b`,
          `a: [b, ${scalar}]${end}`,
        ])
          agrees(text);
    });

  it('reads the front matter of policies without the parser', () => {
    for (const text of policyTexts(20)) {
      const content = findFrontMatter(text)?.content ?? { start: 0, end: 0 };
      assert.notEqual(readPlainYaml(text.slice(content.start, content.end), content.start), undefined);
    }
  });

  it('leaves to the parser what has two keys of one name', () => {
    assert.equal(readPlainYaml('a: b\na: c\n', 0), undefined);
  });
});
