import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkFixture } from '../../harness/engine';
import { afterFix, findingsOf, fixNamed } from '../../harness/rule';

const RULE = 'policy/missing-field';

const workspace = (text: string): string =>
  `=== isms.yaml\norganization: ACME\n=== policies/access.md\n${text}\n`;

interface Case {
  readonly name: string;
  readonly text: string;
  /** Where the finding stands; its text. */
  readonly at: string;
  readonly missing: string;
  /** The text after the fix. */
  readonly fixed: string;
}

const CASES: readonly Case[] = [
  {
    name: 'a table',
    text: '# Access\n\n| Field | Value |\n| --- | --- |\n| Owner | CISO |\n| Version | 1.0 |\n\nText.',
    at: 'Owner',
    missing: 'status and next review',
    fixed:
      '# Access\n\n| Field | Value |\n| --- | --- |\n| Owner | CISO |\n| Version | 1.0 |\n| Status | |\n| Next review | |\n\nText.',
  },
  {
    name: 'an aligned table',
    text: '# Access\n\n| Field       | Value      |\n| ----------- | ---------- |\n| Owner       | CISO       |\n| Version     | 1.0        |\n| Next review | 2027-01-01 |',
    at: 'Owner',
    missing: 'status',
    fixed:
      '# Access\n\n| Field       | Value      |\n| ----------- | ---------- |\n| Owner       | CISO       |\n| Version     | 1.0        |\n| Next review | 2027-01-01 |\n| Status      |            |',
  },
  {
    name: 'a table without outer bars',
    text: '# Access\n\nField | Value\n--- | ---\nOwner | CISO\nVersion | 1.0\nStatus | Approved',
    at: 'Owner',
    missing: 'next review',
    fixed:
      '# Access\n\nField | Value\n--- | ---\nOwner | CISO\nVersion | 1.0\nStatus | Approved\n| Next review | |',
  },
  {
    name: 'a German table',
    text: '# Zugriff\n\n| Feld | Wert |\n| --- | --- |\n| Eigentümer | ISB |\n| Version | 1.0 |\n| Status | Freigegeben |',
    at: 'Eigentümer',
    missing: 'next review',
    fixed:
      '# Zugriff\n\n| Feld | Wert |\n| --- | --- |\n| Eigentümer | ISB |\n| Version | 1.0 |\n| Status | Freigegeben |\n| Nächste Überprüfung | |',
  },
  {
    name: 'bold lines with hard breaks',
    text: '# Access\n\n**Owner:** CISO  \n**Version:** 1.0\n\nText.',
    at: 'Owner',
    missing: 'status and next review',
    fixed: '# Access\n\n**Owner:** CISO  \n**Version:** 1.0  \n**Status:**   \n**Next review:** \n\nText.',
  },
  {
    name: 'bold lines apart',
    text: '# Access\n\n**Owner**: CISO\n\n**Version**: 1.0\n\n**Status**: Draft\n\nText.',
    at: 'Owner',
    missing: 'next review',
    fixed:
      '# Access\n\n**Owner**: CISO\n\n**Version**: 1.0\n\n**Status**: Draft\n\n**Next review**: \n\nText.',
  },
  {
    name: 'bold as a whole',
    text: '# Access\n\n**Owner: CISO**\n\n**Version: 1.0**\n\n**Status: Draft**',
    at: 'Owner',
    missing: 'next review',
    fixed: '# Access\n\n**Owner: CISO**\n\n**Version: 1.0**\n\n**Status: Draft**\n\n**Next review:** ',
  },
  {
    name: 'a list',
    text: '# Access\n\n- **Owner:** CISO\n- **Version:** 1.0\n- **Status:** Approved\n\nText.',
    at: 'Owner',
    missing: 'next review',
    fixed:
      '# Access\n\n- **Owner:** CISO\n- **Version:** 1.0\n- **Status:** Approved\n- **Next review:** \n\nText.',
  },
  {
    name: 'a quote',
    text: '# Access\n\n> Owner: CISO\n> Version: 1.0\n> Status: Approved\n\nText.',
    at: 'Owner',
    missing: 'next review',
    fixed: '# Access\n\n> Owner: CISO\n> Version: 1.0\n> Status: Approved\n> Next review: \n\nText.',
  },
  {
    name: 'pairs on one line',
    text: '# Access\n\n**📋 Owner:** CISO | **📄 Version:** 1.0 | **Status:** Draft\n\nText.',
    at: 'Owner',
    missing: 'next review',
    fixed:
      '# Access\n\n**📋 Owner:** CISO | **📄 Version:** 1.0 | **Status:** Draft  \n**Next review:** \n\nText.',
  },
  {
    name: 'TOML',
    text: '+++\ntitle = "Access"\nstatus = "approved"\nowner = "CISO"\ncontrols = ["A.5.15"]\n[extra]\nlayout = "page"\n+++',
    at: '+++',
    missing: 'version and next review',
    fixed:
      '+++\ntitle = "Access"\nversion = ""\nstatus = "approved"\nowner = "CISO"\nnext_review = ""\ncontrols = ["A.5.15"]\n[extra]\nlayout = "page"\n+++',
  },
  {
    name: 'front matter in a comment',
    text: '<!--\ntitle: Access\nversion: 1.0\nowner: CISO\n-->\n\n# Access',
    at: '<!--',
    missing: 'status and next review',
    fixed: '<!--\ntitle: Access\nversion: 1.0\nstatus:\nowner: CISO\nnext_review:\n-->\n\n# Access',
  },
  {
    name: 'front matter that nothing opens',
    text: 'name: Access\nacronym: AC\nversion: 1\nstatus: final\nowner: CISO\n---\n\n# Access',
    at: 'name',
    missing: 'next review',
    fixed: 'name: Access\nacronym: AC\nversion: 1\nstatus: final\nowner: CISO\nnext_review:\n---\n\n# Access',
  },
];

