import assert from 'node:assert/strict';
import { analyse, type LoadedRoot } from '../../server/src/cli/analyse';
import { isRefusal } from '../../server/src/cli/exitCodes';
import { locate } from '../../server/src/cli/locate';
import { SEVERITIES, type FileEdit, type Finding, type Fix } from '../../server/src/engine/check/finding';
import { applyEdits } from '../../server/src/engine/text/edits';
import { createNodeFileSystem } from '../../server/src/host/nodeFileSystem';
import { engine } from './engine';
import { GOLDEN_TODAY } from './golden';

/** The roots of a folder as the command line loads them. Empty where no document of an ISMS is there. */
export async function rootsOf(folder: string): Promise<readonly LoadedRoot[]> {
  const roots = locate([folder], folder);
  assert.ok(!isRefusal(roots));
  const analysis = await analyse({
    engine,
    fileSystemAt: createNodeFileSystem,
    cwd: folder,
    roots,
    today: GOLDEN_TODAY,
    severities: {},
  });
  return isRefusal(analysis) ? [] : analysis.roots;
}

export interface SafeFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

export function safeFixesOf(root: LoadedRoot): SafeFix[] {
  return root
    .check()
    .findings.flatMap((finding) =>
      finding.fixes.filter(({ kind }) => kind === 'safe').map((fix) => ({ finding, fix })),
    );
}

/** What a finding is about, wherever edits have moved it. */
export function subjectOf({ path, ruleId, control }: Finding): string {
  return [path, ruleId, control].join(' ');
}

/** The findings of `after` at or above a severity that were not among those `before`, each as often as it is new. */
export function raisedBy(before: readonly Finding[], after: readonly Finding[], gravest: number): string[] {
  const left = new Map<string, number>();
  for (const finding of before) left.set(subjectOf(finding), (left.get(subjectOf(finding)) ?? 0) + 1);
  return after
    .filter(({ severity }) => SEVERITIES.indexOf(severity) <= gravest)
    .map(subjectOf)
    .filter((subject) => {
      const count = left.get(subject) ?? 0;
      left.set(subject, count - 1);
      return count <= 0;
    });
}

/** Applies one safe fix alone, asserts what every safe fix promises, and takes it back. */
export function assertHarmless(root: LoadedRoot, { finding, fix }: SafeFix): void {
  const name = `${finding.ruleId} at ${finding.path}:${finding.span.start}, "${fix.title}"`;
  assert.ok(fix.edits.length > 0, `${name} changes nothing`);
  const before = root.check().findings;
  const wasComplete = soaIsComplete(root);
  const texts = textsBefore(root, fix.edits);
  for (const [path, text] of texts) {
    const edits = fix.edits.filter((edit) => edit.path === path);
    const after = applyEdits(text, edits);
    assertFormKept(text, after, edits, name);
    root.project.open(path, after);
  }
  const isRevealed = soaIsComplete(root)
    ? (each: Finding) => each.ruleId === 'soa/missing-control'
    : () => false;
  const findings = root.check().findings.filter((each) => wasComplete || !isRevealed(each));
  for (const [path, text] of texts) root.project.open(path, text);
  const own = (all: readonly Finding[]): number =>
    all.filter((each) => each.ruleId === finding.ruleId && each.path === finding.path).length;
  assert.ok(own(findings) < own(before), `${name} leaves its finding`);
  const raised = raisedBy(before, findings, SEVERITIES.indexOf(finding.severity));
  assert.deepEqual(raised, [], `${name} raises others`);
}

/** Of an SoA that could not be read to its end no row is called missing. A fix that mends that brings to light what was so before. */
function soaIsComplete(root: LoadedRoot): boolean {
  return root.project.isms().soa?.complete === true;
}

function textsBefore(root: LoadedRoot, edits: readonly FileEdit[]): Map<string, string> {
  const { files } = root.project.isms();
  return new Map(
    edits.map(({ path }) => {
      const text = files.get(path)?.source.text;
      assert.ok(text !== undefined, `${path} is none of the files that were read`);
      return [path, text];
    }),
  );
}

/** Comments, quoting, line breaks and the alignment of tables outlive an edit. */
function assertFormKept(before: string, after: string, edits: readonly FileEdit[], name: string): void {
  const isWindows = before.includes('\r\n');
  assert.equal(after.includes('\r\n'), isWindows, `${name} changes line breaks`);
  assert.equal(loneLineFeeds(after) > loneLineFeeds(before) && isWindows, false, `${name} mixes line breaks`);
  for (const comment of commentsIn(before)) assert.ok(after.includes(comment), `${name} loses "${comment}"`);
  for (const { span, newText } of edits) assertMinimal(before.slice(span.start, span.end), newText, name);
  assert.deepEqual(newlyMisaligned(before, after), [], `${name} breaks the alignment of a table`);
}

function loneLineFeeds(text: string): number {
  return text.match(/(?<!\r)\n/g)?.length ?? 0;
}

/** What comments say: of a suppression the reason, because it may be put into another form. */
function commentsIn(text: string): string[] {
  const markup = text.match(/<!--[\s\S]*?-->/g) ?? [];
  const yaml = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1]?.match(/(?<=^|\s)#[^\r\n]*/gm) ?? [];
  return [...markup, ...yaml].map(
    (comment) => /isms-(?:disable|enable)[\s\S]*?-- ([\s\S]*)$/.exec(comment)?.[1] ?? comment,
  );
}

/** An edit that writes again whole lines that were there already reaches further than it has to. */
function assertMinimal(old: string, newText: string, name: string): void {
  const kept = new Set(newText.split(/\r?\n/).filter((line) => line.trim().length > 3));
  const again = old
    .split(/\r?\n/)
    .slice(1, -1)
    .filter((line) => kept.has(line));
  assert.deepEqual(again, [], `${name} writes again what was there`);
}

/** Rows whose bars stood below those of the header and do so no more, although their text would fit. */
function newlyMisaligned(before: string, after: string): string[] {
  const rows = alignedRows(before);
  const now = alignedRows(after);
  return [...now.others].filter(
    (row) =>
      !rows.others.has(row) &&
      rows.tables.has(now.headerOf.get(row) ?? '') &&
      fits(row, now.headerOf.get(row) ?? ''),
  );
}

interface Alignment {
  /** Headers of tables in which every row is aligned. */
  readonly tables: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly headerOf: ReadonlyMap<string, string>;
}

function alignedRows(text: string): Alignment {
  const tables = new Set<string>();
  const others = new Set<string>();
  const headerOf = new Map<string, string>();
  for (const block of text.match(/(?:^\|.*\|[ \t]*\r?$\n?){2,}/gm) ?? []) {
    const [header = '', ...rows] = block.split(/\r?\n/).filter((line) => line !== '');
    const odd = rows.filter((row) => barsOf(row) !== barsOf(header));
    if (odd.length === 0) tables.add(header);
    for (const row of odd) others.add(row);
    for (const row of rows) headerOf.set(row, header);
  }
  return { tables, others, headerOf };
}

function barsOf(row: string): string {
  return [...row.matchAll(/(?<!\\)\|/g)].map(({ index }) => index).join(' ');
}

function fits(row: string, header: string): boolean {
  const widths = header.split('|').map((cell) => cell.length);
  return row.split('|').every((cell, index) => cell.trim().length + 2 <= (widths[index] ?? 0) || cell === '');
}
