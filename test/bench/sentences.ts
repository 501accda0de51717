/** What the generated policies say. `{n}` becomes a number, `{role}` a role, `{system}` a system. */
export const SENTENCES: readonly string[] = [
  'Access to {system} is granted on the basis of need and withdrawn within {n} working days after a change of role.',
  'The {role} reviews the rights in {system} every {n} weeks and records the outcome in a ticket.',
  'Privileged accounts are separate from the daily ones and need a second factor.',
  'Passwords have at least {n} characters and are kept in the password manager.',
  'Whoever finds a weakness reports it to the {role} within {n} hours.',
  'Backups of {system} run every night, leave the site, and are restored for a test every {n} weeks.',
  'Logs of {system} are kept for {n} days and are protected against change.',
  'Changes to {system} go through review, an automated test and an approval by the {role}.',
  'Suppliers that handle confidential information sign the security terms before work begins.',
  'The {role} keeps the inventory of assets and checks it every {n} weeks.',
  'Laptops are encrypted, lock after {n} minutes, and are wiped when they are lost.',
  'Visitors are accompanied, and doors to the rooms of {system} stay closed.',
  'Everybody takes part in the awareness training within {n} days after joining.',
  'Information is classified by its owner and labelled before it leaves the company.',
  'Test data never holds personal data of customers; where it must, the {role} approves it.',
  'Vulnerabilities with a score above {n} are mended within {n} days.',
  'Incidents are ranked by the {role}, and the lessons are discussed within {n} days.',
  'Keys are created, stored and replaced by {system}; nobody keeps a copy of their own.',
  'Networks are divided by the need for protection, and traffic between them is denied unless it is allowed.',
  'Exceptions are granted by the {role} for at most {n} days and are listed in the register.',
];

export const ROLES: readonly string[] = [
  'head of IT',
  'security officer',
  'data protection officer',
  'head of engineering',
  'office manager',
  'managing director',
];

export const SYSTEMS: readonly string[] = [
  'the customer portal',
  'the ERP system',
  'the build server',
  '`vault-01`',
  'the identity provider',
  'the mail service',
];

export const TOPICS: readonly string[] = [
  'Access Control',
  'Backup',
  'Change Management',
  'Cryptography',
  'Incident Response',
  'Logging',
  'Mobile Devices',
  'Network Security',
  'Physical Security',
  'Secure Development',
  'Supplier Security',
  'Vulnerability Management',
];
