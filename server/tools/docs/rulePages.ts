import type { Finding } from '../../src/engine/check/finding';
import type { Engine } from '../../src/engine/engine';
import { GOOD_PRACTICE, rulePagePath } from '../../src/engine/rules/documentation';
import { parseExample, type Example, type ExampleFile } from '../../src/engine/rules/example';
import type { Rule } from '../../src/engine/rules/rule';
import { createSource, rangeOf } from '../../src/engine/text/source';
import { checkExample } from './exampleIsms';
import { code, fenced, GENERATED, page, prose } from './markdown';
import { suppressionSection } from './suppressionSection';

/** One page for each rule, by path; what the examples show is what the engine finds in them. */
export function rulePages(engine: Engine): ReadonlyMap<string, string> {
  return new Map(engine.rules.map((rule) => [`docs/${rulePagePath(rule.id)}`, rulePage(rule, engine)]));
}

function rulePage(rule: Rule, engine: Engine): string {
  const bad = parseExample(rule.docs.bad);
  const { findings, isms } = checkExample(engine, bad);
  const own = findings.filter((finding) => finding.ruleId === rule.id);
  return page([
    GENERATED,
    `# ${rule.id}`,
    rule.summary,
    [`- **Severity:** ${rule.severity}`, `- **Fix:** ${FIX_WORDS[rule.fix]}`].join('\n'),
    '## Why an auditor cares',
    rule.docs.why,
    ...(rule.docs.goodPractice === true ? [GOOD_PRACTICE] : []),
    '## Example',
    'Here it fires:',
    ...bad.files.map(fileBlock),
    ...own.map((finding) => findingBlock(finding, bad)),
    'Here it does not:',
    ...parseExample(rule.docs.good).files.map(fileBlock),
    '## How to fix it',
    rule.docs.how,
    ...severitySection(rule),
    ...suppressionSection(rule, own[0], isms),
  ]);
}

const FIX_WORDS: Readonly<Record<Rule['fix'], string>> = {
  none: 'none; only the author can know what belongs there',
  safe: 'safe; `isms fix` and "Fix all" in the editor apply it',
  choice: 'the editor offers it, the author picks',
};

function fileBlock({ path, text, unreadable }: ExampleFile): string {
  if (unreadable !== undefined) return `${code(path)} cannot be read: ${unreadable}.`;
  const language = /\.ya?ml$/.test(path) ? 'yaml' : 'markdown';
  return `${code(path)}\n\n${fenced(language, text)}`;
}

/** As a quotation: place, message, hint, and the titles of the fixes. */
function findingBlock(finding: Finding, example: Example): string {
  const { line, character } = positionOf(finding, example);
  const fixes = [...new Set(finding.fixes.map((fix) => fix.title))];
  return [
    `> ${code(`${finding.path}:${line}:${character}`)} **${finding.severity}**: ${prose(finding.message)}`,
    '>',
    `> *${prose(finding.hint)}*`,
    ...(fixes.length === 0 ? [] : ['>', `> ${fixes.length === 1 ? 'Fix' : 'Fixes'}: ${fixes.map(code).join(', ')}`]),
  ].join('\n');
}

function positionOf(finding: Finding, example: Example): { line: number; character: number } {
  const text = example.files.find((file) => file.path === finding.path)?.text ?? '';
  const { start } = rangeOf(createSource(finding.path, text), finding.span);
  return { line: start.line + 1, character: start.character + 1 };
}

function severitySection(rule: Rule): string[] {
  const other = rule.severity === 'error' ? 'warning' : 'error';
  return [
    '## Change its severity',
    `For everybody, in ${code('isms.yaml')}; ${code('off')} switches it off:`,
    fenced('yaml', `rules:\n  ${rule.id}: ${other}`),
    `For one run: ${code(`isms check --rule ${rule.id}=${other}`)}. In one editor: the setting ${code('ismsPolicy.rules')}.`,
  ];
}
