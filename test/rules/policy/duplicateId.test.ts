import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTranslation } from '../../../server/src/engine/index/translations';
import { assertFires } from '../../harness/rule';

const RULE = 'policy/duplicate-id';

const policy = (path: string, yaml: string): string =>
  `=== ${path}\n---\ntitle: ${path}\n${yaml}\ncontrols: ["A.5.15"]\n---\n\n# T\n`;
const isms = (...documents: string[]): string => `=== isms.yaml\norganization: X\n${documents.join('')}`;

describe(RULE, () => {
  it('fires on the later document, whatever the case', () => {
    const [finding] = assertFires(RULE, isms(policy('a.md', 'id: POL-1'), policy('b.md', 'id: ⟪pol-1⟫')));
    assert.equal(finding?.related[0]?.path, 'a.md');
  });

  it('fires on each further one', () => {
    const documents = [
      policy('a.md', 'id: POL-1'),
      policy('b.md', 'id: ⟪POL-1⟫'),
      policy('c.md', 'id: ⟪POL-1⟫'),
    ];
    assertFires(RULE, isms(...documents));
  });

  for (const [what, documents] of [
    ['different ids', [policy('a.md', 'id: POL-1'), policy('b.md', 'id: POL-2')]],
    ['translations', [policy('en/access.md', 'id: POL-1'), policy('de/zugriff.md', 'id: POL-1')]],
    ['a retired predecessor', [policy('a.md', 'id: POL-1\nstatus: retired'), policy('b.md', 'id: POL-1')]],
    ['placeholders', [policy('a.md', 'id: TBD'), policy('b.md', 'id: TBD')]],
    ['templates', [policy('templates/a.md', 'id: POL-0'), policy('templates/b.md', 'id: POL-0')]],
    ['no ids', [policy('a.md', 'id: ""'), policy('b.md', 'id: ""')]],
  ] as const) {
    it(`does not fire on ${what}`, () => {
      assertFires(RULE, isms(...documents));
    });
  }
});

describe('isTranslation', () => {
  for (const [one, other, expected] of [
    ['en/access.md', 'de/access.md', true],
    ['en/access.md', 'de/zugriff.md', true],
    ['docs/en/a/access.md', 'docs/pt-BR/a/acesso.md', true],
    ['policies/access.md', 'policies/de/access.md', true],
    ['policies/access.md', 'policies/access.de.md', true],
    ['templates/access.md', 'templates_de/zugriff.md', true],
    ['policies/access.md', 'policies/backup.md', false],
    ['policies/access.md', 'policies/de/backup.md', false],
    ['en/access.md', 'de/old/access.md', false],
    ['group/access.md', 'branch/access.md', false],
    ['hq/access.md', 'branch/access.md', false],
    ['access.md', 'hq/access.md', false],
    ['sites/plan-hq.md', 'sites/plan.md', false],
    ['en/access.md', 'en/access.md', false],
  ] as const) {
    it(`${one} and ${other}: ${String(expected)}`, () => {
      assert.equal(isTranslation(one, other), expected);
      assert.equal(isTranslation(other, one), expected);
    });
  }
});
