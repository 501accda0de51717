import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { currentFingerprint, recordApproval } from '../../../server/src/engine/rules/policy/recordApproval';
import { applyEdits } from '../../../server/src/engine/text/edits';
import { engine, ismsOf } from '../../harness/engine';
import { parseFixture } from '../../harness/fixture';
import { afterFix, assertFires, findingsOf, fixNamed } from '../../harness/rule';
import { controlledPolicy } from './controlled';

const RULE = 'policy/changed-since-approval';
const TEXT = '# Access\n\n## Rules\n\nAccess must be reviewed every 90 days.\n\n- no sharing\n- no guessing';

function documentIn(literal: string, lineBreak = '\n') {
  const { files } = parseFixture(literal);
  const ended = files.map((file) => ({ ...file, text: file.text.replace(/\n/g, lineBreak) }));
  const [document] = ismsOf({ files: ended }).documents;
  assert.ok(document !== undefined);
  return document;
}

/** A policy with a text and the fingerprint of another one. */
function approved(text: string, yaml = 'status: approved', before = TEXT): string {
  const fingerprint = currentFingerprint(documentIn(controlledPolicy(yaml, before)), engine.vocabulary);
  return controlledPolicy(
    `${yaml}\napprover: Board\napproved_date: 2026-01-01\napproved_fingerprint: ⟪${fingerprint}⟫ # of v1.2`,
    text,
  );
}

const unmarked = (literal: string): string => literal.replace(/[⟪⟫]/g, '');

describe(RULE, () => {
  for (const [what, text] of [
    ['a number', TEXT.replace('90', '180')],
    ['a modality', TEXT.replace('must', 'should')],
    ['a rule less', TEXT.replace('\n- no guessing', '')],
  ] as const) {
    it(`fires on ${what} that was changed`, () => {
      assertFires(RULE, approved(text));
    });
  }

  for (const [what, literal] of [
    ['the text that was approved', approved(TEXT)],
    ['other formatting', approved(TEXT.replace('must', '**must**').replace('every 90', 'every\n90'))],
    [
      'another order of bullets',
      approved(TEXT.replace('- no sharing\n- no guessing', '- no guessing\n- no sharing')),
    ],
    ['an explanation', approved(`${TEXT}\n\n## References\n\nThe handbook`)],
    ['a draft', approved(TEXT.replace('90', '180'), 'status: draft')],
    ['a document under review', approved(TEXT.replace('90', '180'), 'status: in-review')],
    ['no fingerprint', controlledPolicy('status: approved', TEXT)],
    [
      'a fingerprint of another kind',
      controlledPolicy('status: approved\napproved_fingerprint: v9-abc', TEXT),
    ],
  ] as const) {
    it(`does not fire on ${what}`, () => {
      assert.deepEqual(findingsOf(RULE, unmarked(literal)), []);
    });
  }

  it('records the approval of the text as it is', () => {
    const literal = approved(TEXT.replace('90', '180'));
    const fix = fixNamed(assertFires(RULE, literal), 'Record approval of the text as it is now');
    const { texts, left } = afterFix(literal, RULE, fix);
    assert.deepEqual(left, []);
    assert.match(
      texts.get('policies/access.md') ?? '',
      /\napproved_date: 2026-11-22\napproved_fingerprint: v1-[0-9a-f]{20} # of v1\.2\n/,
    );
  });

  it('or sets the status back', () => {
    const literal = approved(TEXT.replace('90', '180'));
    const fix = fixNamed(assertFires(RULE, literal), 'Set the status to in-review');
    const { texts, left } = afterFix(literal, RULE, fix);
    assert.deepEqual(left, []);
    assert.match(texts.get('policies/access.md') ?? '', /\nstatus: in-review\n/);
  });
});

describe('recordApproval', () => {
  const record = (yaml: string, approver?: string, crlf = false): string => {
    const fixture = controlledPolicy(yaml, TEXT);
    const document = documentIn(fixture, crlf ? '\r\n' : '\n');
    const approval = { today: '2026-11-22', ...(approver !== undefined && { approver }) };
    const text = applyEdits(document.source.text, recordApproval(document, approval, engine.vocabulary));
    return text.slice(0, text.indexOf('# Access'));
  };
  const FINGERPRINT = currentFingerprint(documentIn(controlledPolicy('', TEXT)), engine.vocabulary);

  it('adds what is missing in its usual place', () => {
    assert.equal(
      record('status: draft # still\nowner: CISO\nreview_cycle: annual', 'Managing board'),
      `---\ntitle: Access\ncontrols: ["A.5.15"]\nstatus: approved # still\nowner: CISO\napprover: Managing board\napproved_date: 2026-11-22\napproved_fingerprint: ${FINGERPRINT}\nreview_cycle: annual\nnext_review: 2027-11-22\n---\n\n`,
    );
  });

  it('changes what is there, and keeps quotes, comments and line breaks', () => {
    assert.equal(
      record(
        'status: approved\napprover: "Board" # all\napproved_date:\napproved_fingerprint: ""',
        'Jo: CEO',
        true,
      ),
      `---\r\ntitle: Access\r\ncontrols: ["A.5.15"]\r\nstatus: approved\r\napprover: "Jo: CEO" # all\r\napproved_date: 2026-11-22\r\napproved_fingerprint: "${FINGERPRINT}"\r\n---\r\n\r\n`,
    );
  });

  it('changes nothing where there is no front matter', () => {
    const document = documentIn('=== isms.yaml\norganization: X\n=== a.md\n# A\n\n(Annex A: A.5.15)\n');
    assert.deepEqual(recordApproval(document, { today: '2026-11-22' }, engine.vocabulary), []);
  });
});
