/** Passages on the organizational controls; the format is described in `../passages.ts`. */
export const ORGANIZATIONAL = `
A.5.1 en: policy-approval, policy-ownership, review-cycle
This policy takes effect once the Managing Director has signed it off. The CISO owns the document and reads it through every twelve months, or sooner after a major incident or a change in the law.

A.5.1 en: -
Customers accept our cancellation policy when they check out. The insurance policy for the fleet renews each January; the broker sends the premium invoice to accounting.

A.5.2 de: isms-lead, deputies
Der Informationssicherheitsbeauftragte steuert das ISMS und berichtet vierteljährlich unmittelbar an die Geschäftsführung. Ist er abwesend, vertritt ihn die Leiterin IT-Betrieb.

A.5.2 de: -
Die Rolle Papier ist vor dem Druck auf Risse zu prüfen. Der Vertreter des Herstellers besucht uns zweimal im Jahr.

A.5.3 en: second-person-approval, no-self-approval, compensating-checks
No payment run leaves the bank portal before a second member of finance has released it. Nobody may release a payment that they entered themselves. Because the company has only two administrators, the managing director goes through the administrator log each month instead.

A.5.3 en: -
Waste is separated into paper, glass and residual waste. Two people are on duty at reception between 8 and 18 h, and conflicting meeting requests go to the office manager.

A.5.4 en: manager-duties, briefing-before-access
Team leads explain the security rules to every newcomer before IT unlocks the account. They raise security in the yearly appraisal and act as the first point of contact for questions in their team.

A.5.4 en: -
Line managers approve holiday requests within three days. The management consultancy briefs the board on market trends before the strategy retreat; resources for the retreat come from marketing.

A.5.5 de: authority-list, authorised-contact-person, notification-triggers
Die Liste der zuständigen Behörden (BSI, Landesdatenschutzbeauftragte, Polizei) liegt im Notfallhandbuch. Nur die Geschäftsführung und der CISO sprechen mit ihnen. Verletzungen personenbezogener Daten meldet der Datenschutzbeauftragte innerhalb von 72 Stunden.

A.5.5 en: -
The budget authority for travel lies with the team lead. Please contact reception when a parcel arrives; the phone list hangs next to the door.

A.5.6 en: group-list, delegate, knowledge-return
The company is a member of the national CERT association and of the OWASP chapter in Hamburg. Jana from platform engineering attends both on our behalf. After each meeting she posts a short summary in the #security channel.

A.5.6 en: -
Fan forums and special interest magazines are read by the marketing team. The works association organises the summer party; members pay a fee of ten euros.

A.5.7 de: intelligence-sources, relevance-analysis, resulting-action
Das Sicherheitsteam wertet täglich die Warnmeldungen des CERT-Bund und die Hinweise unserer EDR-Plattform aus. Betrifft eine Meldung eingesetzte Produkte, bewertet der Teamleiter sie und legt ein Ticket an, mit dem Erkennungsregeln oder Sperrlisten angepasst werden.

A.5.7 en: -
Business intelligence dashboards draw on three sources: CRM, webshop and ERP. The threat of bad weather may delay deliveries in winter.

A.5.8 en: project-scope, project-risk-assessment, gates
Any undertaking with a budget above 20,000 euros or that touches customer data is run as a project under this procedure. The project manager and the ISO assess security risks at kick-off. No project passes the go-live milestone without the ISO's consent.

A.5.8 en: -
The project manager reports budget and schedule to the steering committee every fortnight. Wishes of the sales department are collected in workshops; risks of delay go into the project plan.

A.5.9 de: inventory-exists, asset-owner, update-process
Alle Notebooks, Server, Cloud-Konten und Datenbestände stehen im Inventar (Snipe-IT). Jeder Eintrag hat einen Verantwortlichen, der über Schutz und Zugriff entscheidet. Beschaffung, Umzug und Aussonderung führen zu einer Aktualisierung des Inventars durch den Servicedesk.

A.5.9 de: -
Die Inventur des Lagers findet am 31. Dezember statt. Anlagegüter werden linear über fünf Jahre abgeschrieben; der Eigentümer des Gebäudes trägt die Grundsteuer.

A.5.10 en: private-use, approved-tools, monitoring-notice
You may use your laptop for private matters to a small extent, as long as work does not suffer. Only the AI assistants on the intranet list may receive company information. Web traffic on company devices is logged, as described in the works agreement on monitoring.

A.5.10 en: -
The meeting rooms may be used for customer workshops. Private parking is possible after 18 h; guests borrow tools from the shed with the caretaker.

A.5.11 de: return-trigger, return-list
Bei Austritt, Versetzung oder Vertragsende geben Mitarbeitende Notebook, Ausweis, Schlüssel und Token zurück. Die Führungskraft hakt die Rückgabe auf der Ausgabeliste ab.

A.5.11 en: -
Customers may return goods within 30 days in the original packaging. The return on assets rose to four percent last year.

A.5.12 en: levels, who-classifies, default-level
We use four levels: public, internal, confidential, strictly confidential. The information owner sets the level. Anything without a marking counts as internal.

A.5.12 en: -
Job classification follows the collective agreement; there are nine pay levels. Goods in the public area of the shop carry a price tag.

A.5.13 en: label-format, who-labels
The author puts the classification into the footer of each page, in capitals, right of the page number. Only the information owner may change or strip the marking.

A.5.13 en: -
Shelf labels are ordered by the warehouse. Every food product shows its label on the front; allergens appear in bold.

A.5.14 de: channels-by-level, protection-in-transit, wrong-recipient
Vertrauliche Unterlagen dürfen nur über das Kundenportal oder per verschlüsselter E-Mail versendet werden, streng vertrauliche ausschließlich über das Portal. Wer eine Nachricht an den falschen Empfänger schickt, meldet das sofort dem Helpdesk und bittet den Empfänger um Löschung.

A.5.14 de: -
Der Wissenstransfer zwischen den Generationen geschieht in Patenschaften. Die Bank führt Überweisungen bis 14 Uhr am selben Tag aus; beim Versand der Ware gilt der günstigste Kanal.

A.5.15 en: access-principles, decision-maker, link-to-classification
Nobody gets more access than the current task requires, and whatever this policy does not allow is denied. The owner of each system decides who may use it. Confidential and secret information is open only to named individuals.

A.5.15 en: -
The access road to the warehouse is closed on Sundays. Wheelchair access to the canteen runs through the south entrance, and the role of the caretaker is to clear the snow.

A.5.16 en: unique-identity, identity-life-cycle, shared-accounts
Every user has one personal account, and a name that has been used is never assigned to somebody else. HR data drives the creation and deactivation of accounts in Entra ID. Group accounts exist only for the reception PC; the shift book shows who worked under them.

A.5.16 en: -
The corporate identity manual sets fonts and colours. Brand identity workshops take place each spring; the accounts department books the cost.

A.5.17 de: password-rules, user-duties, reset-and-recovery
Kennwörter haben mindestens 14 Zeichen und werden gegen eine Liste bekannter Passwörter geprüft. Niemand darf sein Kennwort weitergeben oder aufschreiben. Vor dem Zurücksetzen ruft der Helpdesk die Person unter der hinterlegten Nummer zurück.

A.5.17 en: -
Token ring was replaced by Ethernet in 2003. The secret of good coffee is fresh water, and the password for the guest quiz is announced at dinner.

A.5.18 en: request-and-approval, removal-on-exit, periodic-review
Access is requested in the service desk and approved by the line manager together with the system owner. Accounts and permissions of leavers are withdrawn by the end of the last working day. Each quarter the system owners go through the list of users and confirm or delete every entitlement.

A.5.18 en: -
Minority shareholders have subscription rights. The right of way past the loading bay lies with the forklift; leavers of the apprenticeship programme receive a certificate.

A.5.19 de: supplier-register, supplier-classes, assessment-before-contract
Im Lieferantenverzeichnis stehen alle Dienstleister mit Zugang zu unseren Informationen. Der Einkauf stuft sie nach Datenzugriff und Ausfallfolgen in A, B und C ein. Vor Vertragsschluss füllen A- und B-Lieferanten den Sicherheitsfragebogen aus.

A.5.19 de: -
Lieferanten von Büromaterial werden nach Preis und Lieferzeit ausgewählt. Reklamationen bearbeitet der Einkauf innerhalb von zwei Wochen.

A.5.20 en: supplier-incident-notice, audit-right, subcontracting, end-of-contract
The supplier reports every security incident to soc@ within 24 hours. We may audit the supplier once a year or accept a current SOC 2 report instead. Subcontractors need our written consent and sign the same terms. When the contract ends, the supplier hands back or deletes our data within 30 days.

A.5.20 en: -
The agreement with the landlord ends in 2029. Auditors of the annual accounts receive the contract with the caterer; cleaning is a matter for the landlord.

A.5.21 en: component-knowledge, trusted-sources, integrity-verification
For each release the pipeline writes a software bill of materials. Container images come only from our own registry. The build refuses packages whose signature or checksum does not match.

A.5.21 en: -
Spare parts for the packaging line come from two sources. The supply chain for raw cocoa is described in the sustainability report; components are weighed on receipt.

A.5.22 de: review-rhythm, service-level-monitoring, assurance-reports, supplier-changes
Kritische Dienstleister werden jährlich überprüft, alle anderen alle drei Jahre. Die gemeldete Verfügbarkeit wird monatlich mit dem Vertrag verglichen. Angekündigte Änderungen des Anbieters bewertet die IT innerhalb von zehn Tagen. Zudem liest sie den aktuellen ISAE-3402-Bericht.

A.5.22 en: -
Reviews on the hotel portal are answered within two days. Change of season means new uniforms, which the tailor delivers in October.

A.5.23 en: cloud-approval, cloud-register, data-and-location, cloud-exit
A new SaaS product needs the CISO's approval before the first login; the criteria are on the checklist. The cloud register lists each service with owner and class of data. Personal data stay in data centres within the EU. For each service a short exit plan says how to export the data and close the tenant.

A.5.23 en: -
A cloud of dust forms when the silo is filled; wear a mask. The tenant on the second floor shares responsibility for the staircase.

A.5.24 en: incident-roles, severity-scale, exercise
The incident manager leads the response and may take systems offline without asking anyone; the head of IT operations deputises. Incidents fall into four severities, from P1 (reaction within 15 minutes) to P4 (next working day). Twice a year the team rehearses a scenario at the table.

A.5.24 en: -
HR incidents such as disputes between colleagues go to the ombudsperson. The first-aid team practises resuscitation twice a year, and the press office plans the trade fair.

A.5.25 de: triage-duty, event-or-incident-criteria, time-to-assess, decision-record
Die Rufbereitschaft sichtet jede Meldung, auch am Wochenende, innerhalb von 30 Minuten. Ein Ereignis gilt als Sicherheitsvorfall, wenn Vertraulichkeit, Integrität oder Verfügbarkeit verletzt sind oder sein könnten. Entscheidung und Begründung stehen im Ticket.

A.5.25 en: -
Events such as the summer party need the approval of the works council. Assessment of applicants takes place on one day; the decision is sent by post.

A.5.26 en: containment, eradication-recovery, response-log, closure
Responders isolate affected machines at once and lock compromised accounts. They rebuild systems from known good images after the cause is gone. A scribe notes each action with its time. The incident manager closes the case when recovery is verified and the report is filed.

A.5.26 en: -
Responses to the customer survey are collected until Friday. The container is unloaded at dock 2; the driver logs the time of arrival.

A.5.27 de: post-incident-review, root-cause, tracked-improvements
Nach jedem Vorfall der Stufen 1 und 2 findet binnen zehn Tagen eine Nachbetrachtung mit allen Beteiligten statt. Die Ursache wird mit der 5-Why-Methode ermittelt. Maßnahmen erhalten im Ticketsystem einen Verantwortlichen und ein Fälligkeitsdatum.

A.5.27 de: -
Die Lernplattform zeigt jedem Azubi seinen Fortschritt. Grund für die hohe Ausschussquote war im Mai ein verschlissenes Werkzeug.

A.5.28 en: who-collects, chain-of-custody, evidence-storage, legal-trigger
Only the forensics contact secures traces; everybody else leaves the device switched on and untouched. Each hand-over of a disk image is entered on the custody form with date, name and purpose. Evidence lies in the safe of the legal department. Before a criminal complaint, the managing director consults counsel.

A.5.28 en: -
There is evidence that the new coating lasts longer. The museum's collection is insured; collection of parcels takes place at 16 h.

A.5.29 en: minimum-security-level, authority-to-relax, return-to-normal
Even in an emergency, multi-factor sign-in, logging and encryption of customer data stay switched on. Only the crisis manager may suspend another rule, for at most 48 hours, and writes it into the crisis log. Within a week after the crisis, IT removes all temporary accounts and firewall openings.

A.5.29 en: -
Disruption of rail traffic entitles staff to work from home. The catering level during meetings is reduced to coffee and water.

A.5.30 de: business-impact, recovery-targets, recovery-tests, recovery-roles
Die Business-Impact-Analyse bestimmt einmal jährlich die kritischen Geschäftsprozesse. Für den Webshop gelten eine RTO von 4 Stunden und ein RPO von 15 Minuten. Wiederanlauftests finden halbjährlich statt; die Notfallmanagerin vergleicht die gemessene Zeit mit der Vorgabe. Sie löst auch den Wiederanlauf aus, vertreten vom Leiter Infrastruktur.

A.5.30 de: -
Nach dem Sport hilft ausreichend Erholung. Die Wirtschaftskraft der Region hängt von der Landwirtschaft ab; das Ziel der Kampagne ist eine höhere Bekanntheit.

A.5.31 en: obligations-register, requirement-owner, change-watch
Legal keeps a register of the laws, regulations and contracts that apply to us, with their source and the way we fulfil them. Every entry names the person who answers for it. A subscription to a law gazette service and our law firm's newsletter tell us about amendments.

A.5.31 en: -
The legal department moves to the third floor. Statutory holidays apply to all staff; contractual vacation days are entered in the HR tool.

A.5.32 en: licence-inventory, open-source-rules, licence-checks
IT keeps an inventory of licences with number of seats and invoice. Copyleft code such as GPL needs the CTO's consent before it enters a product. Once a year IT reconciles installed software with purchased licences.

A.5.32 en: -
Forklift drivers carry their driving licence. Intellectual curiosity is one of our values, and property tax is due in August.

A.5.33 de: retention-schedule, tamper-protection, destruction-and-hold
Rechnungen bewahren wir zehn Jahre auf, Bewerbungsunterlagen sechs Monate; der Aufbewahrungsplan nennt die Rechtsgrundlage. Archivierte Dokumente liegen revisionssicher auf einem WORM-Speicher. Nach Ablauf vernichtet sie das Archiv, sofern die Rechtsabteilung die Vernichtung nicht stoppt.

A.5.33 en: -
She holds the company record for the fastest sprint. Records of Beethoven symphonies decorate the lobby.

A.5.34 en: privacy-responsibility, processing-record, data-subject-requests
Our data protection officer is reachable at privacy@. Requests for access, rectification or erasure get an answer within one month. Department heads keep their entries in the record of processing activities up to date.

A.5.34 en: -
The privacy film for the window was installed by facility. Personal development talks are held in spring; processors of milk receive the delivery note.

A.5.35 en: reviewer-independence, review-interval, change-triggers, reporting-line
An auditor from outside the IT department examines the ISMS each autumn, so that within three years every area has had its turn. After a takeover or a change of data centre the audit comes earlier. The report goes straight to the executive board.

A.5.35 en: -
An independent bookshop supplies our library. Performance reviews take place in January; lost property is reported to reception.

A.5.36 de: who-checks, check-rhythm, technical-checks, treatment-of-deviations
Abteilungsleiter prüfen vierteljährlich, ob ihr Bereich die Richtlinien einhält. Ein Compliance-Scanner vergleicht wöchentlich die Serverkonfiguration mit dem Härtungsstandard. Für jede Abweichung wird eine Korrekturmaßnahme mit Frist festgelegt.

A.5.36 de: -
Beim Bau der Halle wurden alle Normen für Schneelast eingehalten. Standardmaße für Paletten prüft das Lager beim Wareneingang.

A.5.37 en: which-activities, procedure-owner, place-and-availability
Every recurring administrative task that a substitute may have to carry out needs a written runbook. The team lead who runs the service owns its runbooks and releases changes. Current versions live in the wiki, with a weekly PDF copy on the emergency laptops.

A.5.37 en: -
Operating the coffee machine: fill in water, press the button. The surgery is a routine procedure and the insurer covers it.
`;
