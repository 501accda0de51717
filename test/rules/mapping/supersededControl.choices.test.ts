import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engine } from '../../harness/engine';
import { parseFixture } from '../../harness/fixture';
import { afterFix, assertFires, findingsOf, fixNamed, policyWith } from '../../harness/rule';

const RULE = 'mapping/superseded-control';
const textOf = (literal: string): string => parseFixture(literal).files[0]?.text ?? '';

describe(`${RULE}: the author has to choose`, () => {
  const titles = (literal: string): string[] =>
    assertFires(RULE, literal).flatMap((finding) => finding.fixes.map((fix) => `${fix.kind}: ${fix.title}`));

  it('a control that was split', () => {
    assert.deepEqual(titles(policyWith('controls: ["⟪A.18.2.3⟫"]')), [
      'choice: Change to A.5.36 Compliance with policies, rules and standards for information security',
      'choice: Change to A.8.8 Management of technical vulnerabilities',
      'choice: Change to all of them: A.5.36 and A.8.8',
    ]);
  });

  const all: readonly (readonly [name: string, before: string, after: string])[] = [
    ['flow', 'controls: ["⟪A.18.2.3⟫", A.8.2]', 'controls: ["A.5.36", "A.8.8", A.8.2]'],
    ['block', 'controls:\n  - "⟪A.18.2.3⟫"  # review', 'controls:\n  - "A.5.36"  # review\n  - "A.8.8"'],
    ['comma list', 'controls: "⟪A.18.2.3⟫, A.8.2"', 'controls: "A.5.36, A.8.8, A.8.2"'],
    ['without those that the list has', 'controls: [A.8.8, ⟪A.18.2.3⟫]', 'controls: [A.8.8, A.5.36]'],
  ];
  for (const [name, before, after] of all) {
    for (const crlf of [false, true]) {
      it(`all of them, ${name}${crlf ? ', CRLF' : ''}`, () => {
        const literal = policyWith(before, { crlf });
        const fix = fixNamed(assertFires(RULE, literal), 'Change to all of them: A.5.36 and A.8.8');
        assert.equal(
          afterFix(literal, RULE, fix).texts.get('policies/a.md'),
          textOf(policyWith(after, { crlf })),
        );
      });
    }
  }

  it('an objective', () => {
    assert.deepEqual(titles(policyWith('controls: ["⟪A.12.4⟫"]')), [
      'choice: Change to A.8.15 Logging',
      'choice: Change to A.8.17 Clock synchronization',
      'choice: Change to all of them: A.8.15 and A.8.17',
    ]);
    assert.deepEqual(titles(policyWith('controls: ["⟪A.12.3⟫"]')), [
      'choice: Change to A.8.13 Information backup',
    ]);
  });

  it('a domain, with the union of its controls', () => {
    const literal = policyWith('controls: ["⟪A.9⟫"]');
    const fix = fixNamed(
      assertFires(RULE, literal),
      'Change to all of them: A.5.15, A.5.16, A.5.17, A.5.18, A.8.2, A.8.3 and 3 more',
    );
    assert.equal(
      afterFix(literal, RULE, fix).texts.get('policies/a.md'),
      textOf(
        policyWith(
          'controls: ["A.5.15", "A.5.16", "A.5.17", "A.5.18", "A.8.2", "A.8.3", "A.8.4", "A.8.5", "A.8.18"]',
        ),
      ),
    );
  });

  it('a range', () => {
    const [finding] = assertFires(RULE, policyWith('controls: [⟪A.9.2.1–A.9.2.3⟫]'));
    assert.equal(finding?.control, undefined);
    assert.ok(finding?.fixes.every((fix) => fix.kind === 'choice'));
    assert.equal(finding?.fixes.at(-1)?.title, 'Change to all of them: A.5.16, A.5.18 and A.8.2');
  });

  it('the domains of the whole annex: all or nothing', () => {
    const [finding] = assertFires(RULE, policyWith('controls: [⟪A.5–A.18⟫]'));
    assert.equal(finding?.fixes.length, 1);
  });

  const kinds: readonly (readonly [name: string, literal: string])[] = [
    [
      'the target is excluded by the SoA',
      `${policyWith('controls: [⟪A.12.1.3⟫]')}=== soa.md\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.8.6 | No | Provider plans capacity |\n`,
    ],
    ['it would be the first mapping of an ISMS without an SoA', policyWith('controls: [⟪A.9.2.1⟫]')],
    ['a note would be lost', policyWith('controls:\n  - A.5.16\n  - ⟪A.9.2.1⟫ only for contractors')],
    ['a comment would be lost', policyWith('controls:\n  - A.5.16\n  - ⟪A.9.2.1⟫ # only for contractors')],
    [
      'it is an SoA row',
      '=== soa.md\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.15 | Yes | R-1 |\n| A.5.16 | Yes | R-1 |\n| ⟪A.9.2.1⟫ | Yes | R-1 |\n',
    ],
  ];
  for (const [name, literal] of kinds) {
    it(`no safe fix where ${name}`, () =>
      assert.deepEqual(
        assertFires(RULE, literal).flatMap((finding) => finding.fixes.map((fix) => fix.kind)),
        ['choice'],
      ));
  }

  it('no fix where the id leans on another, or the front matter is broken', () => {
    assert.deepEqual(
      assertFires(RULE, policyWith('controls: ["⟪A.9.2.1⟫-⟪2⟫-⟪5⟫"]')).flatMap((finding) => finding.fixes),
      [],
    );
    assert.deepEqual(
      assertFires(RULE, policyWith('controls: ["⟪A.9.2.1⟫"]\nowner: [x')).flatMap((finding) => finding.fixes),
      [],
    );
  });
});

