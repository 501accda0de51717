import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseYaml } from '../../server/src/engine/syntax/yaml';

/** Pieces that YAML stumbles over, put together at random. */
const piece = fc.constantFrom(
  'title',
  'a',
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\n\t',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '#',
  '# x',
  '|',
  '>',
  '@',
  '*b',
  '&c ',
  '!',
  '%',
  ',',
  '\\',
  '---',
  '<<<<<<<',
  '🦊',
  '\r\n',
  '1.0',
);
const yaml = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('parseYaml', () => {
  it('never throws, and every fault has words and a place inside the text', () => {
    fc.assert(
      fc.property(yaml, fc.nat({ max: 50 }), (text, offset) => {
        for (const { message, hint, span } of parseYaml(text, offset).errors) {
          assert.ok(message.length > 0 && hint.length > 0);
          assert.ok(
            offset <= span.start && span.start <= span.end && span.end <= offset + text.length,
            JSON.stringify({ text, span }),
          );
          assert.ok(
            !text.slice(span.start - offset, span.end - offset).includes('\n'),
            `over a line break: ${JSON.stringify({ text, span })}`,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reports one cause once: the first fault, and each key that is there twice', () => {
    fc.assert(
      fc.property(yaml, (text) => {
        const causes = parseYaml(text).errors.filter((error) => !error.message.includes('a second time'));
        assert.ok(causes.length <= 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives an alias the value of its anchor, and its own place', () => {
    const { root, errors } = parseYaml('owner: &boss "CISO"\napprover: *boss\n');
    assert.deepEqual(errors, []);
    const value = root?.type === 'map' ? root.entries[1]?.value : undefined;
    assert.deepEqual(value, {
      type: 'scalar',
      span: { start: 30, end: 35 },
      value: 'CISO',
      source: '*boss',
      quoted: true,
    });
  });

  it('does not lose an error behind a bomb of aliases', () => {
    const text = `a: &a [x, x]\n${Array.from({ length: 60 }, (_, index) => `b${index}: [*a, *a, *a]`).join('\n')}\nc: *missing\n`;
    assert.equal(parseYaml(text).errors.length, 1);
  });
});
