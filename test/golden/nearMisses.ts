/** A place of the golden corpus that comes close to what a rule is about, and at which the rule says nothing. */
export interface NearMiss {
  readonly rule: string;
  readonly folder: string;
  readonly file: string;
  /** Words of one line of the file. Empty: the rule says nothing of the whole file. */
  readonly text: string;
}

/**
 * At least one for each rule. What a rule leaves alone decides whether people keep it switched on, and a machine cannot
 * tell which silence is a near miss: so each is named here.
 */
export const NEAR_MISSES: readonly NearMiss[] = [
  // A document maps it, though the row does not name the document.
  at('mapping/unmapped-control', 'soa-traced/soa.md', '| A.8.26 |'),
  // An id of another standard.
  at('mapping/unknown-control', 'compliance-tables/ai-governance.md', 'A.6.2.99 would be wrong there'),
  // The text says which edition it means.
  at('mapping/superseded-control', 'mixed-spellings/policies/former-edition.md', 'A.14.2.1 (ISO/IEC'),
  // The same control in two lists of one document.
  at('mapping/duplicate-control', 'mixed-spellings/policies/ranges.md', 'iso27001: [A.5.26'),
  // Canonical, with the title behind it.
  at('mapping/noncanonical-id', 'mixed-spellings/policies/block-list.md', 'A.8.2 Privileged access rights'),
  // Numbers in quotes, under a key for clauses.
  at('mapping/numeric-id', 'mixed-spellings/policies/ranges.md', 'clauses: ["5.1"'),
  // Many controls, and each of them is named.
  at('mapping/coarse-reference', 'mixed-spellings/policies/ranges.md', '"A.5.24–A.5.28'),
  // Numbers that are clauses and controls, under a key for clauses.
  at('mapping/clause-as-control', 'mixed-spellings/policies/ranges.md', 'clauses: ["5.1", "6.1", "9.2"]'),
  // The row of the control has its faults, but the control applies.
  at('mapping/excluded-control', 'soa-deutsch/richtlinien/zugriff.md', '"A.5.17"'),
  // The text cites it, and nothing more.
  at('mapping/not-addressed', 'mixed-spellings/policies/block-list.md', '- A.5.15'),
  // The sentence links the document that maps the control.
  at(
    'mapping/unlisted-citation',
    'mapping-of-many-kinds/policies/access.md',
    '[Backups](backups.md) says (A.8.13)',
  ),
  // A procedure, not a policy.
  at('mapping/no-controls', 'mapping-of-many-kinds/policies/diving.md'),
  // The text says nothing of the control at all: that is another rule's.
  at('mapping/missing-element', 'mixed-spellings/policies/block-list.md', '"**A.8.3**"'),

  at('soa/missing', 'unreadable/policy.md'),
  // Ranges as rows.
  at('soa/missing-control', 'broken-front-matter/soa.md'),
  // A clause of the same number, in a table of clauses.
  at('soa/duplicate-control', 'soa-by-theme/soa.md', '| 5.1 | Leadership'),
  at('soa/missing-applicability', 'soa-answers/soa.md', '[Yes/No]'),
  at('soa/invalid-applicability', 'soa-answers/soa.md', 'Yes, partly'),
  at('soa/not-assessed', 'soa-answers/soa.md', '| 5.8 | N/A |'),
  // Nobody has decided, so nothing is to be justified.
  at('soa/missing-justification', 'soa-answers/soa.md', '| 5.7 | TBC |'),
  // Short, and it names something.
  at('soa/weak-justification', 'soa-traced/soa.md', 'Outage of the region'),
  // Five times, with the id of a risk that names each of the controls.
  at('soa/repeated-justification', 'soa-traced/soa.md', '| A.5.15 | Access control | Yes | Treats R-001.'),
  at('soa/missing-status', 'soa-answers/soa.md', '| 5.5 | Not applicable'),
  // A legend explains it.
  at('soa/invalid-status', 'soa-answers/soa.md', '| PI |'),
  at('soa/title-mismatch', 'mapping-of-many-kinds/soa.md', 'Zugangsdaten und Kennwörter'),
  // No id, but a threat.
  at('soa/untraced-inclusion', 'soa-traced/soa.md', '| A.8.21 |'),
  at(
    'soa/unsupported-risk-basis',
    'soa-deutsch/soa.md',
    '| A.5.15 | Zugangssteuerung | Ja | Behandelt R-001',
  ),
  // The risk that names it is avoided, so nothing relies on the control.
  at('soa/excluded-treats-risk', 'soa-traced/soa.md', '| A.7.6 |'),
  // A title in plain words may stand for a document that is kept elsewhere.
  at('soa/broken-reference', 'soa-traced/soa.md', 'Network plan of the provider'),
  // The title of the document with the word "policy" behind it.
  at('soa/one-way-reference', 'soa-traced/soa.md', '| Access control policy |'),
  // The row names a draft, which does not map the control.
  at('soa/implemented-by-draft', 'soa-traced/soa.md', '| A.8.14 |'),
  at('soa/exclusion-expired', 'soa-traced/soa.md', '2099-12-31'),
  at('soa/summary-mismatch', 'soa-traced/soa.md', '| Applicable | 16 |'),

  // Two owners are a list of the right type.
  at('policy/invalid-front-matter', 'broken-front-matter/policies/wrong-type.md', 'owner: [CISO, CTO]'),
  at('policy/missing-field', 'carriers/policies/toml.md'),
  at('policy/invalid-value', 'document-control/policies/people.md', '1. Dezember 2025'),
  // A translation.
  at('policy/duplicate-id', 'document-control/en/travel.md'),
  // A draft.
  at('policy/review-overdue', 'document-control/policies/suppliers.md'),
  // It is past already.
  at('policy/review-due', 'document-control/policies/backup.md'),
  at('policy/missing-approval', 'document-control/policies/people.md'),
  at('policy/self-approval', 'document-control/policies/people.md'),
  at('policy/date-order', 'document-control/policies/people.md'),
  // Emphasis and a line break were changed since.
  at('policy/changed-since-approval', 'document-control/policies/retention.md'),
  // An older entry of the history.
  at('policy/conflicting-metadata', 'carriers/policies/table.md', '| 1.0     | 2025-05-01'),
  at('policy/placeholder', 'document-control/policies/backup.md', 'has the label `[Company Name]`'),
  // Retired.
  at('policy/broken-link', 'document-control/archive/access-2024.md'),
  // The word describes people and not what they have to do.
  at('policy/vague-wording', 'document-control/policies/access.md', 'Staff who regularly travel'),
  // Document control in lines alone.
  at('policy/uncontrolled-document', 'carriers/policies/lines.md'),

  // A plan names the risk again.
  at('risk/duplicate-id', 'registers/treatment-plan.csv', 'TP-1;R-014'),
  // Closed.
  at('risk/missing-owner', 'registers/risks.md', '| R-007 |'),
  at('risk/missing-treatment', 'registers/risks.md', '| R-007 |'),
  // The plan names its controls.
  at('risk/untreated', 'registers/risks.md', '| R-014 |'),
  // Not in a row, but the register speaks of it.
  at('risk/unknown-reference', 'registers/policies/access.md', 'Since R-002 was closed'),
  at('risk/score-mismatch', 'registers/risks.md', '| R-003 |'),
  // Above the appetite, and somebody has signed.
  at('risk/accepted-above-appetite', 'registers/risks.md', '| R-008 |'),
  at('risk/review-overdue', 'registers/risks.md', '| R-007 |'),
  at('evidence/stale', 'registers/evidence.json', 'EV-003'),
  // The row of the SoA names the evidence.
  at('evidence/missing', 'registers/soa.csv', 'A.5.1,'),

  at('clause/missing-document', 'management-system/isms.yaml'),
  at('input/unreadable', 'crlf-bom-emoji/soa.md'),

  at('suppression/unused', 'suppressions/policies/text.md', 'quoted from a customer'),
  at('suppression/missing-reason', 'suppressions/policies/text.md', 'an appendix of the customer'),
  at('suppression/unknown-rule', 'suppressions/policies/accepted-ids.md', 'nothing to hide'),
  at('suppression/expired', 'suppressions/policies/accepted-ids.md', 'last day today'),
  at('suppression/breaks-table', 'suppressions/soa.md', 'with the lawyers'),
];

function at(rule: string, path: string, text = ''): NearMiss {
  const [folder = '', ...rest] = path.split('/');
  return { rule, folder, file: rest.join('/'), text };
}
