import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { normalise } from '../../server/src/engine/catalog/lookup';
import { createReasonWords, type Reason } from '../../server/src/engine/catalog/reasonWords';
import { catalogData } from '../harness/engine';

const { reasons } = catalogData;
const KINDS: readonly Reason[] = ['risk', 'threat', 'legal', 'contractual', 'business'];

/** Tries one entry after the other, as `catalog/reasons.yaml` describes them. */
function isNamed(entries: readonly string[], text: string): boolean {
  const spaced = ` ${normalise(text)} `;
  const words = normalise(text).split(' ');
  return entries.some((entry) => {
    if (!/[\p{L}\p{N}]/u.test(entry)) return text.includes(entry);
    if (entry.endsWith('*')) return words.some((word) => word.startsWith(entry.slice(0, -1)));
    if (entry.startsWith('*')) return words.some((word) => word.endsWith(entry.slice(1)));
    return spaced.includes(` ${normalise(entry)} `);
  });
}

describe('the reasons that a text names', () => {
  const entries = KINDS.flatMap((kind) => reasons[kind]).map((entry) => entry.replaceAll('*', 'en'));
  const piece = fc.oneof(
    fc.constantFrom(...entries, ...reasons.riskActivities),
    fc.constantFrom(...entries).map((entry) => entry.split(/[\s-]/)[0] ?? ''),
    fc.constantFrom('the', 'of', 'Zürich', '–', '✅', ''),
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' '));
  const words = createReasonWords(reasons);

  it('are those of its entries', () => {
    fc.assert(
      fc.property(text, (given) => {
        assert.deepEqual(
          [...words.namedIn(given)],
          KINDS.filter((kind) => isNamed(reasons[kind], given)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('are a risk where more is said than that risks are treated', () => {
    fc.assert(
      fc.property(text, (given) => {
        const rest = reasons.riskActivities.reduce(
          (left, activity) => left.replaceAll(normalise(activity), ' '),
          normalise(given),
        );
        assert.equal(words.speaksOfRisk(given), isNamed(reasons.risk, rest));
      }),
      { numRuns: 2000 },
    );
  });
});
