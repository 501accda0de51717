import assert from 'node:assert/strict';
import { completionsAt, type Completion } from '../../server/src/engine/features/completion';
import { applyEdits } from '../../server/src/engine/text/edits';
import { ismsOf } from './engine';
import { parseFixture } from './fixture';

/** What is offered at the cursor of a fixture. */
export interface Offered {
  readonly offers: readonly Completion[];
  /** The line of the cursor after the offer with this label or id was taken. */
  take(label: string): string;
}

export function complete(literal: string): Offered {
  const fixture = parseFixture(literal);
  const file = fixture.files.find((each) => each.cursor !== undefined);
  assert.ok(file?.cursor !== undefined, 'the fixture has no cursor');
  const { cursor, text, path } = file;
  const offers = completionsAt(ismsOf(fixture), path, cursor);
  for (const offer of offers) {
    assert.ok(
      offer.span.start <= cursor && cursor <= offer.span.end,
      `${offer.label}: the span does not hold the cursor`,
    );
    assert.ok(!text.slice(offer.span.start, offer.span.end).includes('\n'), 'the span goes over a line');
  }
  return {
    offers,
    take: (label) => {
      const offer = offers.find((each) => each.label === label || each.label.startsWith(`${label} `));
      assert.ok(offer, `${label} is not offered`);
      const after = applyEdits(text, [offer]);
      const line = text.slice(0, cursor).split('\n').length - 1;
      return after.split('\n')[line] ?? '';
    },
  };
}
