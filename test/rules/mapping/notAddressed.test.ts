import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFires, findingsOf } from '../../harness/rule';

const RULE = 'mapping/not-addressed';

const CONFIG = '=== isms.yaml\norganization: Havenwerk\n';
const ACCESS =
  'The system owners decide who gets access to their systems, and the service desk is told of it.';
const policy = (yaml: string, body = ACCESS, path = 'policies/a.md'): string =>
  `=== ${path}\n---\ntitle: T\n${yaml}\n---\n\n# Rules\n\n${body}\n`;

describe(RULE, () => {
  const firing: readonly (readonly [name: string, literal: string])[] = [
    ['a control of which nothing is said', policy('controls: ["A.5.15", "⟪A.7.7⟫"]')],
    ['a draft', policy('status: draft\ncontrols: ["⟪A.7.7⟫"]')],
    ['a control that is listed twice, once', policy('controls: ["⟪A.7.7⟫"]\nannex_a: ["A.7.7"]')],
    [
      'a German text',
      policy(
        'controls: ["⟪A.7.7⟫"]',
        'Der Eigentümer entscheidet, wer die Systeme nutzt, und das ist dokumentiert.',
      ),
    ],
    [
      'an id in a comment, which nobody reads',
      policy('controls: ["⟪A.7.7⟫"]', `${ACCESS}\n\n<!-- A.7.7 -->`),
    ],
  ];
  for (const [name, literal] of firing)
    it(`fires: ${name}`, () => {
      assertFires(RULE, CONFIG + literal);
    });

  it('names all controls of a range in one finding', () => {
    const [finding, ...more] = assertFires(RULE, CONFIG + policy('controls: ["⟪A.7.7–A.7.9⟫"]'));
    assert.equal(more.length, 0);
    for (const id of ['A.7.7', 'A.7.8', 'A.7.9']) assert.match(finding?.message ?? '', new RegExp(id));
  });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['the text cites the id', CONFIG + policy('controls: ["A.7.7"]', `${ACCESS} See also A.7.7.`)],
    ['the text cites the former id', CONFIG + policy('controls: ["A.7.7"]', `${ACCESS} See also A.11.2.9.`)],
    [
      'a heading holds the title',
      CONFIG + policy('controls: ["A.7.7"]', `## Clear desk and clear screen\n\n${ACCESS}`),
    ],
    [
      'the text settles an element',
      CONFIG + policy('controls: ["A.5.15"]', `${ACCESS} We follow least privilege.`),
    ],
    ['no text', CONFIG + '=== policies/a.md\n---\ntitle: T\ncontrols: ["A.7.7"]\n---\n'],
    [
      'a language without terms',
      CONFIG +
        policy('controls: ["A.7.7"]', 'Les propriétaires décident de l’accès aux systèmes et du reste.'),
    ],
    ['neither SoA nor configuration', policy('controls: ["A.7.7"]')],
    ['a retired document', CONFIG + policy('status: retired\ncontrols: ["A.7.7"]')],
    [
      'a control that the SoA excludes',
      `=== soa.md\n| Control | Title | Applicable | Justification |\n| --- | --- | --- | --- |\n| A.7.7 | Clear desk and clear screen | No | No office |\n${policy('controls: ["A.7.7"]')}`,
    ],
  ];
  for (const [name, literal] of silent)
    it(`is silent: ${name}`, () => {
      assert.deepEqual(findingsOf(RULE, literal), []);
    });
});
