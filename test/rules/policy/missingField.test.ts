import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyFix, checkFixture } from '../../harness/engine';

const RULE = 'policy/missing-field';

interface Case {
  readonly name: string;
  readonly frontMatter: string;
  readonly config?: string;
  readonly body?: string;
  /** The names in the message; empty: no finding. */
  readonly missing: string;
}

const CASES: readonly Case[] = [
  {
    name: 'all there',
    frontMatter: 'title: A\nversion: 1\nstatus: approved\nowner: B\nnext_review: 2027-01-01',
    missing: '',
  },
  {
    name: 'other spellings',
    frontMatter: 'name: A\nrevision: 1\nstatus: final\npolicy_owner: B\nreview_due: 2027-01-01',
    missing: '',
  },
  {
    name: 'one missing',
    frontMatter: 'title: A\nversion: 1\nstatus: approved\nnext_review: 2027-01-01',
    missing: 'owner',
  },
  {
    name: 'several missing: one finding',
    frontMatter: 'title: A\nstatus: approved',
    missing: 'version, owner and next review',
  },
  {
    name: 'keys without a value',
    frontMatter: 'title: A\nversion: ""\nstatus: approved\nowner:\nnext_review: null',
    missing: 'version, owner and next review',
  },
  {
    name: 'a heading is a title',
    frontMatter: 'version: 1\nstatus: approved\nowner: B\nnext_review: 2027-01-01',
    body: '# Access',
    missing: '',
  },
  {
    name: 'a heading of the second level is none',
    frontMatter: 'version: 1\nstatus: approved\nowner: B\nnext_review: 2027-01-01',
    body: '## Access',
    missing: 'title',
  },
  {
    name: 'last review and cycle say the next review',
    frontMatter:
      'title: A\nversion: 1\nstatus: approved\nowner: B\nlast_review: 2026-01-01\nreview_cycle: annual',
    missing: '',
  },
  {
    name: 'a cycle alone does not',
    frontMatter: 'title: A\nversion: 1\nstatus: approved\nowner: B\nreview_cycle: annual',
    missing: 'next review',
  },
  {
    name: 'a retired document is not reviewed',
    frontMatter: 'title: A\nversion: 1\nstatus: archived\nowner: B',
    missing: '',
  },
  {
    name: 'the set is configurable',
    config: 'requiredFields: [title, approver]',
    frontMatter: 'title: A',
    missing: 'approver',
  },
  {
    name: 'an empty set asks for nothing',
    config: 'requiredFields: []',
    frontMatter: 'tags: [a]',
    missing: '',
  },
  { name: 'a template is not under control', frontMatter: 'type: template\ntitle: A', missing: '' },
  { name: 'a record is not under control', frontMatter: 'type: record\ntitle: A', missing: '' },
  {
    name: 'a value of the wrong type has its own finding',
    frontMatter: 'title: A\nversion: [1, 2]\nstatus: approved\nowner: B\nnext_review: 2027-01-01',
    missing: '',
  },
];

function check(
  frontMatter: string,
  config = 'organization: ACME',
  body = '',
): ReturnType<typeof checkFixture> {
  return checkFixture(
    `=== isms.yaml\n${config}\n=== policies/access.md\n---\n${frontMatter}\ncontrols: ["A.5.15"]\n---\n\n${body}\n`,
  );
}

describe(RULE, () => {
  for (const { name, frontMatter, config, body, missing } of CASES) {
    it(name, () => {
      const findings = check(frontMatter, config, body).findings.filter((finding) => finding.ruleId === RULE);
      const named = findings.map(
        ({ message }) => /does not say the (.*) of this document/.exec(message)?.[1],
      );
      assert.deepEqual(named, missing === '' ? [] : [missing]);
      for (const finding of findings) assert.deepEqual(finding.span, { start: 0, end: 3 });
    });
  }

  it('is an information in a draft and a warning in anything else', () => {
    for (const [status, severity] of [
      ['draft', 'information'],
      ['in-review', 'warning'],
      ['approved', 'warning'],
    ]) {
      const [finding] = check(`status: ${status}`).findings.filter((each) => each.ruleId === RULE);
      assert.equal(finding?.severity, severity);
    }
  });

  it('a severity in isms.yaml holds for drafts too', () => {
    const [finding] = check('status: draft', `rules: { ${RULE}: error }`).findings.filter(
      (each) => each.ruleId === RULE,
    );
    assert.equal(finding?.severity, 'error');
  });

  it('says nothing where neither isms.yaml nor an SoA says that this is an ISMS', () => {
    const rulesOf = (files: string): string[] =>
      checkFixture(`${files}=== a.md\n---\ncontrols: ["A.5.15"]\n---\n`).findings.map(({ ruleId }) => ruleId);
    assert.ok(!rulesOf('').includes(RULE));
    assert.ok(rulesOf(ISMS).includes(RULE));
    const soa = '=== soa.md\n| Control | Applicable |\n| --- | --- |\n| A.5.15 | Yes |\n';
    assert.ok(rulesOf(soa).includes(RULE));
  });

  it('says nothing where there is no front matter, or none that can be read', () => {
    const { findings } = checkFixture(
      '=== isms.yaml\norganization: A\n=== soa.md\n| Control | Applicable |\n| --- | --- |\n| A.5.1 | Yes |\n=== b.md\n---\ntitle: a: b\ncontrols: ["A.5.1"]\n---\n',
    );
    assert.deepEqual(
      findings.filter((finding) => finding.ruleId === RULE),
      [],
    );
  });
});

