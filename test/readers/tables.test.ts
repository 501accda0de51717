import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engine } from '../harness/engine';

function read(text: string): ReturnType<typeof engine.read> {
  return engine.read('a.md', text, undefined);
}

function references(text: string): string[] {
  return read(text).facts.references.map(
    ({ mention }) => `${mention.namespace} ${mention.ids.join('+') || mention.text}`,
  );
}

describe('compliance-mapping tables', () => {
  const table = (rows: string): string =>
    `## Compliance Mapping\n\n| Framework | Requirement | Policy Section |\n| --- | --- | --- |\n${rows}\n`;

  it('lets the framework cell decide what an id is', () => {
    assert.deepEqual(
      references(
        table(
          '| **ISO 27001:2022** | A.6.2 Terms | §1 |\n| ISO 42001:2023 | A.6.2 Lifecycle | §2 |\n| SOC 2 | CC6.1 | §3 |',
        ),
      ),
      ['iso27001:2022 A.6.2', 'other A.6.2'],
    );
  });

  it('knows an id of 2013 that is labelled 2022', () => {
    assert.deepEqual(references(table('| ISO 27001:2022 | A.12.4.1 Event logging | §1 |')), [
      'iso27001:2013 A.12.4.1',
    ]);
  });

  it('takes a framework labelled 2013 at its word', () => {
    assert.deepEqual(references(table('| ISO/IEC 27001:2013 | A.9.1 | §1 |')), ['iso27001:2013 A.9.1']);
  });

  it('reads a bare number as a clause where it is one, else as a control', () => {
    assert.deepEqual(
      references(table('| ISO 27001 | 6.1.3 Treatment | §1 |\n| ISO 27001 | 5.15 Access control | §2 |')),
      ['clause 6.1.3', 'iso27001:2022 A.5.15'],
    );
  });

  it('goes on with the framework above an empty cell', () => {
    assert.deepEqual(
      references(table('| ISO 27001 | A.5.1 | |\n| | A.5.2 | |\n| NIST | AC-1 | |\n| | A.5.3 | |')),
      ['iso27001:2022 A.5.1', 'iso27001:2022 A.5.2', 'other A.5.3'],
    );
  });

  it('reads ranges and several ids in one cell', () => {
    assert.deepEqual(references(table('| ISO 27001 | A.5.15, A.5.17–A.5.18 | |')), [
      'iso27001:2022 A.5.15',
      'iso27001:2022 A.5.17+A.5.18',
    ]);
  });

  it('leaves other tables alone', () => {
    assert.deepEqual(references('| Topic | Requirement |\n| --- | --- |\n| ISO 27001 | A.5.1 |\n'), []);
  });
});

describe('risk registers', () => {
  const register = (header: string, ...rows: string[]): string =>
    [header, header.replace(/[^|]+/g, ' --- '), ...rows, ''].join('\n');

  it('reads id, title, owner, treatment and controls', () => {
    const { facts, source } = read(
      register(
        '| ID | Risk | Owner | Treatment | Controls |',
        '| R-001 | Laptop lost | CTO | Mitigate | A.8.1, A 7.9 |',
      ),
    );
    const [row] = facts.registers.risk[0]?.rows ?? [];
    assert.deepEqual(
      [row?.id, row?.title, row?.cells.owner?.text, row?.treatment],
      ['R-001', 'Laptop lost', 'CTO', 'mitigate'],
    );
    assert.deepEqual(
      row?.controls.map((mention) => source.text.slice(mention.span.start, mention.span.end)),
      ['A.8.1', 'A 7.9'],
    );
  });

  it('finds the ids where "Risk" heads them', () => {
    const { facts } = read(register('| Risk | Description | Treatment |', '| RSK-12 | Fire | Accept |'));
    assert.deepEqual(
      facts.registers.risk[0]?.rows.map((row) => [row.id, row.title, row.treatment]),
      [['RSK-12', 'Fire', 'accept']],
    );
  });

  it('reads treatments in other words and languages', () => {
    const { facts } = read(
      register(
        '| ID | Risiko | Behandlung |',
        '| R1 | A | Mindern durch MFA |',
        '| R2 | B | akzeptiert |',
        '| R3 | C | |',
        '| R4 | D | beten |',
      ),
    );
    assert.deepEqual(
      facts.registers.risk[0]?.rows.map((row) => row.treatment),
      ['mitigate', 'accept', 'missing', 'unknown'],
    );
  });

  it('is no register for certain without ids of risks', () => {
    const { facts } = read(register('| ID | Title | Treatment |', '| 7 | Wood | oil |'));
    assert.deepEqual(
      facts.registers.risk.map((table) => table.certain),
      [false],
    );
  });
});

describe('tables of document control', () => {
  const table = '| Field | Value |\n| --- | --- |\n| Type | Tabletop exercise |\n| Owner | BCM |\n';
  const fields = (text: string): string[] => read(text).facts.metadata.map(({ field }) => field);

  it('stand below the title, or below a heading that says so', () => {
    assert.deepEqual(fields(`# Plan\n\n${table}`), ['type', 'owner']);
    assert.deepEqual(fields(`# Plan\n\n## Text\n\n## Document control\n\n${table}`), ['type', 'owner']);
  });

  it('elsewhere only where they say what a record does not have', () => {
    assert.deepEqual(fields(`# Log\n\n## Exercise 1\n\n${table}`), []);
    assert.deepEqual(fields(`# Plan\n\n## Scope\n\n## Approval\n\n${table}| Version | 1.0 |\n`), [
      'type',
      'owner',
      'version',
    ]);
  });
});
