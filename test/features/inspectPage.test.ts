import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from '../../server/src/engine/features/inspect/inspection';
import { inspectionPage } from '../../server/src/engine/features/inspect/page';
import { pageMarkdown } from '../../server/src/engine/features/page';
import { ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

const POLICY = `=== a.md
---
title: Access
type: policy
owner: Ada
colour: blue
controls: ["A.5.15", "A.9.2.1"]
---

# Access

> **Owner:** Bob

ISO 42001 A.6.2.4 is for the models.

| Fruit | Colour |
| --- | --- |
| Plum | Blue |
`;

describe('the page', () => {
  const pageOf = (literal: string): string => {
    const inspection = inspect(ismsOf(parseFixture(literal)), 'a.md');
    assert.ok(inspection !== undefined);
    return pageMarkdown(inspectionPage(inspection, 'a.md', ({ start }) => `at ${start}`));
  };

  it('says the kind first, what was not used last, and keeps the words of the file harmless', () => {
    const page = pageOf(POLICY.replace('title: Access', 'title: "<b>*Access*</b>"'));
    assert.match(
      page,
      /^# a\.md\n\n\*\*\\<b\\>\\\*Access\\\*\\<\/b\\>\*\* is a policy, because its type is "policy" \(at \d+\)\.\n/,
    );
    assert.match(
      page,
      /\| owner \| Ada \| front matter, at \d+ \|\n\| {2}\| not used: Bob \| quote, at \d+ \|/,
    );
    assert.match(
      page,
      /\| A\.9\.2\.1 \| of 2013: User registration and de-registration; now A\.5\.16 \| front matter, at/,
    );
    assert.ok(page.lastIndexOf('## ') === page.indexOf('## Not used (3)'));
  });

  it('says of a file that is none what would make it one', () => {
    assert.match(
      pageOf('=== a.md\n# Notes\n'),
      /^# a\.md\n\n\*\*No document of the ISMS\.\*\*.*\n\n- A type in front matter/,
    );
  });

  it('writes ids that follow one another as a range', () => {
    const page = pageOf('=== a.md\n---\ntype: policy\n---\n\n# T\n\nA.5.1, A.5.2, A.5.3, A.6.1.\n');
    assert.match(page, /\| T \| at \d+ \| A\.5\.1–A\.5\.3, A\.6\.1 \|/);
  });
});
