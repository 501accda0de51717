import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RegisterKind } from '../../server/src/engine/facts/registerFacts';
import { engine } from '../harness/engine';
import { markdown, rows, tablesOf } from '../harness/registers';

describe('other registers', () => {
  const cases: readonly (readonly [
    name: string,
    kind: RegisterKind,
    csv: string,
    cells: readonly string[],
    expected: readonly string[],
  ])[] = [
    [
      'evidence',
      'evidence',
      'ID;Evidence;Controls;Source;Frequency;Last collected;Next due;Location\nEV-001;Access review;A.5.18;Okta;quarterly;2026-09-30;2026-12-31;evidence/okta.pdf',
      ['source', 'frequency', 'collected', 'due', 'location'],
      [
        'EV-001',
        'Access review',
        'A.5.18',
        'Okta',
        'quarterly',
        '2026-09-30',
        '2026-12-31',
        'evidence/okta.pdf',
      ],
    ],
    [
      'evidence by control',
      'evidence',
      'Control;Evidence;Frequency;Last collected\n5.18;Access review;P3M;2026-09-30',
      ['frequency', 'collected'],
      ['', 'Access review', 'A.5.18', 'P3M', '2026-09-30'],
    ],
    [
      'evidence in German',
      'evidence',
      'Nachweis-ID;Nachweis;Maßnahmen;Quelle;Turnus;Zuletzt erhoben;Nächste Erhebung;Ablageort\nEV-001;Rezertifizierung;A.5.18;Okta;vierteljährlich;30.09.2026;31.12.2026;SharePoint',
      ['source', 'frequency', 'collected', 'due', 'location'],
      [
        'EV-001',
        'Rezertifizierung',
        'A.5.18',
        'Okta',
        'vierteljährlich',
        '30.09.2026',
        '31.12.2026',
        'SharePoint',
      ],
    ],
    [
      'requirements',
      'requirement',
      'ID;Requirement;Source;Controls;Owner\nREQ-001;Report breaches in 72 hours;GDPR, article 33;A.5.24, A.5.5;DPO',
      ['source', 'owner'],
      ['REQ-001', 'Report breaches in 72 hours', 'A.5.24 A.5.5', 'GDPR, article 33', 'DPO'],
    ],
    [
      'exceptions',
      'exception',
      'ID;Exception;Control;Compensating controls;Granted;Expires;Approved by\nEXC-1;No MFA on the scanner;A.8.5;A.8.22, own network;2026-02-01;2026-08-01;CISO',
      ['compensating', 'granted', 'expires', 'approver'],
      [
        'EXC-1',
        'No MFA on the scanner',
        'A.8.5 A.8.22',
        'A.8.22, own network',
        '2026-02-01',
        '2026-08-01',
        'CISO',
      ],
    ],
    [
      'documents',
      'document',
      'Document ID;Title;Owner;Version;Status;Next review\nPOL-001;Access control;CISO;2.0;Approved;2027-01-15',
      ['owner', 'version', 'status', 'review'],
      ['POL-001', 'Access control', '', 'CISO', '2.0', 'Approved', '2027-01-15'],
    ],
    [
      'a treatment plan',
      'plan',
      'ID;Risk ID;Action;Annex A control;Owner;Due\nRTP-001;R-001;Roll out keys;A 5.17 A 8.5;CISO;2026-09-30',
      ['risks', 'owner', 'due'],
      ['RTP-001', 'Roll out keys', 'A.5.17 A.8.5', 'R-001', 'CISO', '2026-09-30'],
    ],
  ];
  for (const [name, kind, csv, cells, expected] of cases) {
    for (const [path, text] of [
      ['a.md', markdown(csv)],
      ['a.csv', csv],
    ] as const)
      it(`${name} are told by their columns in ${path}`, () => {
        assert.deepEqual(rows(kind, path, text, ...cells), [expected]);
        assert.equal(tablesOf(kind, path, text)[0]?.certain, true);
      });
  }

  const others: readonly (readonly [name: string, csv: string])[] = [
    ['assets', 'ID;Name;Owner;Type;Status\nAST-001;Customer database;Sales;Database;Active'],
    ['incidents', 'ID;Title;Severity;Reported on;Status\nINC-1;Phishing;High;2026-01-22;Closed'],
    ['keys with an expiry', 'Key ID;Purpose;Owner;Created;Expires\nKEY-001;TLS;IT;2025-09-01;2026-09-01'],
    ['a crosswalk', 'Requirement;Regulation;ISO 27001 controls\nArt. 21;NIS2;A.5.24'],
    ['a list of policies', 'Policy;Description;Owner\nAccess;Who may do what;CISO'],
  ];
  for (const [name, csv] of others)
    it(`${name} are no register for certain`, () => {
      const { registers } = engine.read('a.csv', csv, undefined).facts;
      const certain = Object.values(registers)
        .flat()
        .filter((table) => table.certain);
      assert.deepEqual(certain, []);
    });
});
