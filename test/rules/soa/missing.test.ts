import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkTarget } from '../../../server/src/engine/edits/newSoa';
import { checkFixture, engine } from '../../harness/engine';
import { afterFix, findingsOf, HEADER } from './soaHarness';

const RULE = 'soa/missing';
const POLICY =
  '=== policies/access (v2).md\n---\ntitle: Access [control] | v2\ncontrols: ["A.5.15", "A.5.18"]\n---\n';
const SOA = `${HEADER}\n| A.5.15 | Access control | Yes | Contract | Implemented |\n`;

describe(RULE, () => {
  const places: readonly (readonly [string, string, readonly [string, string][]])[] = [
    [
      'fires once, on the first control of the first document',
      `=== b.md\n---\ncontrols: [A.5.1]\n---\n=== a.md\n---\ncontrols: [A.8.1, A.5.2]\n---\n`,
      [['a.md', 'A.8.1']],
    ],
    [
      'fires on isms.yaml where there is one',
      `=== isms.yaml\norganization: ACME\nscope: All\n${POLICY}`,
      [['isms.yaml', 'organization: ACME']],
    ],
    [
      'fires on the path that does not exist',
      `=== isms.yaml\nsoa: docs/soa.md\n${POLICY}`,
      [['isms.yaml', 'docs/soa.md']],
    ],
    [
      'fires on a part that does not exist',
      `=== isms.yaml\nsoa: [soa.md, ./people.md]\n=== soa.md\n${SOA}`,
      [['isms.yaml', './people.md']],
    ],
    [
      'fires on a document that is meant as the SoA and has no rows',
      `${POLICY}=== soa.md\n---\ntype: soa\n---\n# SoA\n`,
      [['soa.md', 'soa']],
    ],
    ['is silent where there is an SoA', `${POLICY}=== soa.md\n${SOA}`, []],
    ['is silent where no document maps a control', '=== a.md\n---\ntype: policy\n---\nSee A.5.15.\n', []],
    ['is silent where the only SoA cannot be read', `${POLICY}=== soa.md (unreadable: not UTF-8)\n`, []],
    ['is silent where the SoA has another format', `=== isms.yaml\nsoa: soa.xlsx\n${POLICY}`, []],
    [
      'is silent on an SoA of another standard',
      '=== aims.md\n---\ntype: soa\n---\n# ISO/IEC 42001 statement\n\n| Control | Applicable |\n|---|---|\n| A.2.2 | Yes |\n',
      [],
    ],
  ];
  for (const [name, literal, expected] of places) {
    it(name, () => {
      const { findings, textOf } = findingsOf(RULE, literal);
      assert.deepEqual(
        findings.map((finding) => [finding.path, textOf(finding)]),
        expected,
      );
    });
  }

  it('is the only finding about the SoA where there is none', () => {
    const { findings } = checkFixture(POLICY);
    assert.deepEqual(
      findings.filter(({ ruleId }) => ruleId.startsWith('soa/')).map(({ ruleId }) => ruleId),
      [RULE],
    );
  });

  describe('the file that it creates', () => {
    const RISKS =
      '=== risks.md\n---\ntype: risk-register\n---\n| ID | Risk | Treatment | Controls |\n|---|---|---|---|\n| R-001 | Theft | Mitigate | A.5.15, A.7.1 |\n';
    const text = afterFix(RULE, POLICY + RISKS, 'Create soa.md with all 93 controls');

    it('has a row for each control, with what is known', () => {
      assert.ok(
        text.includes(
          '\n| A.5.15 | Access control | TBC | | | [Access \\[control\\] \\| v2](policies/access%20%28v2%29.md) | R-001 |\n',
        ),
      );
      assert.ok(text.includes('\n| A.7.1 | Physical security perimeters | TBC | | | | R-001 |\n'));
      assert.equal(text.match(/^\| A\./gm)?.length, 93);
      assert.deepEqual(text.match(/^## .*$/gm), [
        '## Organizational controls',
        '## People controls',
        '## Physical controls',
        '## Technological controls',
      ]);
    });

    it('is read back as an SoA in which nothing is decided and nothing is wrong', () => {
      const { findings, isms } = checkFixture(`${POLICY}${RISKS}=== soa.md\n${text}`);
      assert.equal(isms.soa?.rows.size, 93);
      assert.equal(isms.soa?.documents[0]?.status, 'draft');
      assert.deepEqual(
        [...new Set(findings.filter(({ ruleId }) => ruleId.startsWith('soa/')).map(({ ruleId }) => ruleId))],
        ['soa/not-assessed'],
      );
      assert.deepEqual(
        isms.soa?.rows.get('A.5.15')?.[0]?.row.documents?.links.map(({ text: title }) => title),
        ['Access [control] | v2'],
      );
    });

    it('begins with canonical front matter', () => {
      const keys = text.slice(0, text.indexOf('\n---\n', 4)).match(/^\w+/gm);
      const order = [
        'id',
        'title',
        'type',
        'version',
        'status',
        'classification',
        'owner',
        'approver',
        'approved_date',
        'effective_date',
        'review_cycle',
        'next_review',
        'related_documents',
      ];
      assert.deepEqual(keys, order);
    });

    it('lies where isms.yaml says, with links from there', () => {
      const literal = `=== isms.yaml\norganization: ACME GmbH\nsoa: docs/soa.md\n${POLICY}`;
      const created = afterFix(RULE, literal, 'Create docs/soa.md with all 93 controls', 'docs/soa.md');
      assert.ok(created.includes('](../policies/access%20%28v2%29.md)'));
      assert.ok(created.includes('This statement of ACME GmbH answers'));
    });

    it('takes another name where soa.md is something else', () => {
      const { titles } = findingsOf(RULE, `${POLICY}=== soa.md\nService-oriented architecture.\n`);
      assert.deepEqual(titles(), ['Create statement-of-applicability.md with all 93 controls']);
    });

    it('keeps CRLF where the documents have it', () => {
      const created = afterFix(
        RULE,
        '=== a.md\n---\r\ncontrols: [A.5.1]\r\n---\r\n',
        'Create soa.md with all 93 controls',
      );
      assert.equal(created.replaceAll('\r\n', '').includes('\n'), false);
    });
  });

  it('adds the tables to a document that is meant as the SoA', () => {
    const before = '---\ntype: soa\n---\n# SoA\n';
    const after = afterFix(RULE, `=== soa.md\n${before}`, 'Add tables with all 93 controls');
    assert.ok(after.startsWith(`${before}\n## Organizational controls\n\n| Control |`));
    assert.equal(checkFixture(`=== soa.md\n${after}`).isms.soa?.rows.size, 93);
  });

  it('adds no tables to one that names controls in a shape of its own', () => {
    assert.deepEqual(
      findingsOf(
        RULE,
        '=== soa.md\n---\ntype: soa\n---\n## A.5.1 Policies\n\n**Applicable:** Yes\n',
      ).titles(),
      [],
    );
  });

  it('links from any folder to any other', () => {
    assert.equal(linkTarget('soa.md', 'policies/a b.md'), 'policies/a%20b.md');
    assert.equal(linkTarget('docs/soa.md', 'docs/a.md'), 'a.md');
    assert.equal(linkTarget('docs/x/soa.md', 'policies/a.md'), '../../policies/a.md');
    assert.equal(engine.catalog.controls.length, 93);
  });
});
