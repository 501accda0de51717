import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt } from '../../server/src/engine/features/hover';
import { ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

const SOA = `
=== soa.md
---
type: soa
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | Stolen accounts | Implemented |
| A.7.4 | Physical security monitoring | No | No rooms of our own | |
`;

const POLICY = '=== p.md\n---\ntitle: Access\ntype: policy\ncontrols: ["A.5.15"]\n---\n';

/** The labels of what can be done from the cursor of a fixture. */
function labels(literal: string): string[] {
  const fixture = parseFixture(literal);
  const file = fixture.files.find((each) => each.cursor !== undefined);
  assert.ok(file?.cursor !== undefined, 'the fixture has no cursor');
  const found = hoverAt(ismsOf(fixture), file.path, file.cursor, (path, span) => `${path}@${span.start}`);
  return (found?.actions ?? []).map(({ label }) => label);
}

describe('what can be done from a hover', () => {
  it('offers the card, the mapping document, the SoA row and wording', () => {
    assert.deepEqual(labels(`${POLICY}\nSee A.5.1‸5.\n${SOA}`), [
      'Full card',
      'Document that maps it',
      'SoA row',
      'Insert wording…',
    ]);
  });

  it('offers to add a control that the document does not map, unless the SoA excludes it', () => {
    assert.deepEqual(labels(`${POLICY}\nSee A.5.1‸6.\n${SOA}`), [
      'Full card',
      'Insert wording…',
      'Add to this document',
    ]);
    assert.deepEqual(labels(`${POLICY}\nSee A.7.‸4.\n${SOA}`), ['Full card', 'SoA row', 'Insert wording…']);
  });

  it('counts documents once each', () => {
    const twice = POLICY.replace('["A.5.15"]', '["A.5.15", "5.15"]').replace('p.md', 'q.md');
    assert.ok(labels(`${POLICY}\nSee A.5.1‸5.\n${twice}\n`).includes('2 documents that map it'));
  });

  it('offers in the SoA neither its own row nor wording nor a place in its front matter', () => {
    assert.deepEqual(labels(`${POLICY}\n${SOA.replace('| A.5.15', '| A.5.1‸5')}`), [
      'Full card',
      'Document that maps it',
    ]);
  });

  it('is about the successor of an id of 2013 that has only one, and about nothing else than controls', () => {
    assert.ok(labels(`${POLICY}\nSee A.9.2.‸1.\n`).includes('Full card'));
    assert.deepEqual(labels(`${POLICY}\nSee A.5.15–A.5.1‸8.\n`), []);
    assert.deepEqual(labels(`${POLICY}\nWe follow clause 6.1.‸3.\n`), []);
  });

  it('cannot add where there is no front matter', () => {
    const plain =
      '=== p.md\n# Policy\n\n| Framework | Requirement |\n| - | - |\n| ISO 27001 | A.5.15 |\n\nSee A.5.1‸6.\n';
    assert.ok(!labels(plain).includes('Add to this document'));
  });
});
