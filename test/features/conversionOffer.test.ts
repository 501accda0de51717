import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversionOffer } from '../../server/src/engine/features/conversionOffer';
import { ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

/** The title of what is offered where `at` stands in a document of an ISMS. */
function offeredAt(text: string, at: string, anywhere = false): string | undefined {
  const isms = ismsOf(parseFixture(`=== isms.yaml\norganization: ACME\n=== a.md\n${text}\n`));
  const offset = text.indexOf(at);
  return conversionOffer(isms, 'a.md', { start: offset, end: offset }, anywhere)?.title;
}

const LINES = '# Access\n\n**Owner:** CISO | **Version:** 1.0\n\n## Rules\n\nText.';

describe('the offer to convert to front matter', () => {
  const cases: readonly (readonly [name: string, actual: string | undefined, title: string | undefined])[] = [
    ['at a fact', offeredAt(LINES, 'Version'), 'Convert to front matter'],
    ['at the title', offeredAt(LINES, 'Access'), 'Convert to front matter'],
    ['not elsewhere', offeredAt(LINES, 'Text'), undefined],
    ['anywhere when it is asked for', offeredAt(LINES, 'Text', true), 'Convert to front matter'],
    [
      'adds to a block that is there',
      offeredAt('---\ntitle: A\n---\n\n**Owner:** CISO | **Version:** 1', 'Owner'),
      'Add what the text says to the front matter',
    ],
    [
      'not where front matter says it all',
      offeredAt('---\nowner: CISO\nversion: "1"\n---\n\n**Owner:** CISO', 'Owner'),
      undefined,
    ],
    [
      'not in a template',
      offeredAt('**Owner:** CISO | **Version:** 1 | **Type:** Template', 'Owner'),
      undefined,
    ],
    ['not in any other text', offeredAt('# Notes\n\nText.', 'Notes'), undefined],
    [
      'not where the front matter is broken',
      offeredAt('---\ntitle: a: b\n---\n\n**Owner:** CISO | **Version:** 1', 'Owner'),
      undefined,
    ],
  ];
  for (const [name, actual, title] of cases) it(name, () => assert.equal(actual, title));
});
