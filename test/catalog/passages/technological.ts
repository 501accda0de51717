/** Passages on the technological controls; the format is described in `../passages.ts`. */
export const TECHNOLOGICAL = `
A.8.1 en: management-enrolment, storage-encryption, lock-and-settings, private-devices, loss-reporting
A device only reaches company mail after enrolment in Intune. BitLocker or FileVault is on for all of them. Screens lock after five minutes and the local firewall cannot be turned off. Private phones are allowed for mail inside the managed container. Report a lost device to the service desk within two hours.

A.8.1 en: -
End users of our fertiliser read the leaflet first. The end point of the hiking trail is the car park; measuring devices are calibrated yearly.

A.8.2 en: admin-accounts-separate, approval-of-privilege, time-limit, break-glass
Administrators work with a second account that has no mailbox. The CISO approves each admin role against a ticket that states the reason. Elevation expires after eight hours. The emergency account lies in a sealed envelope, and each use alerts the CISO.

A.8.2 en: -
It is a privilege to work with you. Privileged parking goes to electric cars; administrative assistants order stationery.

A.8.3 de: role-to-data-mapping, sharing-defaults, anonymous-access
Die Berechtigungsmatrix legt fest, welche Gruppe welche Ordner lesen oder ändern darf. Freigabelinks sind standardmäßig auf interne Personen beschränkt; nur der Dateneigentümer darf sie erweitern. Ohne Anmeldung sind ausschließlich die Inhalte der Website sichtbar.

A.8.3 de: -
Die Einfahrt ist für Lkw beschränkt. Informationen zur Kantine stehen am Aushang; der Zugang zum Dach erfolgt über die Leiter.

A.8.4 en: repository-roles, change-review, secrets-in-code, tokens-and-build
Developers have write access to the repositories of their own team and read access to the rest; only platform engineers are admins. The main branch is protected and every pull request needs one approval from a colleague. Secret scanning blocks pushes with credentials, and a leaked key is rotated the same day. Pipelines use deploy keys limited to one repository.

A.8.4 en: -
The building code requires two exits. Source the parts locally; the dress code is casual, and colour codes mark the pallets.

A.8.5 en: factor-strength, single-sign-on, failed-attempts, session-handling
All remote sign-ins and all cloud consoles need a second factor; SMS does not count. Business applications connect to Okta through SAML. After ten wrong attempts the account locks for 15 minutes. Sessions end after eight hours.

A.8.5 en: -
Authentic recipes make our canteen popular. Sign in the guest book; the training session ends at noon after ten attempts at the high jump.

A.8.6 de: monitored-resources, thresholds, forecast
Überwacht werden CPU, Arbeitsspeicher, Plattenplatz und Leitungen aller Produktionssysteme. Ab 80 Prozent Auslastung geht eine Warnung an die Rufbereitschaft. Der Betriebsleiter schreibt den Bedarf halbjährlich für zwölf Monate fort.

A.8.6 en: -
Meeting room 3 has a capacity of twelve people. Human resources plans vacancies for the next year; the load on the shelf must not exceed 80 kg.

A.8.7 en: protected-systems, update-and-tampering, entry-channels, detection-response
Endpoint protection runs on all laptops and servers; the lab PCs that cannot carry it sit in an isolated network. Signatures update hourly, and users cannot disable the agent. Mail attachments are scanned and macros from the internet are blocked. On a detection the SOC isolates the machine from the network.

A.8.7 en: -
The flu virus spreads in winter; vaccination is voluntary. Protection goggles are compulsory in hall 2. Worms improve the soil.

A.8.8 en: sources, severity-rating, remediation-deadlines, exceptions-and-workarounds
We scan all systems weekly and subscribe to vendor advisories. Findings are rated with CVSS and the exposure of the system. Critical ones are patched within 72 hours, high ones within 14 days. If no patch exists, the owner applies a workaround and the CISO accepts the remaining risk for 30 days at most.

A.8.8 en: -
Vulnerable persons may board first. The patch on the jacket shows the logo, and the technical drawings are updated weekly.

A.8.9 de: baseline, defaults-and-services, configuration-approval, drift-monitoring
Für Windows-Server gilt die CIS-Benchmark Level 1 als Mindestkonfiguration. Vor der Inbetriebnahme werden Standardkennwörter geändert und nicht benötigte Dienste abgeschaltet. Änderungen an der Konfiguration gibt der Systemverantwortliche über einen Merge Request frei. Ein Werkzeug erkennt Abweichungen täglich und setzt sie zurück.

A.8.9 de: -
Der Konfigurator im Webshop zeigt alle Farben des Fahrrads. Abweichungen von der Reiseroute sind zu vergüten.

A.8.10 en: retention-periods, deletion-method, copies-and-backups, third-party-deletion
Customer tickets are deleted three years after closure, application data after six months. Disks are overwritten, cloud objects removed by lifecycle rule. Deleted records disappear from backups when these rotate out after 35 days. Processors confirm the deletion in writing.

A.8.10 en: -
Delete the comma in line three of the leaflet. The scratch was erased by polishing; the retention of staff is a goal of HR.

A.8.11 de: data-in-scope, technique, who-sees-clear, nonproduction-and-sharing
IBAN, Geburtsdatum und Gesundheitsdaten sind zu maskieren. Für Auswertungen pseudonymisieren wir Kundennummern mit einem Schlüssel, den die Analysten nicht kennen. Klardaten sehen nur Sachbearbeiter des Zahlungsverkehrs, deren Abrufe protokolliert werden. In Testsystemen ersetzen maskierte Daten die echten.

A.8.11 en: -
FFP2 masks are available at reception. Masking tape protects the window frames when painting.

A.8.12 en: protected-information, exit-channels, detection-rules, hit-handling
The DLP rules cover card numbers, health data and design files. Uploads to private cloud storage, webmail and USB are blocked, and so is pasting into public AI chatbots. Ten or more card numbers in one mail trigger a block. The security analyst investigates each hit, and only the data owner may release a held message.

A.8.12 en: -
A leak in the roof was repaired. Prevention of back pain starts with a good chair; data sheets are printed on thick paper.

A.8.13 en: backup-scope, frequency-and-objectives, separation, restore-tests, failure-alerts
All databases, file shares and Microsoft 365 tenants are backed up. Incremental backups run every hour, full ones each night. One copy is immutable and lies in another region under a separate account. Each quarter the operations team restores a random system and reports to the CISO. Failed jobs open a ticket automatically.

A.8.13 en: -
The backup supplier delivers if the first one is on strike. A backup singer joined the band; our joiner restores old furniture each winter.

A.8.14 de: availability-target, single-points-of-failure, redundant-components, failover-test
Für das Kundenportal gilt eine Verfügbarkeit von 99,9 Prozent, die der Produktverantwortliche festlegt. Einzelne Ausfallpunkte ermittelt die Architektur jährlich; über verbleibende entscheidet die Geschäftsleitung. Firewalls, Datenbankknoten und Internetleitungen sind doppelt vorhanden. Die Umschaltung wird zweimal im Jahr getestet.

A.8.14 de: -
Redundante Wörter im Text sind zu streichen. Der Betriebsrat ist bei betriebsbedingten Kündigungen zu hören; die Verfügbarkeit von Parkplätzen ist begrenzt.

A.8.15 en: events, protection, central-storage-and-retention, analysis
Systems record sign-ins, failed sign-ins, changes of rights and administrator actions. Logs go to the central SIEM, where administrators have read access only, and stay for twelve months. Analysts review alerts daily and open tickets for anomalies.

A.8.15 en: -
Logs of oak and beech are stored behind the hall. The logging company fells trees; captains keep a logbook of weather events.

A.8.16 en: monitoring-scope, normal-behaviour, alarm-rules, evaluation-and-response
The SOC watches endpoints, identity provider, firewalls and cloud accounts around the clock. A four-week baseline describes usual traffic and working hours. Sign-ins from two countries within an hour and mass downloads raise an alert in Sentinel. An analyst evaluates each alert within 30 minutes and declares an incident where the criteria say so.

A.8.16 en: -
The monitor stand can be adjusted in height. Normal working hours apply to interns; alarm bells rang in sales when orders dropped.

A.8.17 de: time-source, systems-covered, time-format
Alle Server, Netzgeräte, Kameras und Zutrittsterminals beziehen die Zeit per NTP von ntp.example.org. Protokolle verwenden UTC im Format ISO 8601.

A.8.17 de: -
Die Stechuhr steht am Eingang. Synchronschwimmen ist Betriebssport; die Kuckucksuhr in der Lobby geht fünf Minuten vor.

A.8.18 en: utility-list, authorised-users, conditions-of-use, trace-of-use
The list of powerful utilities names disk editors, database consoles and password recovery tools. Only members of the platform team may run them, after the head of operations has agreed. On production they are used only inside a change window with a second person present. Each use is recorded in the jump host's session log.

A.8.18 en: -
Utility bills are paid by the landlord. Programmes of the theatre are available at the desk; privileged seats are in row one.

A.8.19 en: who-may-install, approved-software, source-and-test, record-and-rollback
Only operations staff install software on servers, users have no local admin rights. Approved applications are listed in the software catalogue; a request form adds new ones after a security check. Packages come from the vendor's site and pass the test environment first. Versions are noted in the CMDB, and the previous release stays available for a rollback.

A.8.19 en: -
The art installation in the lobby is lit until 22 h. Operation hours of the lift: 6 to 20; installing shelves needs two people.

A.8.20 de: network-documentation, perimeter-rules, device-administration, wireless-and-remote
Der Netzplan wird vom Netzwerkteam gepflegt. Die Firewall blockiert alles, was nicht freigegeben ist; neue Regeln genehmigt der CISO. Switches und Firewalls werden nur über das Managementnetz mit MFA administriert und monatlich aktualisiert. Das WLAN nutzt WPA3-Enterprise mit Zertifikaten.

A.8.20 de: -
Netzwerken Sie auf der Messe! Das Netz an Filialen wächst; ein Fangnetz sichert die Baustelle.

A.8.21 en: service-inventory, security-features, service-levels, provider-monitoring
The list of network services (internet access, MPLS, DNS, VPN) names an internal owner for each. Internet lines need DDoS protection and encrypted tunnels. The provider guarantees 99.9 % availability and repair within four hours. The network lead compares the monthly report with the contract.

A.8.21 en: -
Room service is available until midnight. A network of dealers provides repairs; after-sales service levels are shown on the leaflet.

A.8.22 en: zones, permitted-flows, guest-and-wireless, special-systems
The network has five zones: DMZ, office, server, management and production floor; the protection need of a system decides its zone. Traffic between zones passes the firewall and only with an approved rule. Guests use a separate Wi-Fi without any route to internal systems. Building technology and CNC machines sit in VLANs of their own.

A.8.22 en: -
Smoking zones are marked yellow. Segregation of waste follows the colour code; guests park at the front.

A.8.23 de: blocked-categories, enforcement-everywhere, exceptions, logging-and-privacy
Gesperrt sind Webseiten der Kategorien Schadsoftware, Phishing, Glücksspiel und Pornografie. Der Filter-Client wirkt auch im Homeoffice. Sperren hebt der Helpdesk auf Antrag für höchstens sieben Tage auf. Zugriffsprotokolle werden 30 Tage gespeichert und nur gemeinsam mit dem Betriebsrat eingesehen.

A.8.23 de: -
Der Kaffeefilter ist täglich zu wechseln. Weben ist ein altes Handwerk, und Luftfilter der Kategorie H13 sind Pflicht.

A.8.24 en: where-to-encrypt, algorithms, key-lifecycle, certificates
Confidential data are encrypted at rest and on the wire. Only AES-256, RSA-3072 and TLS 1.2 or higher are permitted, following BSI TR-02102. Keys are generated in the HSM, rotated every year and destroyed after use. Certificates are renewed automatically 30 days before they expire.

A.8.24 en: -
Key performance indicators are shown in the lobby. The key to success is trust; gift certificates expire after three years.

A.8.25 en: scope-of-rules, security-per-phase, release-gate, developer-competence
This standard applies to all software that we write, scripts included. During design teams do threat modelling, during coding static analysis, before release a penetration test. No release goes out with an open critical finding. Developers attend a secure-coding course every year.

A.8.25 en: -
The life cycle of a butterfly has four stages. Business development opens an office in Vienna; the press release goes out on Monday.

A.8.26 de: requirement-trigger, risk-based-level, functional-requirements, approval-and-acceptance
Vor jeder Beschaffung oder Entwicklung einer Anwendung werden Sicherheitsanforderungen schriftlich festgelegt. Der Schutzbedarf bestimmt ihren Umfang. Die Liste behandelt mindestens Anmeldung, Rollen, Protokollierung und Löschung. Der ISB gibt die Anforderungen frei und bestätigt sie bei der Abnahme.

A.8.26 de: -
Bewerbungen müssen die Anforderungen der Stelle erfüllen. Die Anwendung der Salbe erfolgt zweimal täglich.

A.8.27 en: principles-list, trust-and-identity, design-review, failure-and-layers
Our engineering principles are secure by default, least privilege and defence in depth. No component trusts another because of its network location; each call is authenticated. New services and changes to authentication need a design review by the security architect. Systems fail closed.

A.8.27 en: -
The architecture of the opera house is famous. Engineering students visit in May; the principle of the lever explains the crane.

A.8.28 en: coding-standard, forbidden-patterns, automated-checks, peer-review
Java code follows the SEI CERT rules, TypeScript our ESLint profile. SQL built by string concatenation is banned; use prepared statements. Static analysis runs on each merge request and blocks on high findings. Another developer reviews all changes to authentication and payment.

A.8.28 en: -
Colour coding helps in the warehouse. Secure the load with straps; post codes are five digits.

A.8.29 de: test-types, depth-by-risk, acceptance-criteria, finding-treatment
Bei jedem Build läuft ein SAST-Scan, vor größeren Releases ein Penetrationstest. Anwendungen mit hohem Schutzbedarf werden tiefer geprüft als andere. Die Abnahme setzt voraus, dass keine kritischen Befunde offen sind; der Produktverantwortliche unterschreibt. Befunde werden als Tickets behoben und nachgetestet.

A.8.29 de: -
Der Crashtest des Kindersitzes verlief gut. Die Annahme von Paketen endet um 16 Uhr; Geschmackstests finden in der Küche statt.

A.8.30 en: contract-requirements, code-ownership, external-access, acceptance-of-deliverables
The development contract obliges the agency to follow our coding standard and to fix security defects free of charge. All code belongs to us and lies in our GitHub organisation from day one. External developers get named accounts with access to their project only and never see production data. We scan and review each delivery before acceptance.

A.8.30 en: -
Cleaning is outsourced to a local firm. Development of the region depends on tourism; external guests accept the house rules.

A.8.31 en: environment-list, technical-border, production-rights, promotion-path, nonproduction-protection
There are three environments: development, staging and production. Each lives in its own cloud account without network connection to the others. Developers have no write access to production. The pipeline deploys to production after the product owner has approved. Test systems hold no real customer data.

A.8.31 en: -
We care about the environment: test drives happen with electric cars. Film production needs a permit; children develop fast.

A.8.32 en: change-types, approval, test-and-fallback, emergency-lane
Changes are standard, normal or emergency; standard ones are pre-approved. The change advisory board approves normal changes on Tuesdays. Every change has a test result and a rollback plan. Emergency changes may start with the consent of the manager on duty and go through the board afterwards.

A.8.32 en: -
Small change for the coffee machine is at reception. Climate change affects harvests; a change of shoes is compulsory in hall 4.

A.8.33 de: data-choice, real-data-exception, masking-before-use, deletion-after-test
Tests verwenden grundsätzlich synthetische Daten. Eine Kopie von Produktivdaten genehmigt im Einzelfall der Datenschutzbeauftragte. Personenbezogene Felder werden vorher anonymisiert. Nach Testende, spätestens nach 14 Tagen, löscht das Team den Bestand.

A.8.33 de: -
Testfahrten sind nach Anmeldung möglich. Ein Produkttest gab uns die Note gut; Testament und Erbschein verwahrt der Notar.

A.8.34 en: test-agreement, auditor-access, operational-limits, activity-record, clean-up
Before an audit or a penetration test the head of IT and the tester agree in writing on scope and dates. Testers get read-only accounts that expire on the last day. Production is off limits between 8 and 18 h, and denial-of-service tests are excluded. All tester activity is logged and watched by the SOC. Afterwards IT deletes accounts, tools and data copies.

A.8.34 en: -
The hearing test takes ten minutes. Auditors of the choir competition sit in row two; the audit of the kitchen took place in May.
`;
