import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engine, ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';
import { afterFix, findingsOf, fixNamed } from '../harness/rule';

/** The rows of the SoA that a text holds. */
function rows(text: string): string[][] {
  return engine
    .read('soa.md', text, undefined)
    .facts.soaTables.flatMap((table) => table.rows)
    .map((row) => [
      row.mention.ids.join('+'),
      row.title?.text ?? '',
      row.applicability,
      row.status,
      row.justification?.text ?? '(no column)',
    ]);
}

const EXPECTED = [
  ['A.5.1', 'Policies for information security', 'applicable', 'implemented', 'Contract of the port'],
  ['A.5.2', 'Roles', 'not-applicable', 'missing', ''],
];

const CARRIERS: readonly (readonly [name: string, text: string])[] = [
  [
    'bold lines',
    '# SoA\n\n## A.5.1 Policies for information security\n\n**Applicable:** Yes  \n**Justification:** Contract of the port  \n**Status:** Implemented\n\n## A.5.2 Roles\n\n**Applicable:** No  \n**Justification:**  \n**Status:**\n',
  ],
  [
    'bullets',
    '# SoA\n\n### A.5.1 – Policies for information security\n\n- **Applicable**: Yes\n- **Justification**: Contract of the port\n- **Status**: ✅ Implemented\n\n### A.5.2 – Roles\n\n- **Applicable**: No\n- **Justification**:\n- **Status**:\n',
  ],
  [
    'plain bullets',
    '# SoA\n\n### 5.1 Policies for information security\n\n* Applicable: Yes\n* Justification: Contract of the port\n* Status: Implemented\n\n### 5.2 Roles\n\n* Applicable: No\n* Justification:\n* Status:\n',
  ],
  [
    'several on one line',
    '# SoA\n\n#### **A.5.1** Policies for information security\n\n**Applicable:** Yes | **Status:** Implemented\n\n**Justification:** Contract of the port\n\n#### **A.5.2** Roles\n\n**Applicable:** No | **Status:**\n\n**Justification:**\n',
  ],
  [
    'badges',
    '# SoA\n\n## A.5.1 Policies for information security\n\n**Applicable:** ![Yes](https://img.shields.io/badge/Applicable-Yes-green)\n\n**Justification:** Contract of the port\n\n**Status:** ![Implemented](https://img.shields.io/badge/Implemented-green)\n\n## A.5.2 Roles\n\n**Applicable:** ![No](x.svg)\n\n**Justification:**\n\n**Status:**\n',
  ],
  [
    'German labels',
    '# Erklärung zur Anwendbarkeit\n\n## A.5.1: Policies for information security\n\n- **Anwendbar:** Ja\n- **Begründung:** Contract of the port\n- **Umsetzungsstatus:** Umgesetzt\n\n## A.5.2: Roles\n\n- **Anwendbar:** Nein\n- **Begründung:**\n- **Umsetzungsstatus:**\n',
  ],
];

