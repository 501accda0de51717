import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, assertFires, assertMends, findingsOf, fixNamed } from '../../harness/rule';

const RULE = 'mapping/duplicate-control';
const policy = (text: string): string => `=== policies/a.md\n# Access\n\n${text}\n`;
const table = (...rows: string[]): string =>
  ['| Framework | Requirement | Section |', '| --- | --- | --- |', ...rows].join('\n');

/** Name, text with the mark, text after the fix. */
const SAFE: readonly (readonly [name: string, before: string, after: string])[] = [
  ['a bracket', '(Annex A: A.5.15, A.5.16, ⟪A.5.15⟫)', '(Annex A: A.5.15, A.5.16)'],
  ['a range in a bracket', '(Annex A: A.5.15–A.5.18, ⟪A.5.17⟫)', '(Annex A: A.5.15–A.5.18)'],
  [
    'an italic line',
    '*(ISO 27001: A.5.15, ⟪A.5.15⟫; NIST CSF: PR.AC-1)*',
    '*(ISO 27001: A.5.15; NIST CSF: PR.AC-1)*',
  ],
  [
    'bullets',
    '## Related controls\n\n- A.5.15 Access control\n- A.5.16\n- ⟪A.5.15⟫ Access control\n\nText.',
    '## Related controls\n\n- A.5.15 Access control\n- A.5.16\n\nText.',
  ],
  ['a cell', table('| ISO 27001 | A.5.15, ⟪A.5.15⟫ | § 1 |'), table('| ISO 27001 | A.5.15 | § 1 |')],
];

describe(`${RULE}: in the text`, () => {
  for (const [name, before, after] of SAFE)
    for (const crlf of [false, true]) {
      it(`${name}${crlf ? ', CRLF' : ''}: fires and is mended safely`, () => {
        const literal = crlf ? policy(before).replace(/(?<!md)\n/g, '\r\n') : policy(before);
        const findings = assertFires(RULE, literal);
        const fix = fixNamed(findings);
        if (findings[0] !== undefined) assertMends(literal, findings[0], fix);
        const { texts, left } = afterFix(literal, RULE, fix);
        assert.equal(
          texts.get('policies/a.md')?.replace(/\r\n/g, '\n'),
          policy(after).slice('=== policies/a.md\n'.length),
        );
        assert.deepEqual(left, []);
      });
    }

  it('lets the author decide where a note would go with it', () => {
    const literal = policy('## Related controls\n\n- A.5.15 for staff\n- A.5.15 for guests');
    const fix = fixNamed(findingsOf(RULE, literal));
    assert.equal(fix.kind, 'choice');
    assert.match(fix.title, /with what is noted beside it/);
  });

  const silent: readonly (readonly [name: string, text: string])[] = [
    ['two sections', '## A (Annex A: A.5.15)\n\n## B (Annex A: A.5.15)'],
    ['two rows of a table', table('| ISO 27001 | A.5.15 | § 1 |', '| ISO 27001 | A.5.15 | § 2 |')],
    ['ids of another framework', '*(NIST CSF: PR.AC-1, PR.AC-1)*'],
    ['front matter and text', '(Annex A: A.5.15)\n\n## Related controls\n\n- A.5.15'],
  ];
  for (const [name, text] of silent)
    it(`not ${name}`, () => assert.deepEqual(findingsOf(RULE, policy(text)), []));
});
