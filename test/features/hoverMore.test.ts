import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { CrosswalkData } from '../../server/src/engine/catalog/crosswalkData';
import { createEngine } from '../../server/src/engine/engine';
import { hoverAt } from '../../server/src/engine/features/hover';
import { exampleIsms } from '../../server/tools/docs/exampleIsms';
import { catalogData } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

const crosswalks = JSON.parse(
  readFileSync(new URL('../../server/src/generated/crosswalks.json', import.meta.url), 'utf8'),
) as CrosswalkData;
const engine = createEngine(catalogData, crosswalks);

/** The hover in the body of a policy that maps A.5.15, at the cursor. */
function hover(body: string): { readonly markdown: string; readonly text: string } | undefined {
  const fixture = parseFixture(
    `=== p.md\n---\ntitle: Policy\ntype: policy\ncontrols: ["A.5.15"]\n---\n\n${body}\n`,
  );
  const [file] = fixture.files;
  assert.ok(file?.cursor !== undefined);
  const link = (path: string): string => path;
  const found = hoverAt(exampleIsms(engine, fixture), file.path, file.cursor, link);
  return found && { markdown: found.markdown, text: file.text.slice(found.span.start, found.span.end) };
}

describe('hover on what is no control', () => {
  it('tells of a clause its note, its documented information and who names it', () => {
    const found = hover('See clause 6.1.‸3 d.');
    assert.match(found?.markdown ?? '', /^\*\*Clause 6\.1\.3 Information security risk treatment\*\*/);
    assert.match(found?.markdown ?? '', /- Statement of Applicability \(6\.1\.3 d\), document\)/);
    assert.match(found?.markdown ?? '', /- No document lists it\./);
    assert.match(hover('See clause 4.‸1.')?.markdown ?? '', /Amd 1:2024/);
  });

  for (const [id, title] of [
    ['CC6.1', 'SOC 2'],
    ['PR.AA-05', 'NIST Cybersecurity Framework'],
    ['AC-2', 'NIST SP 800-53'],
    ['164.308(a)(1)(i)', 'HIPAA'],
  ] as const) {
    it(`tells what ${id} is related to, from which source and how sure`, () => {
      const found = hover(`As ${id.slice(0, 2)}‸${id.slice(2)} wants.`);
      assert.equal(found?.text, id);
      assert.ok(found.markdown.startsWith(`**${id}`), found.markdown);
      assert.ok(found.markdown.includes(`(${title}`), found.markdown);
      assert.match(found.markdown, /- \*\*A\.\d\.\d+ .+\*\*: mapped by .+ \*\(.+; .+; .+\)\*/);
    });
  }

  it('tells which controls carry an attribute', () => {
    const found = hover('Tags: #Prev‸entive.');
    assert.equal(found?.text, '#Preventive');
    assert.match(found?.markdown ?? '', /attribute: control type\)\n\n\d+ of 93 controls carry it:/);
  });

  it('says nothing of other words', () => {
    for (const text of ['The po‸licy', '#some‸thing', 'RFC‸-2119', 'CC9‸9.1', '1‸23'])
      assert.equal(hover(text), undefined, text);
  });
});
