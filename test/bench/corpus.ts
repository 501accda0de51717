import { mkdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROLES, SENTENCES, SYSTEMS, TOPICS } from './sentences';

/** The folder of each theme of Annex A and how many controls it has. */
const THEMES: readonly (readonly [theme: number, controls: number])[] = [
  [5, 37],
  [6, 8],
  [7, 14],
  [8, 34],
];

/** The 93 controls in the order of the standard. */
export const CONTROL_IDS: readonly string[] = THEMES.flatMap(([theme, count]) =>
  Array.from({ length: count }, (_, index) => `A.${theme}.${index + 1}`),
);

/**
 * An ISMS of `documents` policies with an SoA of 93 rows and a risk register of a tenth as many rows: about 7 KB of
 * Markdown each. The same number gives the same text, byte by byte.
 */
export function* corpus(documents: number): Generator<readonly [path: string, text: string]> {
  yield ['isms.yaml', 'organization: Bench GmbH\nsoa: soa.md\nriskRegister: risks.md\n'];
  yield ['soa.md', soa()];
  yield ['risks.md', risks(Math.max(1, Math.round(documents / 10)))];
  for (let number = 1; number <= documents; number++) yield [policyPath(number), policy(number, documents)];
}

/** The texts of some policies. */
export function policyTexts(documents: number): string[] {
  return Array.from({ length: documents }, (_, index) => policy(index + 1, documents));
}

/** Fifty policies lie in one folder. */
export function policyPath(number: number): string {
  return `policies/group-${Math.ceil(number / 50)}/policy-${number}.md`;
}

/** Writes a corpus where it does not lie yet. */
export function writeCorpus(folder: string, documents: number): void {
  const stamp = join(folder, '.complete');
  if (existsSync(stamp)) return;
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of corpus(documents)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(stamp, '');
}

type Random = (below: number) => number;

/** Mulberry32: small, and the same on every machine. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below) | 0;
  };
}

function pick<Value>(from: readonly Value[], random: Random): Value {
  return from[random(from.length)] as Value;
}

function sentence(random: Random): string {
  return pick(SENTENCES, random)
    .replace(/\{n\}/g, () => String(2 + random(40)))
    .replace(/\{role\}/g, () => pick(ROLES, random))
    .replace(/\{system\}/g, () => pick(SYSTEMS, random));
}

function policy(number: number, documents: number): string {
  const random = randomOf(number);
  const controls = Array.from({ length: 1 + random(4) }, () => pick(CONTROL_IDS, random));
  const title = `${pick(TOPICS, random)} ${number}`;
  const sections = Array.from({ length: 3 + random(10) }, (_, index) => section(index + 1, controls, random));
  const other = policyPath(1 + random(documents)).replace('policies/', '../');
  return `${frontMatter(number, title, [...new Set(controls)])}
# ${title}

${sentence(random)} This policy belongs to the [Statement of Applicability](../../soa.md) and to [another policy](${other}).

${sections.join('\n')}
## Related documents

- [Statement of Applicability](../../soa.md)
- [Risk register](../../risks.md#risks "All risks")
- [Policy](${other})
`;
}

function frontMatter(number: number, title: string, controls: readonly string[]): string {
  const list =
    number % 2 === 0
      ? `controls: [${controls.map((id) => `"${id}"`).join(', ')}]`
      : `controls:\n${controls.map((id) => `  - "${id}"`).join('\n')}`;
  // One policy of forty has a slip, so that there is something to report.
  const owner = number % 40 === 0 ? '' : `owner: "${ROLES[number % ROLES.length]}"\n`;
  return `---
id: POL-${String(number).padStart(5, '0')}
title: "${title}"
type: policy
version: "1.${number % 10}"
status: approved
classification: internal
${owner}approver: managing director
approved_date: 2026-0${1 + (number % 9)}-15
effective_date: 2026-0${1 + (number % 9)}-20
review_cycle: annual
next_review: 2027-0${1 + (number % 9)}-15
${list}
---
`;
}

function section(number: number, controls: readonly string[], random: Random): string {
  const paragraph = (): string => Array.from({ length: 2 + random(4) }, () => sentence(random)).join(' ');
  const list = Array.from({ length: 3 + random(4) }, () => `- ${sentence(random)}`).join('\n');
  const steps = Array.from(
    { length: 3 },
    (_, index) => `${index + 1}. **Step ${index + 1}:** ${sentence(random)}`,
  );
  const table = Array.from(
    { length: 3 + random(5) },
    (_, row) => `| ${pick(ROLES, random)} | ${sentence(random)} | ${pick(controls, random)} | ${row + 1} |`,
  );
  const parts = [
    `${paragraph()}\n`,
    `${list}\n`,
    `${steps.join('\n')}\n`,
    `| Role | Task | Control | No. |\n| --- | --- | :---: | --- |\n${table.join('\n')}\n`,
    `> **Note:** ${sentence(random)}\n`,
    `\`\`\`yaml\nretention: ${random(90)}\ncontrol: ${pick(controls, random)}\n\`\`\`\n`,
  ];
  const chosen = [parts[0], parts[1 + random(parts.length - 1)], parts[random(parts.length)]];
  return `## ${number}. ${pick(TOPICS, random)}\n\n${chosen.join('\n')}\nThis carries out ${pick(controls, random)}.\n`;
}

function soa(): string {
  const rows = CONTROL_IDS.map((id, index) =>
    index % 31 === 30
      ? `| ${id} | No | No part of the scope has anything that it would apply to. | Excluded |`
      : `| ${id} | Yes | Treats risk R-${String(1 + (index % 10)).padStart(4, '0')} of the register. | Implemented |`,
  );
  return `---
id: SOA
title: Statement of Applicability
type: statement-of-applicability
version: "1.0"
status: approved
classification: internal
owner: security officer
approver: managing director
approved_date: 2026-01-15
effective_date: 2026-01-20
review_cycle: annual
next_review: 2027-01-15
---

# Statement of Applicability

| Control | Applicable | Justification | Status |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function risks(count: number): string {
  const random = randomOf(count);
  const rows = Array.from({ length: count }, (_, index) => {
    const id = `R-${String(index + 1).padStart(4, '0')}`;
    return `| ${id} | ${sentence(random)} | mitigate | ${pick(ROLES, random)} | ${pick(CONTROL_IDS, random)} |`;
  });
  return `---
id: RISKS
title: Risk register
type: risk-register
version: "1.0"
status: approved
classification: internal
owner: security officer
approver: managing director
approved_date: 2026-01-15
effective_date: 2026-01-20
review_cycle: annual
next_review: 2027-01-15
---

# Risks

| ID | Risk | Treatment | Owner | Controls |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
