import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, compatible } from '../../../server/src/engine/text/edits';
import { checkFixture, engine } from '../../harness/engine';
import { afterFix, findingsOf, HEADER } from './soaHarness';
import { soa, type FullSoa } from './fullSoa';

const RULE = 'soa/missing-control';

/** What the fix adds to the text, with one line above and below. */
function inserted(literal: string, title: string): string[] {
  const before = literal.split('\n').slice(1);
  const after = afterFix(RULE, literal, title).split('\n');
  const index = after.findIndex((line, at) => line !== before[at]);
  assert.deepEqual(
    [...after.slice(0, index), ...after.slice(index + 1)],
    before,
    'one line is inserted and no other changed',
  );
  return after.slice(index - 1, index + 2);
}

describe(`${RULE}: the fix`, () => {
  const INSERT = 'Insert a row for A.5.10 (not assessed)';
  const places: readonly (readonly [string, FullSoa, string[]])[] = [
    [
      'at its place',
      { without: ['A.5.10'] },
      [
        '| A.5.9 | Inventory of information and other associated assets | Yes | Port contract | Implemented |',
        '| A.5.10 | Acceptable use of information and other associated assets | TBC | | |',
        '| A.5.11 | Return of assets | Yes | Port contract | Implemented |',
      ],
    ],
    [
      'in the columns of the table',
      {
        without: ['A.5.10'],
        head: '| Status | Applicable? | Owner | Control | Name |\n| --- | --- | --- | --- | --- |',
        row: (id, title) => `| Implemented | Yes | CTO | ${id} | ${title} |`,
      },
      [
        '| Implemented | Yes | CTO | A.5.9 | Inventory of information and other associated assets |',
        '| | TBC | | A.5.10 | Acceptable use of information and other associated assets |',
        '| Implemented | Yes | CTO | A.5.11 | Return of assets |',
      ],
    ],
    [
      'with the id as its neighbour spells it, in bold',
      {
        without: ['A.5.10'],
        row: (id) => `| **${id.replace('A.', 'A ')}** | x | Yes | Port contract | Implemented |`,
      },
      [
        '| **A 5.9** | x | Yes | Port contract | Implemented |',
        '| **A 5.10** | Acceptable use of information and other associated assets | TBC | | |',
        '| **A 5.11** | x | Yes | Port contract | Implemented |',
      ],
    ],
    [
      'with a number where the neighbours have numbers',
      { without: ['A.5.10'], row: (id) => `| ${id.slice(2)} | x | ✅ | Port contract | Implemented |` },
      [
        '| 5.9 | x | ✅ | Port contract | Implemented |',
        '| 5.10 | Acceptable use of information and other associated assets | TBC | | |',
        '| 5.11 | x | ✅ | Port contract | Implemented |',
      ],
    ],
    [
      'with the title beside the id where there is no column for it',
      {
        without: ['A.5.10'],
        head: '| Control | Applicable | Justification | Status |\n|---|---|---|---|',
        row: (id, title) => `| ${id} – ${title} | Yes | Port contract | Implemented |`,
      },
      [
        '| A.5.9 – Inventory of information and other associated assets | Yes | Port contract | Implemented |',
        '| A.5.10 – Acceptable use of information and other associated assets | TBC | | |',
        '| A.5.11 – Return of assets | Yes | Port contract | Implemented |',
      ],
    ],
    [
      'without the link of its neighbour',
      { without: ['A.5.10'], row: (id) => `| [${id}](#${id}) | x | Yes | Port contract | Implemented |` },
      [
        '| [A.5.9](#A.5.9) | x | Yes | Port contract | Implemented |',
        '| A.5.10 | Acceptable use of information and other associated assets | TBC | | |',
        '| [A.5.11](#A.5.11) | x | Yes | Port contract | Implemented |',
      ],
    ],
    [
      'without bars at the ends where the table has none',
      {
        without: ['A.5.10'],
        head: 'Control | Title | Applicable | Justification | Status\n--- | --- | --- | --- | ---',
        row: (id) => `${id} | x | Yes | Port contract | Implemented`,
      },
      [
        'A.5.9 | x | Yes | Port contract | Implemented',
        'A.5.10 | Acceptable use of information and other associated assets | TBC | |',
        'A.5.11 | x | Yes | Port contract | Implemented',
      ],
    ],
  ];
  for (const [name, options, expected] of places) {
    it(`inserts the row ${name}`, () => assert.deepEqual(inserted(soa(options), INSERT), expected));
  }

  it('keeps an aligned table aligned', () => {
    const pad = (text: string, width: number): string => text.padEnd(width);
    const head = `| ${pad('Control', 7)} | ${pad('Title', 95)} | Applicable | Justification | Status      |\n| ${'-'.repeat(7)} | ${'-'.repeat(95)} | ---------- | ------------- | ----------- |`;
    const literal = soa({
      without: ['A.8.34'],
      head,
      row: (id, title) => `| ${pad(id, 7)} | ${pad(title, 95)} | Yes        | Port contract | Implemented |`,
    });
    const [above, row] = inserted(literal, 'Insert a row for A.8.34 (not assessed)');
    assert.equal(
      row,
      `| A.8.34  | ${pad('Protection of information systems during audit testing', 95)} | TBC        |               |             |`,
    );
    assert.equal(row?.length, above?.length);
  });

  it('keeps CRLF', () => {
    const text = soa({ without: ['A.6.1'] })
      .replace('=== soa.md\n', '')
      .replaceAll('\n', '\r\n');
    const fixed = afterFix(RULE, `=== soa.md\n${text}`, 'Insert a row for A.6.1 (not assessed)');
    assert.ok(fixed.includes('Implemented |\r\n| A.6.1 | Screening | TBC | | |\r\n| A.6.2 |'));
    assert.equal(fixed.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('inserts the first row below the header, and below a row that heads the theme', () => {
    assert.deepEqual(
      inserted(soa({ without: ['A.5.1'] }), 'Insert a row for A.5.1 (not assessed)')[0],
      '| --- | --- | --- | --- | --- |',
    );
    const literal = soa({
      without: ['A.6.1'],
      row: (id, title) =>
        `${id === 'A.6.2' ? '| **A.6 People** | | | | |\n' : ''}| ${id} | ${title} | Yes | Port contract | Implemented |`,
    });
    assert.deepEqual(inserted(literal, 'Insert a row for A.6.1 (not assessed)').slice(0, 2), [
      '| **A.6 People** | | | | |',
      '| A.6.1 | Screening | TBC | | |',
    ]);
  });

  it('keeps the quote marks of a quoted table', () => {
    const literal = soa({
      without: ['A.5.10'],
      head: HEADER.replace(/^/gm, '> '),
      row: (id) => `> | ${id} | x | Yes | Port contract | Implemented |`,
    });
    assert.equal(
      inserted(literal, INSERT)[1],
      '> | A.5.10 | Acceptable use of information and other associated assets | TBC | | |',
    );
  });

  it('inserts all missing rows at once, in order, whatever their places', () => {
    const without = ['A.5.1', 'A.5.9', 'A.5.10', 'A.5.11', 'A.6.1', 'A.6.2', 'A.8.34'];
    const { findings, fixture } = checkFixture(soa({ without }));
    const fixes = findings.filter(({ ruleId }) => ruleId === RULE).flatMap((finding) => finding.fixes);
    assert.equal(fixes.length, without.length);
    const text = applyEdits(
      fixture.files[0]?.text ?? '',
      compatible(fixes).flatMap((fix) => fix.edits),
    );
    const ids = [...text.matchAll(/^\| (A\.\d+\.\d+)/gm)].map((match) => match[1]);
    assert.deepEqual(
      ids,
      engine.catalog.controls.map(({ id }) => id),
    );
    assert.deepEqual(findingsOf(RULE, `=== soa.md\n${text}`).findings, []);
  });

  it('raises nothing as severe as itself by its fix', () => {
    const fixed = afterFix(RULE, soa({ without: ['A.5.10'] }), INSERT);
    const { findings } = checkFixture(`=== soa.md\n${fixed}`);
    assert.deepEqual(
      findings.filter(({ severity, control }) => severity !== 'information' && control === 'A.5.10'),
      [],
    );
    assert.deepEqual(
      findings.filter(({ control }) => control === 'A.5.10').map(({ ruleId }) => ruleId),
      ['soa/not-assessed'],
    );
  });

  describe('with several tables', () => {
    const themes = (options: { readonly people: string }): string => {
      const part = (theme: string, heading: string, without: readonly string[] = []): string =>
        `## ${heading}\n\n${HEADER}\n${engine.catalog.controls
          .filter((control) => control.theme === theme && !without.includes(control.id))
          .map(({ id, title }) => `| ${id} | ${title} | Yes | Port contract | Implemented |\n`)
          .join('')}\n`;
      return `=== soa.md\n${part('organizational', 'Organizational controls')}${options.people}${part('physical', 'Physical controls')}${part('technological', 'Technological controls', ['A.8.1'])}`;
    };

    it('takes the table of the theme', () => {
      const { findings } = findingsOf(
        RULE,
        themes({
          people: `## People controls\n\n${HEADER}\n| A.6.2 | Terms | Yes | Port contract | Implemented |\n\n`,
        }),
      );
      const fixed = afterFixAll(
        themes({
          people: `## People controls\n\n${HEADER}\n| A.6.2 | Terms | Yes | Port contract | Implemented |\n\n`,
        }),
      );
      assert.equal(findings.length, 8);
      assert.match(
        fixed,
        /--- \|\n\| A\.6\.1 \| Screening \| TBC \| \| \|\n\| A\.6\.2 \| Terms .*\n\| A\.6\.3 /,
      );
      assert.match(fixed, /--- \|\n\| A\.8\.1 \| User end point devices \| TBC/);
    });

    it('fills a table that only has its header, by the heading above it', () => {
      const fixed = afterFixAll(themes({ people: `## A.6 People controls\n\n${HEADER}\n\n` }));
      assert.match(fixed, /People controls\n\n.*\n\| --- .*\n\| A\.6\.1 \| Screening \| TBC .*\n\| A\.6\.2 /);
    });

    const afterFixAll = (literal: string): string => {
      const { findings, fixture } = checkFixture(literal);
      const fixes = findings.filter(({ ruleId }) => ruleId === RULE).flatMap((finding) => finding.fixes);
      return applyEdits(
        fixture.files[0]?.text ?? '',
        compatible(fixes).flatMap((fix) => fix.edits),
      );
    };
  });
});
