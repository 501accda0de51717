import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { lookAlikeNamedBefore, namespaceOfListed } from '../../server/src/engine/ids/framework';

describe('lookAlikeNamedBefore', () => {
  it('holds the standard that was named last, however many there are', () => {
    const names = fc.constantFrom('ISO 27001', 'ISO/IEC 42001', 'NEN 7510', 'NIST', 'words');
    fc.assert(
      fc.property(fc.array(names, { maxLength: 30 }), (parts) => {
        const text = parts.map((part) => `${part}; `).join('');
        const isLookAlike = lookAlikeNamedBefore(text);
        let expected = false;
        let offset = 0;
        for (const part of parts) {
          offset += part.length + 2;
          if (part !== 'NIST' && part !== 'words') expected = part !== 'ISO 27001';
          assert.equal(isLookAlike(offset), expected, `after "${text.slice(0, offset)}"`);
        }
      }),
    );
  });
});

describe('namespaceOfListed', () => {
  const cases: readonly (readonly [before: string, expected: string | undefined])[] = [
    ['ISO 42001 ', 'other'],
    ['ISO/IEC 42001:2023 Annex A.6.2.4, A.6.2.5 and ', 'other'],
    ['ISO 27001:2013 ', 'iso27001:2013'],
    ['NIST PR.AC-1, ', undefined],
    ['SOC 2 asks for it; see ', undefined],
    ['', undefined],
    [`ISO 42001 ${'A.6.2.4, '.repeat(20)}`, undefined],
  ];
  for (const [before, expected] of cases) {
    it(`behind "${before.slice(0, 50)}": ${expected ?? 'nothing'}`, () => {
      assert.equal(namespaceOfListed(`${before}A.6.2.4`, before.length), expected);
    });
  }
});
