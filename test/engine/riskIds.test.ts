import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
