import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FileFacts } from '../../server/src/engine/facts/facts';
import type { Span } from '../../server/src/engine/text/span';
import { engine } from '../harness/engine';

/** Pieces of real documents, whole and broken: random texts of them reach every reader. */
const piece = fc.constantFrom(
  '---',
  '...',
  '\n',
  '\n\n',
  '\r\n',
  ' ',
  '\t',
  '|',
  '||',
  '\\|',
  '---|---',
  '| A.5.15 | Access control | Yes | R-001 |',
  '| Control | Title | Applicable | Justification | Status |\n|---|---|---|---|---|',
  '| ID | Risk | Treatment | Controls |\n|---|---|---|---|',
  '| R-001 | Loss | mitigate | A.8.13 |',
  '| Framework | Requirement |\n|---|---|',
  '| ISO 27001 | A.5.1 |',
  'controls: [',
  '"A.5.15"',
  'A 5.16',
  '5.10',
  'A.9.2.1',
  'A.5.24–A.5.28',
  'title: ',
  'owner: "',
  "'",
  '#',
  '# H',
  '- ',
  '>',
  '```',
  '`',
  '<!--',
  '-->',
  '<!-- isms-disable-next-line soa/weak-justification -- reason -->',
  'isms-disable-line',
  '[x](y.md)',
  '![b](c)',
  '🔐',
  'Ü',
  '\u2028',
  '\uFEFF',
  '{{x}}',
  '&amp;',
  'http://a.b/A.5.1',
  '*',
  '**',
  '_',
  '~',
  ':',
  '&a',
  '*a',
  '!!',
  '? ',
  '%',
);
const document = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 200, unit: 'grapheme' }),
);

function read(text: string): FileFacts {
  return engine.read('a.md', text, undefined).facts;
}

function spansOf(facts: FileFacts): Span[] {
  return [
    ...facts.metadata.flatMap((fact) => [fact.keySpan, fact.span]),
    ...facts.references.flatMap((reference) => [reference.mention.span, reference.container]),
    ...facts.citations.flatMap((citation) => [citation.mention.span, citation.block]),
    ...facts.soaTables.flatMap((table) => [
      table.span,
      ...table.rows.flatMap((row) => [
        row.span,
        row.mention.span,
        ...(row.justification ? [row.justification.span] : []),
      ]),
    ]),
    ...facts.registers.risk.flatMap((table) => table.rows.flatMap((row) => [row.span, row.idSpan])),
    ...facts.suppressions.flatMap((directive) => [directive.span, directive.ruleSpan, directive.covers]),
    ...facts.problems.map((problem) => problem.span),
    ...facts.body.links.map((link) => link.span),
  ];
}

/** What was understood, without places: it must not depend on line endings or on a byte order mark. */
function meaning(facts: FileFacts): unknown {
  return {
    metadata: facts.metadata.map((fact) => [fact.field, fact.value]),
    references: facts.references.map((reference) => [reference.mention.namespace, reference.mention.ids]),
    soa: facts.soaTables.map((table) =>
      table.rows.map((row) => [row.mention.ids, row.applicability, row.status, row.justification?.text]),
    ),
    risks: facts.registers.risk.map((table) => table.rows.map((row) => [row.id, row.treatment])),
    headings: facts.body.headings.map((heading) => heading.text),
  };
}

describe('reading any text', () => {
  it('never throws, and every place lies within the text', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { source, facts } = engine.read('a.md', text, undefined);
        for (const span of spansOf(facts))
          assert.ok(
            0 <= span.start && span.start <= span.end && span.end <= source.text.length,
            JSON.stringify(span),
          );
      }),
      { numRuns: 1500 },
    );
  });

  it('shows each id at the place where it stands', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { source, facts } = engine.read('a.md', text, undefined);
        for (const { mention } of [...facts.references, ...facts.citations])
          assert.equal(source.text.slice(mention.span.start, mention.span.end), mention.text);
      }),
      { numRuns: 800 },
    );
  });

  it('does not depend on a byte order mark', () => {
    fc.assert(
      fc.property(document, (text) => {
        const plain = text.replace(/^\uFEFF+/, '');
        assert.deepEqual(read(`\uFEFF${plain}`), read(plain));
      }),
      { numRuns: 300 },
    );
  });

  it('understands the same with CRLF as with LF', () => {
    const plain = document.map((text) => text.replace(/\r/g, ''));
    fc.assert(
      fc.property(plain, (text) =>
        assert.deepEqual(meaning(read(text.replace(/\n/g, '\r\n'))), meaning(read(text))),
      ),
      { numRuns: 800 },
    );
  });
});
