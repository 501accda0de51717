/** A small ISMS without findings of its own that matter here: what changes in it is seen at once. */
export const SMALL_ISMS = `
=== isms.yaml
organization: Acme
soa: soa.md
riskRegister: risks.md
riskAppetite: 8
rules:
  soa/missing-control: off
  mapping/missing-element: off
  mapping/not-addressed: off
=== policies/access.md
---
id: POL-ACC
title: Access control
type: policy
version: "2.3"
status: approved
classification: internal
owner: Ines
approver: Marit
approved_date: 2026-03-02
review_cycle: P1Y
next_review: 2027-03-02
controls: ["A.5.15", "A.8.2"]
related_documents: ["POL-BCK"]
---

# Access control

## Rules

Every account must use a second factor. Access rights must be reviewed every 90 days by the system owner.

- Shared accounts must not be used for administration.
- Managers must report a leaver within 24 hours.
- Passwords must have at least 14 characters.

Guests may use the guest network. See [the backup policy](backup.md).
=== policies/backup.md
---
id: POL-BCK
title: Backup
type: policy
version: "1.1.0"
status: in-review
classification: internal
owner: Joris
review_cycle: P1Y
next_review: 2027-06-01
controls: ["A.8.13"]
---

# Backup

All databases must be copied every day. Copies must be kept for 90 days. Restores should be tested every month.

## Change history

| Version | Date | Change |
| --- | --- | --- |
| 1.1.0 | 2026-06-01 | Databases added |
=== policies/übergabe plan.md
---
id: PLN-ÜBG
title: Übergabe im Rechenzentrum
type: plan
version: "1.0"
status: approved
owner: Lena
approver: Marit
approved_date: 2026-04-01
next_review: 2027-04-01
controls: ["A.7.2"]
---

# Übergabe

Besucher müssen sich am Empfang anmelden. Ausweise sollen sichtbar getragen werden.
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Applicable | Justification | Status | Documents |
| --- | --- | --- | --- | --- |
| A.5.15 | Yes | Treats R-001, stolen credentials | Implemented | POL-ACC |
| A.7.2 | Yes | Visitors come to the data centre every week | Implemented | PLN-ÜBG |
| A.7.4 | No | The landlord watches the building under the lease | | |
| A.8.2 | Yes | Treats R-001, stolen credentials | Implemented | POL-ACC |
| A.8.13 | Yes | Treats R-002, lost data | Planned | POL-BCK |
=== risks.md
---
title: Risk register
type: risk-register
---

| ID | Risk | Owner | Treatment | Controls | Residual |
| --- | --- | --- | --- | --- | --- |
| R-001 | Stolen credentials | Ines | mitigate | A.5.15, A.8.2 | 6 |
| R-002 | Lost data | Joris | mitigate | A.8.13 | 4 |
=== evidence.md
---
title: Evidence register
type: evidence-register
---

| ID | Evidence | Controls | Source | Frequency | Last collected |
| --- | --- | --- | --- | --- | --- |
| EV-001 | Visitor book | A.7.2 | Reception | quarterly | 2026-10-01 |
=== exceptions.md
---
title: Exceptions
type: exception-register
---

| ID | Exception | Controls | Granted | Expires | Approver |
| --- | --- | --- | --- | --- | --- |
| EX-001 | Old time clock without a second factor | A.8.5 | 2026-06-01 | 2027-01-31 | Marit |
=== archive/old.md
Nothing of the ISMS lies here.
`;