describe('an SoA with a heading per control', () => {
  for (const [name, text] of CARRIERS) {
    it(`is read from ${name}`, () => assert.deepEqual(rows(text), EXPECTED));
    it(`is read from ${name} with other line breaks`, () =>
      assert.deepEqual(rows(text.replace(/\n/g, '\r\n')), EXPECTED));
  }

  it('is none where sections of a policy bear ids', () => {
    const isms = ismsOf(
      parseFixture(
        '=== a.md\n# Access\n\n## A.5.15 Access control\n\n**Owner:** CISO\n\nRights end.\n\n## A.5.18 Rights\n\nNote: all.\n',
      ),
    );
    assert.equal(isms.soa, undefined);
  });

  const [, bold = ''] = CARRIERS[0] ?? [];
  const [, bullets = ''] = CARRIERS[1] ?? [];
  const fixes: readonly (readonly [
    name: string,
    rule: string,
    before: string,
    from: RegExp | string,
    to: string,
  ])[] = [
    [
      'fills an empty value',
      'soa/missing-status',
      bold.replace('**Status:** Implemented', '**Status:**'),
      /\*\*Status:\*\*\n\n## A\.5\.2/,
      '**Status:** Implemented\n\n## A.5.2',
    ],
    [
      'replaces a value',
      'soa/invalid-status',
      bullets.replace('✅ Implemented', 'perhaps'),
      'perhaps',
      'Implemented',
    ],
    [
      'adds a label that lacks',
      'soa/missing-status',
      bullets.replace('- **Status**: ✅ Implemented\n', ''),
      '- **Justification**: Contract of the port\n',
      '- **Justification**: Contract of the port\n- **Status**: Implemented\n',
    ],
  ];
  for (const [name, rule, text, from, to] of fixes)
    it(`${name} in the manner of the section`, () => {
      const literal = `=== soa.md\n${text}`;
      const fix = fixNamed(findingsOf(rule, literal));
      assert.equal(afterFix(literal, rule, fix).texts.get('soa.md'), text.replace(from, to));
    });

  it('inserts a control that lacks as a section of its own', () => {
    const literal = `=== soa.md\n${bullets}`;
    const findings = findingsOf('soa/missing-control', literal);
    const fix = findings.find(({ control }) => control === 'A.5.3')?.fixes[0];
    assert.ok(fix !== undefined);
    const { texts, left } = afterFix(literal, 'soa/missing-control', fix);
    assert.ok(
      texts
        .get('soa.md')
        ?.endsWith(
          '### A.5.3 – Segregation of duties\n\n- **Applicable**: TBC\n- **Justification**: \n- **Status**: \n',
        ),
      texts.get('soa.md'),
    );
    assert.equal(left.length, findings.length - 1);
  });
});

describe('a risk register with a heading per risk', () => {
  it('takes the list below a label for its value', () => {
    const text =
      '# Risks\n\n## R-001: Laptop lost\n\n- **Owner:** CTO\n- **Treatment:**\n  - **Mitigate** by a lock\n  - Encrypt (A.8.24)\n- **Impact:** 4\n';
    const [row] = engine
      .read('risks.md', text, undefined)
      .facts.registers.risk.flatMap((table) => table.rows);
    assert.deepEqual(
      [row?.treatment, row?.cells.treatment?.text, row?.controls.flatMap((mention) => mention.ids)],
      ['mitigate', 'Mitigate by a lock; Encrypt (A.8.24)', ['A.8.24']],
    );
  });

  it('takes labels that mean the same in different sections for one column', () => {
    const text =
      '# Risks\n\n## R-001: Laptop lost\n\n- **Risk Score:** 12\n- **Controls:** A.8.1\n- **Treatment:** Mitigate\n\n' +
      '## R-002: Fire\n\n- **Total Risk Score:** 8\n- **Current Controls:**\n  - Doors (A.7.2)\n- **Treatment:** Accept\n';
    const rows = engine.read('risks.md', text, undefined).facts.registers.risk.flatMap((table) => table.rows);
    assert.deepEqual(
      rows.map((row) => [row.id, row.cells.score?.text, row.controls.flatMap((mention) => mention.ids)]),
      [
        ['R-001', '12', ['A.8.1']],
        ['R-002', '8', ['A.7.2']],
      ],
    );
  });

  it('is read from its labels', () => {
    const text =
      '# Risks\n\n## R-001: Laptop lost\n\n- **Owner:** CTO\n- **Likelihood:** 3 | **Impact:** 4\n- **Treatment:** Mitigate\n- **Controls:** A.8.1, A.7.9\n';
    const [table] = engine.read('risks.md', text, undefined).facts.registers.risk;
    assert.deepEqual(
      table?.rows.map((row) => [
        row.id,
        row.title,
        row.treatment,
        row.cells.owner?.text,
        row.cells.impact?.text,
        row.controls.length,
      ]),
      [['R-001', 'Laptop lost', 'mitigate', 'CTO', '4', 2]],
    );
  });
});
