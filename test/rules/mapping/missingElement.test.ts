import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, assertFires, findingsOf } from '../../harness/rule';

const RULE = 'mapping/missing-element';

const CONFIG = '=== isms.yaml\norganization: Havenwerk\n';
const RIGHTS = 'System owners approve every access to their system by the principle of least privilege.';
const MATRIX = 'The access matrix maps each job role to the systems and the data that it needs.';
const policy = (body: string, path = 'policies/a.md', controls = '["⟪A.5.15⟫"]'): string =>
  `=== ${path}\n---\ntitle: Access\ncontrols: ${controls}\n---\n\n${body}\n`;
const PLAIN = '["A.5.15"]';
const only = (literal: string) => {
  const [finding, ...more] = assertFires(RULE, literal);
  assert.equal(more.length, 0);
  assert.ok(finding !== undefined);
  return finding;
};

describe(RULE, () => {
  it('asks all open questions of a control in one finding, and none that is answered', () => {
    const { message, control } = only(CONFIG + policy(RIGHTS));
    assert.equal(control, 'A.5.15');
    assert.match(message, /How do job roles translate into access\?/);
    assert.match(message, /How does the classification of information affect access\?/);
    assert.doesNotMatch(message, /Which principles govern/);
  });

  it('counts what any document that maps the control says', () => {
    const { message } = only(CONFIG + policy(RIGHTS) + policy(MATRIX, 'policies/b.md', PLAIN));
    assert.doesNotMatch(message, /job roles|Which principles/);
  });

  it('stands on the document that says most', () => {
    const { path } = only(
      CONFIG +
        policy('The access matrix is kept by the owner of this.', 'policies/a.md', PLAIN) +
        policy(`${RIGHTS} ${MATRIX}`, 'policies/b.md'),
    );
    assert.equal(path, 'policies/b.md');
  });

  it('reads a term that is spread over a heading and the sentences below it', () => {
    const { message } = only(
      CONFIG + policy(`${RIGHTS}\n\n## Access of roles\n\nThe profile is given by the team.`),
    );
    assert.doesNotMatch(message, /job roles/);
  });

  const ENGLISH = `# Access\n\n## Rules (A.5.15)\n\n* ${RIGHTS}\n\n## Review\n\nThis is done by the owner.`;
  it('inserts a sentence of the card that answers a question, in the section that cites the control', () => {
    const literal = CONFIG + policy(ENGLISH);
    const finding = only(literal);
    const fix = finding.fixes.find(({ title }) => title.includes('access matrix'));
    assert.equal(fix?.kind, 'choice');
    const { texts, left } = afterFix(literal, RULE, fix);
    const text = texts.get('policies/a.md') ?? '';
    assert.match(
      text,
      /least privilege\.\n\* The \{\{iam_role\}\} must maintain the access matrix [^\n]+\n\n## Review/,
    );
    assert.doesNotMatch(left[0]?.message ?? '', /job roles/);
  });

  it('appends to the file where no section cites the control, and keeps its line breaks', () => {
    const literal = (CONFIG + policy(RIGHTS)).replaceAll('\n', '\r\n').replaceAll(/^(===.*)\r$/gm, '$1');
    const fix = findingsOf(RULE, literal)[0]?.fixes[0];
    assert.match(fix?.edits[0]?.newText ?? '', /^\r\n\r\n- \S/);
  });

  it('offers no English sentence to a German text', () => {
    const german =
      'Der Eigentümer entscheidet über den Zugriff auf die Systeme, und das ist mit der Rolle abgestimmt.';
    assert.deepEqual(only(CONFIG + policy(german)).fixes, []);
  });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    [
      'no document says anything of the control',
      CONFIG + policy('The desk is to be cleared by the team.', 'a.md', '["A.7.14"]'),
    ],
    [
      'one document is in another language',
      CONFIG + policy(RIGHTS, 'a.md', PLAIN) + policy('Les règles et les droits du système.', 'b.md', PLAIN),
    ],
    [
      'one document has no text',
      `${CONFIG}${policy(RIGHTS, 'a.md', PLAIN)}=== b.md\n---\ncontrols: ["A.5.15"]\n---\n`,
    ],
    [
      'a document that may map cannot be read',
      `${CONFIG}${policy(RIGHTS, 'a.md', PLAIN)}=== b.md\n---\ncontrols: ["A.5.15"\n---\n\n# B\n`,
    ],
    ['neither SoA nor configuration', policy(RIGHTS, 'a.md', PLAIN)],
    [
      'a control that the SoA excludes',
      `=== soa.md\n| Control | Title | Applicable | Justification |\n| --- | --- | --- | --- |\n| A.5.15 | Access control | No | None |\n${policy(RIGHTS, 'a.md', PLAIN)}`,
    ],
  ];
  for (const [name, literal] of silent)
    it(`is silent: ${name}`, () => {
      assert.deepEqual(findingsOf(RULE, literal), []);
    });
});
