import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fix } from '../../../server/src/engine/check/finding';
import { engine } from '../../harness/engine';
import { afterFix, findingsOf } from '../../harness/rule';

const RULE = 'clause/missing-document';
const CONFIG = '=== isms.yaml\norganization: X\n';
const document = (yaml: string, path = 'a.md', body = '# T'): string =>
  `=== ${path}\n---\n${yaml}\n---\n\n${body}\n`;
const { requiredDocuments } = engine.vocabulary;

/** The titles of the documents that are missing, as they would be created. */
function missing(literal: string): string[] {
  const paths = fixesOf(literal).flatMap((fix) => fix.creates.map(({ path }) => path));
  return requiredDocuments.map(({ title }) => title).filter((title) => paths.includes(pathOf(title)));
}

function fixesOf(literal: string): readonly Fix[] {
  const findings = findingsOf(RULE, literal);
  assert.ok(findings.length <= 1, 'one cause, one finding');
  return findings.flatMap(({ fixes }) => fixes);
}

function pathOf(title: string): string {
  return `${title.toLowerCase().replace(/[^a-z]+/g, '-')}.md`;
}

describe(RULE, () => {
  it('asks for each document once where there is none', () => {
    assert.deepEqual(
      missing(CONFIG),
      requiredDocuments.map(({ title }) => title),
    );
    assert.ok(requiredDocuments.length >= 10);
  });

  const holding: readonly (readonly [name: string, title: string, literal: string])[] = [
    ['the scope, by its type', 'ISMS scope', document('title: T\ntype: scope')],
    ['the scope, in isms.yaml', 'ISMS scope', '=== isms.yaml\nscope: Everything\n'],
    [
      'the policy, by its title',
      'Information security policy',
      document('title: Information Security Policy\nowner: A'),
    ],
    [
      'the policy, in German',
      'Information security policy',
      document('title: Informationssicherheitsleitlinie\nowner: A'),
    ],
    [
      'the policy, by its control',
      'Information security policy',
      document('title: T\ntype: policy\ncontrols: [A.5.1]'),
    ],
    [
      'the methodology, by its type',
      'Risk assessment and treatment methodology',
      document('title: T\ntype: methodology'),
    ],
    [
      'the register, by its table',
      'Risk register',
      '=== r.md\n| Risk ID | Risk | Treatment |\n| --- | --- | --- |\n| R-1 | Fire | Mitigate |\n',
    ],
    [
      'the objectives, by a heading',
      'Information security objectives',
      document('title: T\nowner: A', 'a.md', '# T\n\n## 3. Objectives and commitment'),
    ],
    ['competence, by its clause', 'Competence records', document('title: T\nclauses: ["7.2"]')],
    [
      'measurement, by a file without document control',
      'Monitoring and measurement results',
      '=== security_metrics.md\nIn July 3 phishing reports.\n',
    ],
    [
      'audits, by the clause above',
      'Internal audit programme and results',
      document('title: T\nclauses: ["9.2"]'),
    ],
    [
      'audits, by the clause itself',
      'Internal audit programme and results',
      document('title: T\nclauses: ["9.2.2"]'),
    ],
    ['the review, by minutes', 'Management review', '=== minutes/2026-management-review.md\n# Minutes\n'],
    [
      'corrective actions, by their type',
      'Nonconformities and corrective actions',
      document('title: T\ntype: capa-log'),
    ],
  ];
  for (const [name, title, literal] of holding)
    it(`finds ${name}`, () => {
      const workspace = literal.startsWith('=== isms.yaml') ? literal : CONFIG + literal;
      assert.deepEqual(
        missing(workspace),
        requiredDocuments.map((each) => each.title).filter((each) => each !== title),
      );
    });

  const notHolding: readonly (readonly [name: string, title: string, literal: string])[] = [
    ['a template', 'Management review', document('title: Management review\ntype: template')],
    ['a readme', 'Internal audit programme and results', '=== README.md\n# Internal audit\n'],
    [
      'a file in a folder of templates',
      'Internal audit programme and results',
      '=== templates/internal-audit.md\n# X\n',
    ],
    [
      'a retired document',
      'Management review',
      document('title: T\ntype: management-review\nstatus: retired'),
    ],
    [
      'a mention in a sentence',
      'Management review',
      document('title: T\nowner: A', 'a.md', 'The management review follows.'),
    ],
    ['a section called scope', 'ISMS scope', document('title: T\nowner: A', 'a.md', '## Scope')],
    ['a record of something else', 'Competence records', document('title: T\ntype: record')],
    [
      'a methodology that lists 6.1.3, for the register',
      'Risk register',
      document('title: T\ntype: methodology\nclauses: ["6.1.3"]'),
    ],
  ];
  for (const [name, title, literal] of notHolding)
    it(`does not take for one: ${name}`, () => {
      assert.ok(missing(CONFIG + literal).includes(title));
    });

  it('is silent without isms.yaml', () => {
    assert.deepEqual(findingsOf(RULE, document('title: T\ntype: policy\ncontrols: [A.5.15]')), []);
  });

  const uncertain: readonly (readonly [name: string, literal: string])[] = [
    ['a file that cannot be read', '=== x.md (unreadable: no UTF-8)\n'],
    ['front matter that cannot be read', document('title: T\ntype: policy\ncontrols: [A.5.15')],
  ];
  for (const [name, literal] of uncertain)
    it(`concludes nothing beside ${name}`, () => assert.deepEqual(missing(CONFIG + literal), []));

  it('creates each document so that it is there from then on, and nothing else is', () => {
    for (const fix of fixesOf(CONFIG)) {
      assert.equal(fix.kind, 'choice');
      const { texts, left } = afterFix(CONFIG, RULE, fix);
      const [created] = fix.creates;
      assert.ok(created !== undefined);
      assert.match(texts.get(created.path) ?? '', /^---\nid: ""\ntitle: .+\ntype: [a-z-]+\n/);
      assert.deepEqual(
        left.flatMap(({ fixes }) => fixes.map(({ title }) => title)),
        fixesOf(CONFIG)
          .map(({ title }) => title)
          .filter((title) => title !== fix.title),
      );
    }
  });

  it('does not write over a file that is there', () => {
    const literal = `${CONFIG}=== Management-Review.md\n---\nstatus: retired\ntype: management-review\n---\n`;
    assert.ok(fixesOf(literal).some(({ title }) => title === 'Create management-review-2.md'));
  });

  it('names the documents and their clauses', () => {
    const [finding] = findingsOf(RULE, CONFIG);
    assert.match(finding?.message ?? '', /; Internal audit programme and results \(9\.2\.2\); /);
    assert.match(finding?.message ?? '', /Risk register \(8\.2, 8\.3, 6\.1\.3\)/);
    assert.match(finding?.hint ?? '', /clauses: \["4\.3"\]/);
  });

  it('knows each row that it names, and each type', () => {
    for (const { refs, type, control } of requiredDocuments) {
      for (const ref of refs)
        assert.ok(
          engine.catalog.documentedInformation.some((each) => each.ref === ref && each.basis === 'explicit'),
          ref,
        );
      assert.equal(engine.vocabulary.documentKind(type), type);
      if (control !== undefined) assert.ok(engine.catalog.knows(control));
    }
  });
});
