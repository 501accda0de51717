/**
 * Passages that no term was changed for: they were written with the others, before anybody looked at a term, and tell
 * whether the terms found what they were mended for or what there is. The format is described in `../passages.ts`.
 */
export const HELD_OUT = `
A.5.1 de: policy-approval, communication-and-acknowledgement, policy-exceptions
Die Geschäftsführung setzt die Leitlinie in Kraft. Alle Mitarbeitenden erhalten sie am ersten Arbeitstag und bestätigen die Kenntnisnahme im Intranet. Abweichungen genehmigt der ISB befristet auf sechs Monate.

A.5.1 de: -
Die Ferienordnung der Kita hängt am Eingang. Der Vorstand genehmigt den Ausflug, und die Richtlinien für den Kuchenbasar gelten weiter.

A.5.3 en: -
Four eyes see more than two when you proofread a brochure. Split the cake into equal parts and let a second colleague taste it.

A.5.9 en: inventory-exists, asset-owner, reconciliation
- The asset register in the CMDB covers hardware, software, cloud services and data stores.
- Every asset has a named owner.
- Twice a year IT compares the register with the MDM export and the cloud bill.

A.5.9 en: -
The cash register is emptied at closing time. People are our greatest asset, and the owner of the dog pays for the damage.

A.5.12 de: levels, criteria, reclassification
Es gibt die Stufen öffentlich, intern, vertraulich und streng vertraulich. Maßgeblich ist der Schaden, der bei einer Offenlegung droht. Nach Veröffentlichung des Jahresabschlusses stuft Finance die Zahlen auf öffentlich herab.

A.5.12 de: -
Die Treppe hat elf Stufen. Öffentliche Verkehrsmittel werden bezuschusst; Schäden am Mietwagen trägt die Versicherung.

A.5.14 en: -
Transfer of shares needs the consent of the board. Airport transfers are booked by the assistant, and the recipient of the prize is announced in May.

A.5.15 de: access-principles, role-model, special-access
Zugriffe folgen dem Need-to-know-Prinzip. Rechte werden über Rollenprofile je Stelle vergeben. Fernzugriffe von Dienstleistern werden nur für die Dauer der Wartung freigeschaltet.

A.5.15 de: -
Der Zugang zum Schwimmbad ist für Kinder frei. Hauptrolle und Nebenrollen besetzt die Regie nach dem Vorsprechen.

A.5.18 de: request-and-approval, change-of-role, periodic-review
Berechtigungen werden über das Portal beantragt und vom Vorgesetzten freigegeben. Wechselt jemand die Abteilung, entzieht die IT die alten Rechte zum Stichtag. Halbjährlich rezertifizieren die Fachverantwortlichen alle Zugriffsrechte.

A.5.18 de: -
Das Recht auf Elternzeit bleibt unberührt. Urlaub wird beim Vorgesetzten beantragt und von ihm genehmigt; Bezugsrechte der Aktionäre verfallen.

A.5.19 en: supplier-register, relationship-owner, assessment-before-contract, exit
Procurement lists each vendor with access to our data in the vendor register, together with the employee who manages the relationship. Before signing, the vendor answers our security questionnaire. When the relationship ends, the manager has access closed and data returned.

A.5.19 en: -
Public relations invites the vendors of the Christmas market. The relationship between tone and mood is discussed in the style guide.

A.5.23 de: cloud-approval, shared-responsibility, tenant-baseline
Neue Cloud-Dienste gibt der ISB anhand der Checkliste frei. Für jeden Dienst hält eine Matrix fest, welche Aufgaben der Anbieter und welche wir übernehmen. Jeder Mandant startet mit MFA, eingeschränkter Freigabe und aktivierter Protokollierung.

A.5.24 de: incident-plan, playbooks, communication-plan
Der Notfallplan für Sicherheitsvorfälle liegt auch ausgedruckt im Tresor. Für Ransomware, Kontoübernahme und Datenabfluss gibt es Playbooks. Gegenüber Presse, Kunden und Behörden spricht nur die Pressestelle nach Abstimmung mit dem CISO.

A.5.24 de: -
Zwischenfälle auf dem Schulweg meldet die Schule der Unfallkasse. Der Spielplan des Theaters liegt aus, und die Presse erhält Freikarten.

A.5.26 en: -
In response to rising prices, purchasing contains its spending. The recovery of the market took three years and the case was closed by the court.

A.5.30 en: recovery-targets, recovery-plans, recovery-tests
| System | RTO | RPO |
| --- | --- | --- |
| Billing | 8 h | 1 h |

Restart plans for each system hang in the operations room and on an offline laptop. Every spring the teams perform a full recovery test and compare the time with the objective.

A.5.34 de: privacy-responsibility, breach-notification, processors-and-transfers
Ansprechpartnerin ist unsere Datenschutzbeauftragte. Datenpannen werden ihr sofort gemeldet, damit die Aufsichtsbehörde binnen 72 Stunden informiert werden kann. Dienstleister dürfen personenbezogene Daten nur auf Grundlage eines Auftragsverarbeitungsvertrags verarbeiten.

A.5.34 de: -
Die Personalkantine öffnet um elf. Wer eine Reifenpanne hat, ruft den Pannendienst; die Bauaufsicht prüft den Antrag auf Nutzungsänderung.

A.6.1 de: screened-population, checks-per-level, lawful-handling-of-results
Vor der Einstellung prüft HR bei allen Kandidaten Identität, Zeugnisse und Referenzen; bei Administratoren zusätzlich das Führungszeugnis. Unterlagen aus der Prüfung werden sechs Monate nach Abschluss gelöscht.

A.6.1 de: -
Die Fahreignung prüft der Betriebsarzt. Referenzen für die Website liefert das Marketing; die Kandidaten der Betriebsratswahl stellen sich vor.

A.6.3 de: training-audiences, induction-and-refresh, training-content
Alle Beschäftigten und externen Kräfte absolvieren im ersten Monat und danach jährlich eine Schulung zur Informationssicherheit; Entwickler erhalten zusätzlich ein Training zu sicherer Programmierung. Inhalte sind Phishing, Passwörter, mobiles Arbeiten und Meldewege.

A.6.3 de: -
Die Erste-Hilfe-Schulung findet im Juni statt. Das Fußballtraining beginnt um 18 Uhr; der Lehrplan der Berufsschule nennt die Inhalte.

A.6.7 de: remote-eligibility, remote-equipment, information-excluded
Mobiles Arbeiten ist nach Genehmigung der Führungskraft innerhalb Deutschlands zulässig. Es dürfen nur firmeneigene Geräte verwendet werden. Streng vertrauliche Akten dürfen nicht mit nach Hause genommen werden.

A.6.8 en: what-to-report, reporting-channel, reporter-behaviour
Report anything odd: a suspicious email, a lost badge, a door that does not close, a weakness in software. Use the red button in Outlook or call the service desk if mail is down. Do not investigate on your own and leave the device switched on.

A.6.8 en: -
The annual report is published in April. Reporters call the press office; event tickets are sold at the desk.

A.7.2 de: badges-and-keys, visitors, entry-logs-and-review
Besucher melden sich am Empfang an, tragen sich ins Besucherbuch ein und werden begleitet. Verlorene Zutrittskarten sind sofort zu melden und werden gesperrt. Zutrittsprotokolle bewahrt das Gebäudemanagement 90 Tage auf.

A.7.2 de: -
Der Eintritt ins Museum ist für Besucher bis 18 Jahre frei. Landkarten liegen am Empfang aus.

A.7.4 de: -
Der Wecker klingelt um sechs. Die Überwachung der Raumluft übernimmt ein Labor, und die Fotokamera leiht das Marketing aus.

A.7.7 de: screen-lock, paper-and-media-put-away, checks-and-exceptions
Beim Verlassen des Arbeitsplatzes ist der Bildschirm zu sperren. Vertrauliche Unterlagen und Datenträger werden nach Feierabend weggeschlossen. Der Informationssicherheitsbeauftragte macht stichprobenartig Rundgänge.

A.7.10 de: permitted-media, media-register, reuse-and-destruction
Private USB-Sticks sind verboten. Ausgegebene Wechseldatenträger führt die IT in einer Liste. Nicht mehr benötigte Datenträger werden nach DIN 66399 vernichtet und die Vernichtung bescheinigt.

A.7.14 de: erasure-method, proof-and-verification, disposal-contractor
Festplatten werden vor der Aussonderung mehrfach überschrieben oder geschreddert. Das Löschprotokoll wird zum Gerät abgelegt. Die Entsorgung übernimmt ein vertraglich gebundener Fachbetrieb.

A.7.14 de: -
Grünabfälle entsorgt der Gärtner. Der Feuerlöscher ist wiederverwendbar, und der Plattenspieler steht im Pausenraum.

A.8.1 de: private-devices, storage-encryption, loss-reporting
Die Nutzung privater Smartphones (BYOD) ist nur mit der Container-App erlaubt. Die Festplatten aller Notebooks sind verschlüsselt. Verlust oder Diebstahl eines Geräts ist sofort dem Service Desk zu melden.

A.8.1 de: -
Gartengeräte stehen im Schuppen. Der Quartalsverlust wird den Aktionären gemeldet; der private Parkplatz ist verschlossen.

A.8.2 de: admin-accounts-separate, privileged-review, privileged-authentication
Administratoren nutzen für administrative Tätigkeiten ein getrenntes Konto. Privilegierte Rechte werden vierteljährlich überprüft. Die Anmeldung mit Admin-Konten erfordert MFA und wird aufgezeichnet.

A.8.5 de: factor-strength, legacy-and-default-access, failed-attempts
Für den Zugriff von außen ist Mehr-Faktor-Authentisierung Pflicht. Veraltete Protokolle wie IMAP mit Basisanmeldung sind abgeschaltet. Nach fünf Fehlversuchen wird das Konto für 15 Minuten gesperrt.

A.8.5 de: -
Der Sonnenschutzfaktor beträgt 30. Die Anmeldung zum Lauf ist offen; nach drei Fehlversuchen scheidet der Springer aus.

A.8.7 de: protected-systems, entry-channels, user-awareness
Auf allen Clients und Servern läuft ein Virenschutz. E-Mail-Anhänge und Downloads werden auf Schadsoftware geprüft. Beschäftigte lernen in der Schulung, verdächtige Anhänge zu erkennen und nicht zu öffnen.

A.8.8 de: sources, responsibility, remediation-deadlines, patch-testing
Schwachstellenscans laufen wöchentlich; das Betriebsteam wertet sie aus und spielt Patches ein. Kritische Lücken schließen wir binnen drei Tagen. Updates werden zunächst auf einer Testgruppe ausgerollt.

A.8.8 de: -
Zahnlücken behandelt der Arzt. Die Quellen des Flusses liegen im Gebirge; Flicken aus Leder verdecken schwache Stellen der Jacke.

A.8.13 de: backup-scope, retention-and-encryption, restore-tests
Gesichert werden alle virtuellen Maschinen und die Fileserver. Sicherungen werden verschlüsselt und 90 Tage aufbewahrt. Die Rücksicherung wird einmal im Quartal getestet.

A.8.13 de: -
Die Sicherung im Stromkasten ist durchgebrannt. Der Elektriker testet die Sicherungen im Keller; gesichert wird die Ladung mit Gurten.

A.8.15 de: events, log-content, protection, central-storage-and-retention
Protokolliert werden An- und Abmeldungen, Rechteänderungen und Fehler. Jeder Eintrag enthält Zeitstempel, Benutzer, Quelle und Ergebnis. Die Protokolle werden zentral gesammelt, sind gegen Veränderung geschützt und werden nach zwölf Monaten gelöscht.

A.8.15 de: -
Das Protokoll der Betriebsversammlung führt der Schriftführer. Beim Staatsbesuch achtet das Protokoll auf die Sitzordnung.

A.8.16 de: monitoring-scope, alarm-rules, evaluation-and-response
Das SOC überwacht Server, Endgeräte, Firewalls und Cloud-Konten rund um die Uhr. Massenhafte Downloads und Anmeldungen aus ungewöhnlichen Ländern lösen im SIEM einen Alarm aus. Ein Analyst bewertet jeden Alarm innerhalb von 30 Minuten.

A.8.20 en: perimeter-rules, device-administration, transport-protection
The firewall denies inbound traffic unless a rule, approved by the network lead, says otherwise. Network devices are managed only from the jump host and receive firmware updates each month. All connections over public networks use TLS or IPsec.

A.8.22 de: -
Klimazonen bestimmen den Anbau. Gäste trennen ihren Müll; das Schienennetz verbindet die Zonen des Verkehrsverbunds.

A.8.24 de: where-to-encrypt, algorithms, key-roles, compromise
Vertrauliche Daten sind bei Speicherung und Übertragung zu verschlüsseln. Zugelassen sind die Verfahren der BSI TR-02102. Schlüssel verwaltet ausschließlich das Krypto-Team. Bei Verdacht auf Kompromittierung wird der Schlüssel gesperrt und ersetzt.

A.8.24 de: -
Notenschlüssel und Verteilerschlüssel erklärt das Handbuch. Schlüsselpersonen im Vertrieb erhalten einen Dienstwagen; der Hausschlüssel liegt beim Pförtner.

A.8.28 de: coding-standard, peer-review, third-party-components
Für Java gilt der interne Programmierstandard auf Grundlage von OWASP. Jede Änderung prüft ein zweiter Entwickler im Code-Review. Fremde Bibliotheken werden vor der Aufnahme auf bekannte Schwachstellen und Lizenz geprüft.

A.8.31 de: -
Die Produktion der Kekse läuft in zwei Schichten. Umweltschutz ist Teil unserer Werte; die Entwicklung der Preise ist offen.

A.8.32 de: request-and-assessment, approval, test-and-fallback, communication-and-record
Jeder Änderungsantrag beschreibt Auswirkungen und Risiken. Das CAB genehmigt Änderungen vor der Umsetzung. Für jede Änderung gibt es einen Test und einen Rückfallplan. Betroffene werden informiert, das Ticket bleibt als Nachweis erhalten.

A.8.32 de: -
Änderungen der Speisekarte sind vorbehalten. Die Änderungsschneiderei kürzt Uniformen; ein Antrag auf Namensänderung geht an das Standesamt.

A.7.5 de: -
Brandneue Modelle stehen in der Halle. Das Betriebsklima ist gut; Wasser und Obst gibt es kostenlos.

A.6.6 de: -
Die Vereinbarung über Gleitzeit gilt weiter. Vertrauliche Gespräche führt die Seelsorge; die Unterschriftenliste für das Stadtfest liegt aus.

A.7.13 en: -
The kitchen garden is low maintenance. Please remain in the waiting area; the record repair time for a bicycle tyre is one minute.

A.8.3 en: -
Speed restriction on the yard is 10 km/h. Ride sharing is popular, and anonymous feedback goes into the box.

A.8.9 en: -
The seating configuration of the hall is flexible. Baseline players dominate the tennis club; the driver reports detours.

A.8.33 en: -
Test results of the eye examination stay with the doctor. The information desk sells maps; synthetic fibres dry fast.
`;
