/** Passages on the controls for people; the format is described in `../passages.ts`. */
export const PEOPLE = `
A.6.1 en: screened-population, checks-per-level, completed-before-access
All applicants, including freelancers and agency staff, pass a background check. For finance roles it covers references, diplomas and criminal record; for all others identity and CV. IT creates no account before HR has confirmed that the result is in.

A.6.1 en: -
Film screenings take place on Thursdays. The company offers voluntary cancer screening; background music in the lobby is switched off at night.

A.6.2 de: security-duties-in-contract, signature-before-start, duties-after-employment
Der Arbeitsvertrag verpflichtet alle Beschäftigten auf Vertraulichkeit und die Einhaltung der Sicherheitsrichtlinien. HR prüft, dass der Vertrag vor dem ersten Arbeitstag unterschrieben vorliegt. Die Verschwiegenheit gilt auch nach dem Ausscheiden fort.

A.6.2 en: -
Terms and conditions of the webshop are available in five languages. The rental contract for the forklift lasts 24 months.

A.6.3 en: induction-and-refresh, attendance-and-effect, missed-training
New joiners complete the security course in their first two weeks, and everybody repeats it every year. The learning platform stores completion and quiz results. Whoever misses the deadline loses VPN access until the course is done.

A.6.3 en: -
Brand awareness rose by six points. Forklift training takes place each March; the training ground behind the hall is closed in winter.

A.6.4 en: graded-response, fact-finding, decision-makers, fair-hearing
A first careless breach leads to a talk, a repeated or deliberate one to a written warning or dismissal. HR establishes the facts before any measure. The head of HR and the works council decide together, never the direct superior alone. The person concerned may comment and bring somebody they trust.

A.6.4 en: -
Good discipline in the warehouse keeps the aisles free. The disciplinary superior approves travel expenses.

A.6.5 de: surviving-duties, exit-briefing, handover-of-roles
Die Pflicht zur Verschwiegenheit besteht nach dem Ausscheiden fünf Jahre weiter. Im Austrittsgespräch erinnert HR daran und händigt ein Merkblatt aus. Der Vorgesetzte bestimmt vorab, wer Aufgaben, Systemverantwortung und Wissen übernimmt.

A.6.5 en: -
Termination of the rental contract is possible at the end of each quarter. Emergency exits stay free; the handover of the new car takes place on Friday.

A.6.6 en: who-signs, signature-before-disclosure, duration-and-return, register-and-review
Freelancers, suppliers and visitors who see confidential material sign our NDA. Without a signed NDA nobody receives documents or an account. The duty lasts five years beyond the cooperation, after which all copies come back or get destroyed. Legal files the signed forms and revises the template every two years.

A.6.6 en: -
The agreement on flexible working hours was signed with the works council. Missing ingredients on the packaging are a breach of food law.

A.6.7 en: remote-eligibility, remote-connection, workplace-privacy
Staff may work from home within the EU after their manager has agreed in writing. The laptop reaches internal systems only through the company VPN. On trains, use a privacy filter and take no confidential calls.

A.6.7 en: -
The remote control for the projector lies in the drawer. Remote villages are served by a parcel shop; our home page shows opening hours.

A.6.8 de: what-to-report, reporting-channel, reporting-deadline, protection-and-feedback
Alle Beschäftigten melden Sicherheitsereignisse, auch bloße Verdachtsfälle und Schwachstellen, unverzüglich an security@example.org oder unter der Durchwahl 112. Wer meldet, hat keine Nachteile zu befürchten und erhält eine Rückmeldung.

A.6.8 de: -
Die Veranstaltung meldet das Marketing beim Ordnungsamt an. Wetterereignisse wie Hagel melden Sie bitte der Versicherung innerhalb einer Woche.
`;
