/** Passages on the physical controls; the format is described in `../passages.ts`. */
export const PHYSICAL = `
A.7.1 en: zones-defined, barrier-strength, perimeter-inspection
The site plan shows three zones: public, office and server area. Outer doors are of steel with class RC3 locks, and ground-floor windows carry burglar-proof glazing. Facility walks the fence each month and orders repairs.

A.7.1 en: -
Time zones of our offices are listed on the intranet. The perimeter of the test field measures 400 metres.

A.7.2 en: entry-authorisation, badges-and-keys, visitors, challenge-strangers
Department heads authorise entry to their zone. Reception issues badges against signature and blocks lost ones the same hour. Visitors register at reception, wear a visitor badge and are escorted at all times. Employees speak to anyone without a badge and let nobody slip in behind them.

A.7.2 en: -
Entry of invoices into the ledger happens weekly. The visitor centre opens at ten, and the badge of honour goes to the best salesperson.

A.7.3 de: room-assessment, locking-rooms, sight-and-sound, discreet-signage
Welche Räume besonders zu schützen sind, hat die Begehung im März ergeben. Büros der Personalabteilung sind bei Abwesenheit abzuschließen; die Schlüssel verwaltet die Hausverwaltung. Milchglasfolie und Schallschutztüren verhindern, dass Außenstehende mitlesen oder mithören. Der Serverraum trägt kein Schild.

A.7.3 en: -
Office hours are nine to five. There is room for improvement in the packaging; hotel facilities include a sauna.

A.7.4 en: monitored-areas, detection-means, alarm-response, recording-privacy
Cameras cover the entrances and the server room around the clock; motion detectors guard the ground floor at night. The security company arrives within 15 minutes of an alarm and calls the duty manager. Footage is overwritten after 72 hours, and signs inform about it.

A.7.4 en: -
The fitness watch monitors heart rate. Set the alarm clock early on fair days; the camera crew films the product video.

A.7.5 de: site-hazard-assessment, fire-protection, water-and-climate-damage, inspection-of-safeguards
Für jeden Standort liegt eine Gefährdungsanalyse zu Hochwasser, Brand, Sturm und Einbruch vor, zuletzt von 2025. Der Serverraum hat eine Brandfrüherkennung und eine Gaslöschanlage. Wassermelder liegen unter dem Doppelboden. Ein Sachverständiger prüft die Anlagen jährlich.

A.7.5 en: -
A fire in the belly is what we look for in sales staff. The environmental report describes water consumption; the threat of competition is part of the market analysis.

A.7.6 en: secure-area-list, supervision-of-outsiders, recording-devices, lone-working
The server room and the key ceremony room are secure areas; the head of infrastructure owns both. Technicians of other firms are accompanied there at all times. Phones and cameras stay in the locker outside. Nobody works in the key ceremony room alone.

A.7.6 en: -
Secure payments are a growth area worth watching. Lone wolves seldom fit the team; our recording studio is rented out.

A.7.7 en: screen-lock, paper-and-media-put-away, printing-and-shredding, visible-credentials
Lock your screen whenever you leave your desk; it locks by itself after five minutes. At the end of the day papers and USB sticks go into the locked cabinet. Collect printouts at once and put misprints into the shredder bin. Passwords on sticky notes are forbidden.

A.7.7 en: -
Please clear the tables in the canteen after lunch. The help desk has moved; the screen in the lobby shows today's menu.

A.7.8 de: placement-rules, viewing-angle, environmental-conditions
Server und Netzwerkkomponenten stehen nur in Technikräumen; über Ausnahmen entscheidet die IT-Leitung. Bildschirme am Empfang sind so gedreht, dass Besucher sie nicht einsehen können. In Technikräumen ist Essen, Trinken und Rauchen verboten, die Temperatur bleibt zwischen 18 und 27 Grad.

A.7.8 en: -
Siting of the new wind turbine needs a building permit. Sports equipment may be borrowed at reception.

A.7.9 en: take-out-permission, travel-rules, technical-protection, loss-handling
Laptops may leave the building without a further permit; servers and test devices only with the signature of the IT lead. On trips equipment travels as hand luggage and never stays in a parked car. Devices leave only with full disk encryption. A theft is reported to the service desk within one hour, which then wipes the device.

A.7.9 en: -
Off-premises catering needs a hygiene certificate. Travel expenses are claimed within 30 days; asset-backed securities are excluded.

A.7.10 en: permitted-media, media-encryption-storage, media-transport, reuse-and-destruction
Only USB sticks issued by IT work on our computers; the endpoint agent blocks all others. Each stick is encrypted in hardware. Backup tapes travel by courier in a sealed case against signature. Old media are shredded and the contractor sends a certificate.

A.7.10 en: -
Social media posts are approved by marketing. Media relations sends the press kit; the storage room for chairs is in the basement.

A.7.11 de: backup-power, cooling, monitoring-and-test
Eine USV überbrückt 20 Minuten, danach übernimmt der Dieselgenerator für 48 Stunden. Die Klimaanlage im Serverraum ist redundant und meldet Temperaturen über 27 Grad. Der Haustechniker testet den Generator monatlich unter Last.

A.7.11 en: -
The utility of the new brochure is doubtful. Power naps are welcome; cool drinks stand in the fridge.

A.7.12 en: routing-and-protection, separation, labelling-and-plans, access-to-distribution
Data lines run in locked ducts and never through public areas. Power and network cables lie in separate trays. Every cable has a number at both ends that the patch plan shows. Only network staff hold keys to the distribution cabinets.

A.7.12 en: -
The cable car to the summit runs hourly. Cable TV is included in the rent; steel cables on the crane are checked in June.

A.7.13 de: maintenance-schedule, authorised-maintainers, data-during-repair, maintenance-records
USV, Klimageräte und Server werden nach Herstellervorgabe gewartet; die Termine stehen im Wartungsplan. Wartung führen nur beauftragte Firmen durch, ein Mitarbeiter der IT begleitet sie. Vor einer Einsendung wird die Festplatte ausgebaut. Störung und Reparatur werden im Wartungsbuch eingetragen.

A.7.13 de: -
Die Wartung des Firmenwagens kostet 400 Euro. Warten Sie bitte am Empfang, bis man Sie abholt.

A.7.14 en: erasure-method, internal-reuse, proof-and-verification, disposal-contractor, labels-licences-accounts
SSDs are wiped with a cryptographic erase, magnetic disks are degaussed and shredded. Before a notebook goes to another colleague IT reinstalls it from scratch. The erasure report with serial number is kept with the asset record. A contracted disposal firm collects the rest and hands over destruction certificates. Asset stickers and MDM enrolment are removed beforehand.

A.7.14 en: -
We re-use packing material. Batteries go into the red bin; the rubber eraser belongs in the pencil case.
`;
