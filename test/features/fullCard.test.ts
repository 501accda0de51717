import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createCatalog } from '../../server/src/engine/catalog/catalog';
import type { CrosswalkData } from '../../server/src/engine/catalog/crosswalkData';
import { fullCard } from '../../server/src/engine/features/fullCard';
import { catalogData, ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

const crosswalks = JSON.parse(
  readFileSync(new URL('../../server/src/generated/crosswalks.json', import.meta.url), 'utf8'),
) as CrosswalkData;
const catalog = createCatalog(catalogData, crosswalks);

const WORKSPACE = `
=== p.md
---
title: Access policy
type: policy
controls: ["A.5.15"]
---

Every access decision follows least privilege.

=== soa.md
| Control | Applicable | Justification | Status |
| --- | --- | --- | --- |
| A.5.15 | Yes | Stolen accounts | Implemented |

=== risks.md
| ID | Risk | Treatment | Controls |
| --- | --- | --- | --- |
| R-001 | Stolen accounts | mitigate | A.5.15 |
`;

function cardOf(id: string, workspace?: string): string {
  const control = catalog.control(id);
  assert.ok(control !== undefined);
  if (workspace === undefined) return fullCard(control, catalog);
  const isms = ismsOf(parseFixture(workspace));
  return fullCard(control, catalog, { isms, linkTo: (path, span) => `${path}@${span.start}` });
}

/** The text under a heading. */
function part(card: string, heading: string): string {
  const [, text] = card.split(`\n## ${heading}\n`);
  assert.ok(text !== undefined, `there is no "${heading}"`);
  return text.split('\n## ')[0] ?? '';
}

describe('the full card', () => {
  it('has every part of the guidance for all controls', () => {
    for (const { id, title, card } of catalog.controls) {
      const text = cardOf(id);
      assert.ok(text.startsWith(`# ${id} ${title}\n\n`), id);
      assert.ok(part(text, 'How').includes(`\n${card.how.length}. ${card.how.at(-1)}`), id);
      for (const { question } of card.elements)
        assert.ok(part(text, 'What a document must decide').includes(`- ${question}`), id);
      for (const sentence of card.wording) assert.ok(part(text, 'Wording').includes(sentence), id);
      assert.ok(part(text, 'What auditors find').includes(card.findings[0] ?? '?'), id);
      assert.doesNotMatch(text, /undefined|\[object/, id);
    }
  });

  it('tells related controls with their titles, and attributes by dimension', () => {
    const text = cardOf('A.5.15');
    assert.match(part(text, 'Related controls'), /- \*\*A\.5\.18 Access rights\*\*: the daily business/);
    assert.match(part(text, 'Attributes'), /\| Control type \| Preventive \|/);
  });

  it('says what is new in 2022, and what a control was before', () => {
    assert.match(cardOf('A.5.7'), /Organizational control · New in 2022\n[^]*\n## New in 2022\n/);
    assert.match(cardOf('A.5.15'), /In the 2013 edition: A\.9\.1\.1/);
  });

  it('shows source and confidence with every relation', () => {
    const relations = part(cardOf('A.5.15'), 'Relations to other frameworks');
    for (const { item, source } of catalog.crosswalks?.itemsOf('A.5.15') ?? [])
      assert.ok(
        relations.split('\n').some((row) => row.startsWith(`| ${item.id} |`) && row.includes(source.label)),
      );
    assert.match(relations, /\| CC6\.2 \| .*\| related \(derived\) \| .+ \| derived[^|]* \|/);
    assert.match(relations, /^\nRelated, not equivalent/);
  });

  it('ticks the questions that the mapping documents settle, and shows the chain', () => {
    const text = cardOf('A.5.15', WORKSPACE);
    const questions = part(text, 'What a document must decide');
    assert.match(
      questions,
      /- ✓ Which principles govern every access decision\? \(\[Access policy\]\(p\.md@\d+\)\)/,
    );
    assert.match(questions, /- ○ Which rules apply to remote/);
    const chain = part(text, 'In this ISMS');
    assert.match(chain, /Documents: \[Access policy\]/);
    assert.match(chain, /\[SoA\]\(soa\.md@\d+\): applies, implemented/);
    assert.match(chain, /Risks: \[R-001\]/);
  });

  it('ticks nothing where no document maps the control', () => {
    assert.doesNotMatch(part(cardOf('A.8.5', WORKSPACE), 'What a document must decide'), /[✓○]/);
  });
});
