import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machine, type Result } from './report';
import { targetsOf, type Target } from './targets';

const NOTES = fileURLToPath(new URL('./notes.md', import.meta.url));

/** The page of the documentation: what was measured on which machine, what it was to reach, and why where it did not. */
export function pageOf(results: readonly Result[]): string {
  const { cores, node, platform } = machine();
  return `<!-- Written by "npm run bench -- --write". Do not edit: measure anew, or change test/bench/notes.md. -->

# Performance

Measured with \`npm run bench\` on ${cores} cores, ${platform}, Node ${node}. Only the ratios of one run mean anything: the same machine gives other milliseconds when it is busy. The corpus is generated and the same everywhere: policies of 7 KB with a Statement of Applicability of 93 rows and a register of a tenth as many risks. The peers check Markdown style and not an ISMS; they show how long a good tool takes to read as much text.

## Targets

| Target | At most | Reached | |
| --- | ---: | ---: | --- |
${targetsOf(results).map(targetRow).join('\n')}

## Figures

Medians. The ratio says how many times as long it took as ours.

| Measurement | | Median | Ratio |
| --- | --- | ---: | ---: |
${results.flatMap(resultRows).join('\n')}

${readFileSync(NOTES, 'utf8').trim()}
`;
}

function targetRow({ title, most, reached }: Target): string {
  const verdict = reached === undefined ? 'not measured' : reached <= most ? 'met' : '**not met**';
  return `| ${title} | ${most} | ${reached === undefined ? '–' : reached.toFixed(2)} | ${verdict} |`;
}

function resultRows({ title, rows }: Result): string[] {
  return rows.map(
    ({ name, medianMs, ratio }, index) =>
      `| ${index === 0 ? title : ''} | ${name} | ${medianMs < 10 ? medianMs.toFixed(1) : Math.round(medianMs)} ${title.endsWith('MiB') ? '' : 'ms '}| ${ratio.toFixed(2)} |`,
  );
}
