import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, findingsOf, HEADER, soaWith } from './soaHarness';

const RULE = 'soa/missing-applicability';

describe(RULE, () => {
  const cells: readonly (readonly [string, boolean])[] = [
    ['', true],
    ['—', true],
    ['...', true],
    ['<!-- ask -->', true],
    ['[ ]', true],
    ['☐ Yes ☐ No', true],
    ['Yes', false],
    ['TBC', false],
    ['Perhaps', false],
  ];
  for (const [cell, fires] of cells) {
    it(`${fires ? 'fires' : 'is silent'} on "${cell}"`, () => {
      const { findings } = findingsOf(RULE, soaWith(`| A.5.15 | Access control | ${cell} | Contract | |`));
      assert.equal(findings.length, fires ? 1 : 0);
    });
  }

  it('fires once, on the header, where the table has no such column', () => {
    const table = '| Control | Title | Justification | Status |\n| --- | --- | --- | --- |\n';
    const rows = '| A.5.1 | Policies | Contract | Done |\n| A.5.2 | Roles | Contract | Done |\n';
    const { findings, textOf } = findingsOf(RULE, `=== soa.md\n${table}${rows}\n## More\n\n${table}${rows}`);
    assert.deepEqual(findings.map(textOf), ['| Control | Title | Justification | Status |']);
    assert.equal(findings[0]?.related.length, 1);
    assert.equal(findings[0]?.control, undefined);
  });

  it('is silent on summaries beside a table that says what applies', () => {
    const summary = '| Control | Status |\n| --- | --- |\n| A.5.1 | Done |\n';
    assert.deepEqual(
      findingsOf(RULE, `${soaWith('| A.5.1 | Policies | Yes | Contract | Done |')}\n${summary}`).findings,
      [],
    );
  });

  const answers: readonly (readonly [string, readonly string[], string[]])[] = [
    ['Yes and No where nothing else is known', [], ['Set to Yes', 'Set to No', 'Set to TBC (not assessed)']],
    [
      'the words of the other rows',
      ['Ja', 'Ja', 'Nein'],
      ['Set to Ja', 'Set to Nein', 'Set to TBC (not assessed)'],
    ],
    [
      'the counterpart of the only word in use',
      ['Ja'],
      ['Set to Ja', 'Set to Nein', 'Set to TBC (not assessed)'],
    ],
    ['the marks of the other rows', ['✅'], ['Set to ✅', 'Set to ❌', 'Set to TBC (not assessed)']],
    [
      'long words',
      ['Not applicable', 'Applicable'],
      ['Set to Applicable', 'Set to Not applicable', 'Set to TBC (not assessed)'],
    ],
    [
      'the most frequent spelling',
      ['yes', 'YES', 'YES', 'no', 'To be assessed'],
      ['Set to YES', 'Set to no', 'Set to To be assessed (not assessed)'],
    ],
    [
      'the emphasis of the other rows',
      ['**Yes**', '**No**'],
      ['Set to **Yes**', 'Set to **No**', 'Set to TBC (not assessed)'],
    ],
    [
      'no remark of another row',
      ['Yes – except Bremen', 'Y'],
      ['Set to Y', 'Set to N', 'Set to TBC (not assessed)'],
    ],
  ];
  for (const [name, given, expected] of answers) {
    it(`offers ${name}`, () => {
      const rows = given.map(
        (answer, index) => `| A.5.${index + 1} | x | ${answer} | Contract | Implemented |`,
      );
      assert.deepEqual(findingsOf(RULE, soaWith(...rows, '| A.8.1 | x | | Contract | |')).titles(), expected);
    });
  }

  it('tells Dutch from German by the header', () => {
    const table = (header: string): string =>
      `=== soa.md\n| Control | ${header} | Status |\n| --- | --- | --- |\n| A.5.1 | Ja | x |\n| A.5.2 | | x |\n`;
    assert.equal(findingsOf(RULE, table('Van toepassing')).titles()[1], 'Set to Nee');
    assert.equal(findingsOf(RULE, table('Anwendbar')).titles()[1], 'Set to Nein');
  });

  const fixed: readonly (readonly [string, string, string])[] = [
    [
      'an empty cell',
      '| A.5.15 | Access control | | Contract | |',
      '| A.5.15 | Access control | Yes | Contract | |',
    ],
    [
      'a dash',
      '| A.5.15 | Access control | – | Contract | |',
      '| A.5.15 | Access control | Yes | Contract | |',
    ],
    ['a short row', '| A.5.15 | Access control |', '| A.5.15 | Access control | Yes |'],
    ['a short row without its bar', '| A.5.15', '| A.5.15 | | Yes |'],
    [
      'an escaped bar before it',
      '| A.5.15 | Access \\| control | | Contract | |',
      '| A.5.15 | Access \\| control | Yes | Contract | |',
    ],
  ];
  for (const [name, before, after] of fixed) {
    it(`writes into ${name}`, () =>
      assert.equal(afterFix(RULE, soaWith(before), 'Set to Yes'), `${HEADER}\n${after}\n`));
  }

  it('keeps an aligned table aligned, and CRLF', () => {
    const table = (cell: string): string =>
      `| Control | Applicable | Justification |\r\n|---------|------------|---------------|\r\n| A.5.15  | ${cell} | Contract      |\r\n`;
    assert.equal(afterFix(RULE, `=== soa.md\n${table('          ')}`, 'Set to Yes'), table('Yes       '));
  });
});