describe(`${RULE}: in every carrier`, () => {
  for (const { name, text, at, missing, fixed } of CASES) {
    it(name, () => {
      const [finding, ...more] = findingsOf(RULE, workspace(text));
      assert.ok(finding !== undefined);
      assert.deepEqual(more, []);
      const source = checkFixture(workspace(text)).isms.files.get('policies/access.md')?.source.text ?? '';
      assert.equal(source.slice(finding.span.start, finding.span.end), at);
      assert.match(finding.message, new RegExp(`does not say the ${missing} of`));
      const { texts, left } = afterFix(workspace(text), RULE, fixNamed([finding]));
      assert.equal(texts.get('policies/access.md'), `${fixed}\n`);
      // What is not filled in is still missing, and nothing is offered twice.
      assert.deepEqual(
        left.map(({ message, fixes }) => [message, fixes.length]),
        [[finding.message, 0]],
      );
    });
  }

  it('keeps CRLF', () => {
    const text = workspace('# Access\n\n| Field | Value |\n| --- | --- |\n| Owner | CISO |\n| Version | 1 |');
    const literal = text.replace(/\n/g, '\r\n').replace(/=== (.*)\r\n/g, '=== $1\n');
    const { texts } = afterFix(literal, RULE, fixNamed(findingsOf(RULE, literal)));
    assert.doesNotMatch(texts.get('policies/access.md') ?? '\n', /(?<!\r)\n/);
  });

  it('takes what every carrier says together', () => {
    const text =
      '---\ntitle: Access\n---\n\n# Access\n\n[![x](https://img.shields.io/badge/Version-2.6-blue)](#)\n\n**Owner:** CISO | **Status:** Draft\n\n## Document control\n\nNext review: 2027-01-01\n';
    assert.deepEqual(findingsOf(RULE, workspace(text)), []);
  });

  it('offers nothing in a text that has badges alone', () => {
    const [finding] = findingsOf(
      RULE,
      workspace('# A\n\n![v](https://img.shields.io/badge/Version-2.6-blue) (Annex A: A.5.15)'),
    );
    assert.deepEqual(finding?.fixes, []);
  });

  it('leaves a document without any document control to policy/uncontrolled-document', () => {
    assert.deepEqual(findingsOf(RULE, workspace('# A\n\n(Annex A: A.5.15)')), []);
  });
});