interface FixCase {
  readonly name: string;
  readonly before: string;
  /** `undefined`: no fix is offered. */
  readonly after: string | undefined;
}

const ISMS = '=== isms.yaml\norganization: A\n';

const FIXES: readonly FixCase[] = [
  {
    name: 'adds the missing keys in the usual order and leaves the rest alone',
    before:
      '---\n# Document control\nid: "P-1"\ntitle: A # short\ntype: policy\nclassification: internal\n\n# Mapping\ncontrols:\n  - "A.5.15" # access\n  - "A.5.18"\n---\n',
    after:
      '---\n# Document control\nid: "P-1"\ntitle: A # short\ntype: policy\nversion:\nstatus:\nclassification: internal\nowner:\nnext_review:\n\n# Mapping\ncontrols:\n  - "A.5.15" # access\n  - "A.5.18"\n---\n',
  },
  {
    name: 'puts what comes before everything above the first key, below the remark at the top',
    before: '---\n# Owner: see the register\ncontrols: ["A.5.15"]\n---\n',
    after:
      '---\n# Owner: see the register\ntitle:\nversion:\nstatus:\nowner:\nnext_review:\ncontrols: ["A.5.15"]\n---\n',
  },
  {
    name: 'goes below a value on several lines',
    before:
      '---\ntitle: >\n  Access\n  control\nversion: 1\nstatus: draft\napprover:\n  - Ann\n  - Bob # CTO\nowner: X\ncontrols: ["A.5.15"]\n---\n',
    after:
      '---\ntitle: >\n  Access\n  control\nversion: 1\nstatus: draft\napprover:\n  - Ann\n  - Bob # CTO\nowner: X\nnext_review:\ncontrols: ["A.5.15"]\n---\n',
  },
  {
    name: 'does not repeat a key that is there without a value',
    before: '---\ntitle: A\nversion: 1\nstatus: approved\nowner:\ncontrols: ["A.5.15"]\n---\n',
    after: '---\ntitle: A\nversion: 1\nstatus: approved\nowner:\nnext_review:\ncontrols: ["A.5.15"]\n---\n',
  },
  {
    name: 'keeps the line breaks and the indentation',
    before:
      '---\r\n  title: A\r\n  version: 1\r\n  status: approved\r\n  owner: X\r\n  controls: ["A.5.15"]\r\n---\r\n',
    after:
      '---\r\n  title: A\r\n  version: 1\r\n  status: approved\r\n  owner: X\r\n  next_review:\r\n  controls: ["A.5.15"]\r\n---\r\n',
  },
  {
    name: 'is not offered where only values are missing',
    before:
      '---\ntitle: A\nversion: 1\nstatus: approved\nowner:\nnext_review: 2027-01-01\ncontrols: ["A.5.15"]\n---\n',
    after: undefined,
  },
  {
    name: 'is not offered in a block written in braces',
    before: '---\n# in braces\n{ title: A, version: 1, controls: ["A.5.15"] }\n---\n',
    after: undefined,
  },
];

describe(`${RULE}: the fix`, () => {
  for (const { name, before, after } of FIXES) {
    it(name, () => {
      const { findings, fixture } = checkFixture(`${ISMS}=== a.md\n${before}`);
      const [finding] = findings.filter((each) => each.ruleId === RULE);
      assert.ok(finding !== undefined);
      assert.equal(finding.fixes.length, after === undefined ? 0 : 1);
      const [fix] = finding.fixes;
      if (fix === undefined) return;
      assert.equal(fix.kind, 'choice');
      const fixed = applyFix(fixture, fix).get('a.md') ?? '';
      assert.equal(fixed, after);
      const again = checkFixture(`${ISMS}=== a.md\n${fixed}`).findings.filter((each) => each.ruleId === RULE);
      assert.deepEqual(
        again.map((each) => [each.message, each.fixes]),
        [[finding.message, []]],
      );
    });
  }
});
