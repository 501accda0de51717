import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt, type HoverText } from '../../server/src/engine/features/hover';
import { ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

const SOA = `
=== soa.md
---
type: soa
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | Stolen accounts open everything (R-001), and *customers* ask for it in every single contract that we have signed since the year of our foundation | Implemented |
| A.7.4 | Physical security monitoring | No | No rooms of our own | |
| A.8.1 | User endpoint devices | maybe? | | |
| A.8.2 | Privileged access rights | TBC | | |
`;
const RISKS = `
=== risks.md
| ID | Risk | Treatment | Controls |
| --- | --- | --- | --- |
| R-001 | Stolen accounts | mitigate | A.5.15, A.5.16 |
`;
const REST = `${SOA}${RISKS}`;

interface Hovered extends HoverText {
  /** The text under the hover's span. */
  readonly text: string;
}

/** The hover at the cursor of a fixture. Links are written as `path@offset`. */
function hover(literal: string): Hovered | undefined {
  const fixture = parseFixture(literal);
  const file = fixture.files.find((each) => each.cursor !== undefined);
  assert.ok(file?.cursor !== undefined, 'the fixture has no cursor');
  const found = hoverAt(ismsOf(fixture), file.path, file.cursor, (path, span) => `${path}@${span.start}`);
  return found && { ...found, text: file.text.slice(found.span.start, found.span.end) };
}

function policy(line: string, body = ''): string {
  return `=== p.md\n---\ntitle: Access control policy\ntype: policy\n${line}\n---\n${body}\n${REST}`;
}

describe('hover on a control', () => {
  it('names the requirements and the evidence of a control where there are registers of them', () => {
    const registers = `
=== requirements.md
| Requirement ID | Requirement | Source | Controls |
| --- | --- | --- | --- |
| REQ-04 | Separate the data of customers | Contract | A.5.15 |

=== evidence.md
| Evidence ID | Evidence | Controls | Frequency | Last collected |
| --- | --- | --- | --- | --- |
| EV-01 | Review of access rights | A.5.15 | quarterly | 2026-09-01 |
`;
    const found = hover(`${policy('controls: ["A.5.‸15"]')}${registers}`);
    assert.match(
      found?.markdown ?? '',
      /\n- Requirements: \[REQ-04\]\(requirements\.md@\d+\) Separate the data of customers\n/,
    );
    assert.match(
      found?.markdown ?? '',
      /\n- Evidence: \[EV-01\]\(evidence\.md@\d+\) Review of access rights$/,
    );
  });

  it('says what it is, how to begin, and what this workspace says of it', () => {
    const found = hover(policy('controls: ["A.5.‸15"]'));
    assert.ok(found);
    assert.equal(found.text, 'A.5.15');
    const [heading, summary, steps, tags, , title, state] = found.markdown.split('\n\n');
    assert.equal(heading, '**A.5.15 Access control** (organizational control)');
    assert.match(summary ?? '', /^The rulebook for access/);
    assert.match(steps ?? '', /^1\. .+\n2\. .+\n3\. .+$/);
    assert.match(tags ?? '', /^`#Preventive` `#Confidentiality`.*`#Protection`$/);
    assert.equal(title, '**In this ISMS**');
    const lines = (state ?? '').split('\n');
    assert.equal(lines[0], '- Documents: [Access control policy](p.md@58)');
    assert.match(
      lines[1] ?? '',
      /^- \[SoA\]\(soa\.md@\d+\): applies, implemented — “Stolen accounts open everything \\\(R-001\\\), and customers ask .+ …”$/,
    );
    assert.equal(lines[2], '- Risks: [R-001](risks.md@65) Stolen accounts');
    assert.equal(lines.length, 3);
  });

  it('fits a screen for every control of the catalogue', () => {
    const isms = ismsOf(parseFixture(REST));
    for (const control of isms.catalog.controls) {
      const one = hover(policy(`controls: ["${control.id}‸"]`));
      assert.ok((one?.markdown.split('\n').length ?? 99) <= 18, control.id);
      assert.ok((one?.markdown.length ?? 9999) <= 1700, `${control.id}: ${one?.markdown.length}`);
    }
  });

  it('says that a control is new in 2022', () => {
    assert.match(
      hover(policy('controls: ["‸A.5.7"]'))?.markdown ?? '',
      /^\*\*A\.5\.7 Threat intelligence\*\* \(organizational control, new in 2022\)/,
    );
  });

  const PLACES: readonly (readonly [string, string, string])[] = [
    ['front matter, other spelling', policy('controls: [5.‸15]'), '5.15'],
    ['behind the last character', policy('annex_a: A.5.15‸'), 'A.5.15'],
    ['text', policy('controls: []', 'We follow A.5.1‸5 here.'), 'A.5.15'],
    ['heading', policy('controls: []', '## Access (A.5‸.15)'), 'A.5.15'],
    ['a cell of any table', policy('controls: []', '| a | b |\n| - | - |\n| x | see A.5‸.15 |'), 'A.5.15'],
    [
      'a mapping table',
      policy('controls: []', '| Framework | Requirement |\n| - | - |\n| ISO 27001 | A.5‸.15 |'),
      'A.5.15',
    ],
    ['an SoA row', REST.replace('| A.5.15', '| A.5.1‸5'), 'A.5.15'],
    ['a risk register', REST.replace('A.5.15, A', 'A.5.1‸5, A'), 'A.5.15'],
  ];
  for (const [name, literal, text] of PLACES) {
    it(`works in ${name}`, () => {
      const found = hover(literal);
      assert.equal(found?.text, text);
      assert.match(found?.markdown ?? '', /^\*\*A\.5\.15 Access control/);
    });
  }

  const STATES: readonly (readonly [string, string])[] = [
    ['A.7.4', '): does not apply — “No rooms of our own”'],
    ['A.8.1', '): “maybe?” is not understood, no status'],
    ['A.8.2', '): not assessed yet, no status'],
    ['A.8.3', '- SoA: no row'],
  ];
  for (const [id, expected] of STATES) {
    it(`shows the state of ${id}: ${expected}`, () => {
      const found = hover(policy('controls: []', `See ${id}‸.`));
      assert.ok(found?.markdown.includes(expected), found?.markdown);
      assert.ok(found?.markdown.includes('- Documents: none maps it'));
    });
  }

  it('says that there is no SoA, and concludes nothing from what could not be read', () => {
    const found = hover(
      '=== a.md\n---\ntype: policy\n---\nSee A.5.15‸.\n\n=== b.md (unreadable: no UTF-8)\n',
    );
    assert.match(
      found?.markdown ?? '',
      /Documents: unknown, because not every file could be read\n- Statement of Applicability: there is none yet$/,
    );
  });

  it('lists five documents and counts the rest, each document once', () => {
    const many = Array.from(
      { length: 7 },
      (_, i) => `=== d${i}.md\n---\ntitle: "D${i} [x]"\ncontrols: ["A.5.15", "A.5.15"]\n---\n`,
    ).join('');
    const found = hover(`${many}=== p.md\n---\ntype: policy\n---\nA.5.15‸\n`);
    assert.match(
      found?.markdown ?? '',
      /Documents: \[D0 \\\[x\\\]\]\(d0\.md@\d+\), .*\(d4\.md@\d+\) and 2 more$/m,
    );
  });
});

describe('hover on other ids', () => {
  it('lists the controls of a range', () => {
    const found = hover(policy('controls: ["A.5.15–A.5.‸17"]'));
    assert.equal(found?.text, 'A.5.15–A.5.17');
    assert.match(
      found.markdown,
      /^\*\*A\.5\.15 to A\.5\.17\*\*: 3 controls\n\n- \*\*A\.5\.15 Access control\*\*: mapped by 1 document; SoA: applies, implemented\n- \*\*A\.5\.16 /,
    );
  });

  it('cuts a long range', () => {
    const found = hover(policy('controls: ["A.8.1‸-A.8.34"]'));
    assert.match(found?.markdown ?? '', /34 controls\n\n(?:- .*\n){12}- and 22 more$/);
  });

  it('tells what became of a 2013 control, with the state of its one successor', () => {
    const found = hover(policy('controls: ["A.9.2.‸1"]'));
    assert.equal(found?.text, 'A.9.2.1');
    assert.match(
      found.markdown,
      /^\*\*A\.9\.2\.1 User registration and de-registration\*\* \(2013 edition, replaced in 2022\)\n\nNow:\n\n\*\*A\.5\.16 Identity management\*\*/,
    );
    assert.match(found.markdown, /\*\*In this ISMS\*\*/);
  });

  it('tells what became of a 2013 objective', () => {
    const found = hover(policy('controls: ["A.9.‸2"]'));
    assert.match(
      found?.markdown ?? '',
      /^\*\*A\.9\.2\*\* \(2013 edition, replaced in 2022\)\n\nIts content is now in \d controls:\n\n- \*\*A\.5\.16 Identity management\*\*: /,
    );
  });

  it('says that a whole theme maps nothing', () => {
    assert.match(
      hover(policy('controls: ["A.7‸"]'))?.markdown ?? '',
      /^\*\*A\.7\*\* stands for the whole theme of 14 physical controls, A\.7\.1 to A\.7\.14\./,
    );
  });

  it('names a clause', () => {
    assert.match(
      hover(policy('clauses: ["8.2‸"]'))?.markdown ?? '',
      /^\*\*Clause 8\.2 Information security risk assessment\*\*/,
    );
  });
});

describe('hover is silent', () => {
  const SILENT: readonly (readonly [string, string])[] = [
    ['on an unknown control', policy('controls: ["A.5.99‸"]')],
    ['on ids of other frameworks', policy('soc2_controls: ["CC6.1‸"]')],
    ['beside an id', policy('controls: ["A.5.15"]', 'We follow‸ A.5.15.')],
    ['in Markdown that is no ISMS document', `=== notes.md\nA.5.15‸ is a control.\n${REST}`],
    ['in code', policy('controls: []', '```\nA.5.15‸\n```')],
  ];
  for (const [name, literal] of SILENT) it(name, () => assert.equal(hover(literal), undefined));
});
