import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { riskKey, scanRiskIds } from '../../server/src/engine/ids/riskIds';

describe('the ids of risks', () => {
  const cases: readonly (readonly [text: string, ids: readonly string[]])[] = [
    ['Treats R-001, R002 and RSK-12.', ['R-001', 'R002', 'RSK-12']],
    ['R-CYBER-001 / RISK-2026-04', ['R-CYBER-001', 'RISK-2026-04']],
    ['RTP-001, AR-001, R-001-A, R-1.2, /R-001/, R2D2', []],
  ];
  for (const [text, ids] of cases)
    it(`are found in "${text}"`, () => {
      assert.deepEqual(
        scanRiskIds(text).map((mention) => mention.id),
        ids,
      );
    });

  // The one expression that says what an id is; texts of ASCII are read with another one.
  const RISK_ID =
    /(?<![\p{L}\p{N}_./-])(?:R|RSK|RISK|RI|RISIKO)(?:[-_](?:[A-Z]{2,20}[-_]){0,3})?\d{1,5}(?:-\d{1,5})?(?![\p{L}\p{N}_/]|[.-][\p{L}\p{N}])/giu;
  const piece = fc.constantFrom(
    ...['R', 'r', 'RSK', 'risk', 'Ri', 'RISIKO', 'CYBER', 'AB', 'x', 'é', 'ſ', '\u212a', '\u0345', '𝒜', '²'],
    ...['1', '007', '12345', '123456', '-', '_', '.', '/', ' ', ',', '(', '\u{1f512}'],
  );
  it('are the same whatever letters are near', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const expected = [...text.matchAll(RISK_ID)].map(([id]) => id.toUpperCase());
        assert.deepEqual(
          scanRiskIds(text).map((mention) => mention.id),
          expected,
        );
      }),
      { numRuns: 20_000 },
    );
  });

  it('are compared without zeros and signs', () => {
    assert.deepEqual(['R-001', 'r1', 'R 01', 'R-1-01', 'R-CYBER-001'].map(riskKey), [
      'R1',
      'R1',
      'R1',
      'R1-1',
      'RCYBER1',
    ]);
  });
});
