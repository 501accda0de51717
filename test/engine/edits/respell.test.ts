import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { respell } from '../../../server/src/engine/edits/respell';

describe('respell', () => {
  const cases: readonly (readonly [spelled: string, ids: readonly string[], expected: string])[] = [
    ['A.9.2.1', ['A.5.16'], 'A.5.16'],
    ['a09_2_1', ['A.5.16'], 'A.5.16'],
    ['9.2.1', ['A.5.16'], 'A.5.16'],
    ['ISO/IEC 27001:2022 A.9.2.1', ['A.5.16'], 'ISO/IEC 27001:2022 A.5.16'],
    ['ISO 27001 A.9.2.1', ['A.5.16'], 'ISO 27001 A.5.16'],
    ['ISO27001-A.9.2.1', ['A.5.16'], 'ISO27001-A.5.16'],
    ['27001:5.99', ['A.5.9'], '27001:5.9'],
    ['ISO27002:2022/5.99', ['A.5.9'], 'ISO27002:2022/5.9'],
    ['Annex A 9.2.1', ['A.5.16'], 'Annex A.5.16'],
    ['Annex A.9.2.1', ['A.5.16'], 'Annex A.5.16'],
    ['Annex A control 9.2.1', ['A.5.16'], 'Annex A.5.16'],
    ['ISO 27001 A.9.2', ['A.5.16', 'A.5.18'], 'ISO 27001 A.5.16, A.5.18'],
    ['ISO 27001 A.9.2.1–A.9.2.3', ['A.5.16'], 'ISO 27001 A.5.16'],
  ];
  for (const [spelled, ids, expected] of cases)
    it(`${spelled} becomes ${expected}`, () => assert.equal(respell(spelled, ids), expected));
});
