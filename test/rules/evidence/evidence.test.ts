import { describe, it } from 'node:test';
import { assertFires } from '../../harness/rule';

const SOA_HEADER =
  '| Control | Applicable | Justification | Status | Evidence |\n| --- | --- | --- | --- | --- |\n';

function soa(...rows: string[]): string {
  return `=== soa.md\n${SOA_HEADER}${rows.map((row) => `| ${row} |\n`).join('')}`;
}

function evidence(...rows: string[]): string {
  return `=== evidence.md\n| ID | Evidence | Controls | Frequency | Last collected | Next due |\n| --- | --- | --- | --- | --- | --- |\n${rows.map((row, index) => `| EV-${index + 1} | Report | ${row} |\n`).join('')}`;
}

const STALE: readonly (readonly [name: string, fixture: string])[] = [
  [
    'adds the frequency to the last collection',
    `${soa('A.5.1 | Yes | R-1 | Planned | ')}${evidence('A.5.1 | quarterly | ⟪2026-08-01⟫ | ', 'A.5.1 | quarterly | 2026-09-01 | ', 'A.5.1 | 12 | ⟪Nov 1 2025⟫ | ', 'A.5.1 | P1Y | 2025-12-01 | ', 'A.5.1 | jährlich | ⟪01.11.2025⟫ | ')}`,
  ],
  [
    'takes the date that is named where there is no frequency',
    `${soa('A.5.1 | Yes | R-1 | Planned | ')}${evidence('A.5.1 | | ⟪2026-01-01⟫ | 2026-06-30', 'A.5.1 | | ⟪⟫ | 2026-06-30', 'A.5.1 | | 2026-07-01 | 2026-06-30', 'A.5.1 | | 2026-01-01 | 2026-12-31')}`,
  ],
  [
    'is silent on what no calendar decides',
    `${soa('A.5.1 | Yes | R-1 | Planned | ')}${evidence('A.5.1 | on demand | 2020-01-01 | ', 'A.5.1 | regularly | 2020-01-01 | ', 'A.5.1 | annual | [Date] | ', 'A.5.1 | annual | 03/04/2020 | ')}`,
  ],
  ['is silent where nothing says that this is an ISMS', evidence('A.5.1 | annual | 2020-01-01 | ')],
];

const MISSING: readonly (readonly [name: string, fixture: string])[] = [
  [
    'asks for what implemented controls leave behind',
    `${soa('A.5.1 | Yes | R-1 | Implemented | ', '⟪A.5.2⟫ | Yes | R-1 | Implemented | ', 'A.5.3 | Yes | R-1 | Planned | ', 'A.5.4 | No | R-1 | | ')}${evidence('A.5.1 | annual | 2026-10-01 | ')}`,
  ],
  [
    'takes evidence that the row names',
    `${soa('A.5.2 | Yes | R-1 | Implemented | Minutes of March', '⟪A.5.3⟫ | Yes | R-1 | Implemented | TBD')}${evidence('A.5.1 | annual | 2026-10-01 | ')}`,
  ],
  [
    'takes no evidence that was never collected',
    `${soa('⟪A.5.1⟫ | Yes | R-1 | Implemented | ')}${evidence('A.5.1 | annual | | 2026-12-31')}`,
  ],
  ['is silent without a register', soa('A.5.2 | Yes | R-1 | Implemented | ')],
  [
    'is silent where the register is not whole',
    `=== isms.yaml\nevidenceRegister: [evidence.md, more.md]\n${soa('A.5.2 | Yes | R-1 | Implemented | ')}${evidence('A.5.1 | annual | 2026-10-01 | ')}`,
  ],
];

describe('evidence/stale', () => {
  for (const [name, fixture] of STALE) it(name, () => void assertFires('evidence/stale', fixture));
});

describe('evidence/missing', () => {
  for (const [name, fixture] of MISSING) it(name, () => void assertFires('evidence/missing', fixture));
});
