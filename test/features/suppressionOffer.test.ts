import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../../server/src/engine/check/finding';
import { suppressionOffer } from '../../server/src/engine/features/suppressionOffer';
import { RULES } from '../../server/src/engine/rules/registry';
import { applyEdits } from '../../server/src/engine/text/edits';
import { engine, ismsOf, TODAY } from '../harness/engine';
import { parseFixture, type Fixture } from '../harness/fixture';

function findingsOf(fixture: Fixture): readonly Finding[] {
  return engine.check(ismsOf(fixture), { today: TODAY }).findings;
}

/** The fixture after the suppression was inserted with this reason, or without one. */
function suppressed(fixture: Fixture, finding: Finding, reason: string): Fixture | undefined {
  const offer = suppressionOffer(ismsOf(fixture), finding);
  if (offer === undefined) return undefined;
  const newText = `${offer.before}${reason}${offer.after}`;
  const edit = { span: { start: offer.at, end: offer.at }, newText };
  const known = fixture.files.some((file) => file.path === offer.path);
  const files = known
    ? fixture.files
    : [...fixture.files, { path: offer.path, text: '', marks: [], cursor: undefined, unreadable: undefined }];
  return {
    files: files.map((file) =>
      file.path === offer.path ? { ...file, text: applyEdits(file.text, [edit]) } : file,
    ),
  };
}

function isSame(a: Finding, b: Finding): boolean {
  return a.ruleId === b.ruleId && a.path === b.path && a.message === b.message;
}

describe('ignoring a finding', () => {
  for (const rule of RULES) {
    it(`${rule.id}: silences it where a reason is given, and never without one`, () => {
      const fixture = parseFixture(rule.docs.bad);
      for (const finding of findingsOf(fixture).filter((each) => each.ruleId === rule.id)) {
        const written = suppressed(fixture, finding, 'accepted by the board');
        if (written === undefined) {
          assert.match(rule.id, /^(?:suppression\/|config\/invalid$)/, 'this finding cannot be ignored');
          continue;
        }
        const after = findingsOf(written);
        assert.ok(!after.some((each) => isSame(each, finding)), `still there: ${finding.message}`);
        assert.deepEqual(
          after.filter((each) => each.ruleId.startsWith('suppression/')),
          [],
        );
        const empty = suppressed(fixture, finding, '');
        const ids = findingsOf(empty ?? fixture).map((each) => each.ruleId);
        assert.ok(ids.includes(rule.id) && ids.includes('suppression/missing-reason'), ids.join(', '));
      }
    });
  }

  const SOA = '| Control | Applicable | Justification | Status |\n| --- | --- | --- | --- |\n';
  const FORMS: readonly (readonly [string, string, string, string])[] = [
    [
      'text',
      'mapping/unknown-control',
      'title: P\ntype: policy\n---\nIntro.\n\nSee A.5.99.\n',
      '\n<!-- isms-disable-next-line mapping/unknown-control -- ¶ -->\nSee A.5.99.\n',
    ],
    [
      'front matter',
      'mapping/unknown-control',
      'type: policy\ncontrols:\n  - "A.5.99"\n---\n',
      '  - "A.5.99" # isms-disable-line mapping/unknown-control -- ¶\n',
    ],
    [
      'a row',
      'soa/missing-justification',
      `type: soa\n---\n${SOA}| A.5.15 | Yes | | Planned |\n`,
      '| A.5.15 | Yes | | Planned <!-- isms-disable-line soa/missing-justification -- ¶ --> |\n',
    ],
    [
      'a row without bars at its ends',
      'soa/missing-justification',
      'type: soa\n---\nControl | Applicable | Justification | Status\n--- | --- | --- | ---\nA.5.15 | Yes | | Planned\n',
      'A.5.15 | Yes | | Planned <!-- isms-disable-line soa/missing-justification -- ¶ -->\n',
    ],
    [
      'a missing row',
      'soa/missing-control',
      `type: soa\n---\n${SOA}| A.5.1 | Yes | Contract with the port | Planned |\n`,
      '\n---\n\n<!-- isms-disable-file soa/missing-control A.5.2 -- ¶ -->\n',
    ],
  ];
  for (const [name, rule, lines, expected] of FORMS) {
    it(`is written for ${name}`, () => {
      const fixture = parseFixture(`=== p.md\n---\n${lines}`);
      const finding = findingsOf(fixture).find((each) => each.ruleId === rule);
      assert.ok(finding, `${rule} does not fire`);
      const text = suppressed(fixture, finding, '¶')?.files[0]?.text;
      assert.ok(text?.includes(expected), text);
    });
  }

  it('silences one missing control, not all of its table', () => {
    const fixture = parseFixture(
      `=== p.md\n---\ntype: soa\n---\n${SOA}| A.5.1 | Yes | Contract with the port | Planned |\n`,
    );
    const missing = (each: Fixture): number =>
      findingsOf(each).filter((finding) => finding.ruleId === 'soa/missing-control').length;
    const finding = findingsOf(fixture).find((each) => each.ruleId === 'soa/missing-control');
    assert.ok(finding);
    assert.equal(missing(suppressed(fixture, finding, 'why') ?? fixture), missing(fixture) - 1);
  });

  it('keeps Windows line breaks', () => {
    const fixture = parseFixture('=== p.md\n---\r\ntype: policy\r\n---\r\n\r\nSee A.5.99.\r\n');
    const [finding] = findingsOf(fixture).filter((each) => each.ruleId === 'mapping/unknown-control');
    assert.ok(finding);
    assert.match(suppressed(fixture, finding, 'x')?.files[0]?.text ?? '', /-- x -->\r\nSee A\.5\.99/);
  });
});
