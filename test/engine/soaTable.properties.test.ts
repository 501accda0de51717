import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SoaColumn } from '../../server/src/engine/facts/soaFacts';
import { catalogData } from '../harness/engine';
import { read } from './soa/readSoa';

describe('any SoA', () => {
  const { vocabulary, controls } = catalogData;
  const meanings: readonly SoaColumn[] = [
    'id',
    'title',
    'applicable',
    'justification',
    'status',
    'documents',
    'risks',
    'evidence',
    'owner',
  ];
  const decorate = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => `**${text}**`,
    (text) => ` ${text}  `,
    (text) => `*${text}*`,
    (text) => `[${text}](a.md)`,
    (text) => `${text} <!-- note -->`,
  );
  const words = (list: readonly string[]): fc.Arbitrary<string> =>
    fc.constantFrom(...list.filter((word) => /^[\p{L} ]+$/u.test(word)));
  const fact = fc.record({
    applicability: fc.constantFrom('applicable' as const, 'not-applicable' as const, 'not-assessed' as const),
    status: fc.constantFrom(
      'implemented' as const,
      'partial' as const,
      'planned' as const,
      'not-started' as const,
    ),
    text: fc.stringMatching(/^[a-zäöüé]{1,8}( [a-z|]{1,6}){0,3}$/),
    spelling: fc.constantFrom(
      (id: string) => id,
      (id: string) => id.replace('.', ' '),
      (id: string) => id.slice(2),
    ),
    decorate,
  });

  const document = fc.record({
    chosen: fc.uniqueArray(fc.nat({ max: controls.length - 1 }), { minLength: 1, maxLength: 12 }),
    order: fc.shuffledSubarray([...meanings], { minLength: meanings.length }),
    headers: fc.record({
      id: words(['control id', 'control', 'annex a control']),
      title: words(['title', 'control name', 'titel']),
      applicable: words(vocabulary.soaColumns.applicable),
      justification: words(vocabulary.soaColumns.justification),
      status: words(vocabulary.soaColumns.status),
      documents: words(vocabulary.soaColumns.documents),
      risks: words(vocabulary.soaColumns.risks),
      evidence: words(vocabulary.soaColumns.evidence),
      owner: words(vocabulary.soaColumns.owner),
    }),
    facts: fc.array(fact, { minLength: 12, maxLength: 12 }),
    answers: fc.record({
      applicable: words(vocabulary.applicability.applicable),
      'not-applicable': words(vocabulary.applicability['not-applicable']),
      'not-assessed': words(vocabulary.applicability['not-assessed']),
    }),
    statuses: fc.record({
      implemented: words(vocabulary.implementationStatus.implemented),
      partial: words(vocabulary.implementationStatus.partial),
      planned: words(vocabulary.implementationStatus.planned),
      'not-started': words(vocabulary.implementationStatus['not-started']),
    }),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    bars: fc.boolean(),
  });

  it('is read back to the facts that it was written from', () => {
    fc.assert(
      fc.property(document, (soa) => {
        const line = (cells: readonly string[]): string =>
          soa.bars ? `| ${cells.join(' | ')} |` : cells.join(' | ');
        const rows = soa.chosen.map((index, at) => ({ control: controls[index], ...soa.facts[at] }));
        const cellOf = (row: (typeof rows)[number], meaning: SoaColumn): string => {
          const plain: Partial<Record<SoaColumn, string>> = {
            id: row.spelling?.(row.control?.id ?? '') ?? '',
            title: row.control?.title ?? '',
            applicable: soa.answers[row.applicability ?? 'applicable'],
            status: soa.statuses[row.status ?? 'planned'],
            justification: (row.text ?? '').replaceAll('|', '\\|'),
          };
          const text = plain[meaning] ?? 'x';
          return meaning === 'title' ? text : (row.decorate?.(text) ?? text);
        };
        const text = [
          line(soa.order.map((meaning) => soa.headers[meaning as keyof typeof soa.headers])),
          line(soa.order.map(() => '---')),
          ...rows.map((row) => line(soa.order.map((meaning) => cellOf(row, meaning)))),
          '',
        ].join(soa.lineBreak);
        const [table] = read(text, 'a.md');
        assert.ok(table, text);
        assert.deepEqual(
          table.columns.map(({ meaning }) => meaning),
          soa.order,
        );
        assert.deepEqual(
          table.rows.map(({ mention }) => mention.ids),
          rows.map(({ control }) => [control?.id]),
        );
        for (const [index, row] of table.rows.entries()) {
          const expected = rows[index];
          assert.equal(row.applicability, expected?.applicability);
          assert.equal(row.status, expected?.status);
          assert.equal(row.title?.text, expected?.control?.title);
          assert.equal(row.justification?.text, expected?.text);
          assert.equal(
            text.slice(row.mention.span.start, row.mention.span.end),
            expected?.spelling?.(expected.control?.id ?? ''),
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never makes the reader throw, whatever the table holds', () => {
    const cell = fc.constantFrom(
      '',
      'A.5.1',
      '5.15',
      'A.9.2.1',
      '[x](',
      '**',
      '`',
      '\\',
      '\\|',
      '<!--',
      '-->',
      'Yes',
      '☐',
      '{{',
      '🟢',
      'A.5.1–A.5.37',
    );
    const line = fc.array(cell, { maxLength: 6 }).map((cells) => `| ${cells.join(' | ')}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        for (const table of read(`| Control | Applicable | Status |\n|---|---|---|\n${lines.join('\n')}\n`)) {
          for (const row of table.rows)
            assert.ok(table.span.start <= row.span.start && row.span.end <= table.span.end);
        }
      }),
    );
  });
});
