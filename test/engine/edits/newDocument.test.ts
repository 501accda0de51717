import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newDocumentPath, newPolicy } from '../../../server/src/engine/edits/newDocument';
import { checkFixture, engine } from '../../harness/engine';

const unknown = { reviewCycle: undefined, scope: undefined, lineBreak: '\n' };
const control = engine.catalog.control('A.5.15');
assert.ok(control !== undefined);

describe('newPolicy', () => {
  it('writes front matter in the order of the conventions, and invents nothing', () => {
    assert.equal(
      newPolicy(control, unknown).split('\n# ')[0],
      `---
id: ""
title: Access control
type: policy
version: "0.1"
status: draft
classification: ""
owner: ""
approver: ""
approved_date: ""
effective_date: ""
review_cycle: ""
next_review: ""
controls: ["A.5.15"]
related_documents: []
---
`,
    );
  });

  it('has the headings of a policy, and the first steps of the control as a comment', () => {
    const text = newPolicy(control, unknown);
    assert.deepEqual(text.match(/^#+ .*$/gm), ['# Access control', '## Purpose', '## Scope', '## Rules']);
    for (const step of control.card.how.slice(0, 3)) assert.ok(text.includes(`\n- ${step}\n`), step);
    assert.ok(!text.includes(`- ${control.card.how[3]}`));
    assert.ok(text.endsWith('-->\n'));
  });

  it('says what isms.yaml says, quoted where YAML needs it', () => {
    const text = newPolicy(control, {
      reviewCycle: 'P1Y',
      scope: 'Development of the platform',
      lineBreak: '\n',
    });
    assert.match(text, /^review_cycle: P1Y$/m);
    assert.match(text, /## Scope\n\nDevelopment of the platform\n/);
    assert.match(newPolicy(control, { ...unknown, reviewCycle: 12 }), /^review_cycle: "12"$/m);
  });

  it('uses the line breaks of the workspace', () => {
    assert.equal(
      newPolicy(control, { ...unknown, lineBreak: '\r\n' }).replace(/\r\n/g, ''),
      newPolicy(control, unknown).replace(/\n/g, ''),
    );
  });

  for (const each of engine.catalog.controls) {
    it(`${each.id}: is read back as a draft policy that maps the control, and raises no error or warning`, () => {
      const { findings, isms } = checkFixture(`=== policies/new.md\n${newPolicy(each, unknown)}`);
      const [document] = isms.documents;
      assert.equal(document?.kind, 'policy');
      assert.equal(document.status, 'draft');
      assert.equal(document.title, each.title);
      assert.deepEqual([...isms.mappings.keys()], [each.id]);
      assert.deepEqual(document.facts.citations, []);
      assert.deepEqual(
        findings.filter(
          (finding) => finding.ruleId !== 'soa/missing' && /error|warning/.test(finding.severity),
        ),
        [],
      );
    });
  }
});

describe('newDocumentPath', () => {
  const cases: readonly (readonly [
    folder: string,
    title: string,
    taken: readonly string[],
    expected: string,
  ])[] = [
    ['policies', 'Access control', [], 'policies/access-control.md'],
    ['', 'Access control', [], 'access-control.md'],
    ['policies', 'Access control', ['policies/access-control.md'], 'policies/access-control-2.md'],
    ['p', 'Access control', ['p/access-control.md', 'p/access-control-2.md'], 'p/access-control-3.md'],
    ['p', 'Rückgabe & Größe (Geräte)', [], 'p/ruckgabe-grosse-gerate.md'],
    ['p', '🔒', [], 'p/document.md'],
  ];
  for (const [folder, title, taken, expected] of cases) {
    it(`${title} in "${folder}" is ${expected}`, () =>
      assert.equal(
        newDocumentPath(folder, title, (path) => taken.includes(path)),
        expected,
      ));
  }
});