describe(`${RULE}: near misses`, () => {
  const controls = 'controls: [A.8.2]';
  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['2022 ids', policyWith('controls: [A.5.15, A.8.34]')],
    ['an id that 2013 never had', policyWith('controls: ["A.5.15.1", "A.9.2.9"]')],
    ['whole themes of 2022', policyWith('controls: ["A.5", "A.8.x"]')],
    ['clauses', policyWith('controls: [A.8.2]\nclauses: ["9.2", "10.1", "6.1.3"]')],
    [
      'a passage that speaks of the former edition',
      policyWith(controls, {
        body: 'A.5.16 (formerly A.9.2.1) applies.\n\nIn the 2013 edition this was A.9.2.2.',
      }),
    ],
    [
      'an entry of the version history',
      policyWith(controls, {
        body: '# T\n\n## Version history\n\n| Version | Date | Change |\n| --- | --- | --- |\n| 1.1 | 2026-03-01 | Mapping extended |\n| 1.0 | 2021-03-01 | Mapping to ISO 27001 A.9.2.1 |\n',
      }),
    ],
    [
      'an ISO 42001 id',
      policyWith('controls: [A.8.2, "ISO 42001 A.6.2.4"]', { body: 'As ISO 42001 asks (A.6.2.4).' }),
    ],
    [
      'text about ISO 42001, further down',
      policyWith(controls, {
        body: `# ISO/IEC 42001 objectives\n\n${'Words. '.repeat(40)}\n\nSee A.9.3 and A.6.1.2.`,
      }),
    ],
    [
      'a section about ISO 42001 in a document that names 27001 before and after it',
      policyWith(controls, {
        body: `# T\n\nISO 27001 rules.\n\n## ISO/IEC 42001 objectives\n\n${'Words. '.repeat(40)}\n\nSee A.9.3 and A.6.1.2.\n\n## ISO 27001 again\n\nISO 27001, ISO 27001.`,
      }),
    ],
    [
      'a row of ISO 42001',
      policyWith(controls, {
        body: '| Framework | Requirement | Section |\n| --- | --- | --- |\n| ISO 42001 | A.6.1.2 Objectives | §1 |',
      }),
    ],
    ['a section of an appendix', policyWith(controls, { body: 'See A.12 for the glossary.' })],
    [
      'a crosswalk of both editions',
      policyWith(controls, {
        body: '| Framework | Requirement | Section |\n| --- | --- | --- |\n| ISO 27001:2022 | A.5.16 | §1 |\n| ISO 27001:2013 | A.9.2.1 | §1 |',
      }),
    ],
    ['code blocks', policyWith(controls, { body: '```\nA.9.2.1\n```' })],
    ['plain Markdown that is no ISMS document', '=== notes.md\nA.9.2.1 is old.\n'],
    ['a template', policyWith('type: template\ncontrols: [A.9.2.1]')],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('reports a domain in the text that names the annex', () => {
    assertFires(RULE, policyWith(controls, { body: 'Annex A: ⟪A.12⟫ operations security.' }));
  });

  it('comes back to 27001 after another standard', () => {
    assertFires(
      RULE,
      policyWith(controls, {
        body: 'ISO 42001 asks for more.\n\nISO 27001 does too, somewhere below, at great length, in so many words: ⟪A.9.2.1⟫.',
      }),
    );
  });

  it('reports each of the 114 ids of 2013 with its targets', () => {
    const old = engine.catalog.controls.flatMap((control) => control.predecessors);
    const ids = [...new Set(old)];
    assert.equal(ids.length, 114);
    const findings = findingsOf(
      RULE,
      policyWith(`annex_a: [A.8.2]\ncontrols:\n${ids.map((id) => `  - "${id}"`).join('\n')}`),
    );
    assert.deepEqual(new Set(findings.map((finding) => finding.control)), new Set(ids));
    assert.ok(findings.every((finding) => finding.fixes.length > 0));
    assert.equal(findings.filter((finding) => finding.fixes[0]?.kind === 'safe').length, 113);
  });
});
