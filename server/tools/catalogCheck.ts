import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCatalog } from '../src/engine/catalog/catalog';
import { compileCatalog, readCards, readWrittenCards } from './catalog/compile';
import { measureJustifications, readJustifications } from './catalog/justifications';
import { measureTerms, type Measurement } from './catalog/measure';
import { countWords } from './catalog/prose';
import { readPassages, type Passage } from './catalog/readPassages';
import { HIGHEST_OVERLAP, overlapsOf, qualityProblems } from './catalog/quality';

/** Below this share of right answers the rules that use the terms would rather annoy than help. */
const LEAST_SHARE = 0.9;

/** Below this precision people learn to ignore `soa/weak-justification`. */
const LEAST_PRECISION = 0.95;

const root = join(fileURLToPath(import.meta.url), '..', '..', '..');
const catalog = compileCatalog(join(root, 'catalog'));
const written = readWrittenCards(join(root, 'catalog'));
const cards = written.controls.map((control) => control.card);
const sum = (count: (card: (typeof cards)[number]) => number): number =>
  cards.reduce((total, card) => total + count(card), 0);
const words = cards.map(countWords).sort((a, b) => a - b);
const relations = new Set(
  catalog.controls.flatMap(({ id, card }) => card.related.map((relation) => `${id} ${relation.id}`)),
);
const answered = [...relations].filter((relation) =>
  relations.has(relation.split(' ').reverse().join(' ')),
).length;
const highest = overlapsOf(written.controls)[0];
const problems = [...qualityProblems(written, readCards(join(root, 'catalog', 'iso27001-2022', 'controls')))];

console.log(
  `cards       ${cards.length}, of them new in 2022: ${cards.filter((card) => card.newIn2022 !== undefined).length}`,
);
console.log(
  `words       ${words[0]} at least, ${words[Math.floor(words.length / 2)]} in the middle, ${words.at(-1)} at most (without terms)`,
);
console.log(`steps       ${sum((card) => card.how.length)}`);
console.log(
  `elements    ${sum((card) => card.elements.length)} with ${sum((card) => card.elements.flatMap((element) => Object.values(element.terms).flat()).length)} terms`,
);
console.log(`wording     ${sum((card) => card.wording.length)}`);
console.log(`evidence    ${sum((card) => card.evidence.length)}`);
console.log(`findings    ${sum((card) => card.findings.length)}`);
console.log(`relations   ${relations.size}, of them answered from the other side: ${answered}`);
console.log(
  `overlap     ${((highest?.share ?? 0) * 100).toFixed(2)} % at most (${highest?.ids.join(' and ') ?? 'none'}); allowed: ${HIGHEST_OVERLAP * 100} %`,
);
report(
  'labelled',
  measureTerms(written, ['organizational', 'people', 'physical', 'technological'].flatMap(passages)),
);
report('held out', measureTerms(written, passages('held-out')));

for (const name of ['development', 'held-out']) reportJustifications(name);

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'no breach' : `${problems.length} breaches`);
process.exitCode = problems.length === 0 ? 0 : 1;

function report(
  name: string,
  { passages, traps, labelled, found, wrong, precision, recall, errors }: Measurement,
): void {
  const shares = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
  console.log(
    `${name}    ${passages} passages, ${traps} of them traps: ${shares} (${found} of ${labelled} found, ${wrong} wrong)`,
  );
  if (precision >= LEAST_SHARE && recall >= LEAST_SHARE) return;
  problems.push(`${name} passages: ${shares}, at least ${LEAST_SHARE} expected`, ...errors);
}

function passages(name: string): readonly Passage[] {
  return readPassages(readFileSync(join(root, 'test', 'catalog', 'passages', `${name}.txt`), 'utf8'));
}

function reportJustifications(name: string): void {
  const folder = join(root, 'test', 'rules', 'soa', 'justifications');
  const texts = readJustifications(readFileSync(join(folder, `${name}.txt`), 'utf8'));
  const measure = measureJustifications(texts, createCatalog(catalog));
  console.log(`justifications, ${name}    ${measure.texts} texts, ${measure.traps} of them traps`);
  for (const { label, labelled, given, right, precision, recall } of measure.labels) {
    const shares = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
    console.log(`  ${label.padEnd(12)} ${shares} (${right} of ${labelled} found, ${given - right} wrong)`);
    if (label === 'weak' && precision < LEAST_PRECISION)
      problems.push(`justifications, ${name}: ${shares}`, ...measure.errors);
  }
}
