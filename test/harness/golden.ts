import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../server/src/engine/check/finding';
import { rangeOf, type Range } from '../../server/src/engine/text/source';
import { sourceOf } from '../../server/src/cli/report';
import { engine } from './engine';
import { ismsOfFolder, rootsBelow } from './folder';

const FOLDER = new URL('../golden/', import.meta.url);
export const GOLDEN_TODAY = '2026-11-22';

/** A small ISMS with the findings that it must have: `test/golden/<name>/` and `<name>.expected.json`. */
export interface GoldenCase {
  readonly name: string;
  readonly folder: string;
  readonly expectedFile: URL;
  readonly expected: GoldenExpectation | undefined;
}

export interface GoldenExpectation {
  /** What the case is about, for whoever reviews a change of its findings. */
  readonly about: string;
  /** How many of the 93 controls a document maps, for each root. */
  readonly mapped: Readonly<Record<string, number>>;
  readonly findings: readonly GoldenFinding[];
  readonly suppressed: readonly GoldenSuppressed[];
}

export interface GoldenFinding {
  readonly ruleId: string;
  readonly severity: string;
  readonly file: string;
  /** From 1, as editors show it. */
  readonly line: number;
  /** The text at the place, as far as its line goes. */
  readonly at: string;
  readonly control?: string;
}

export interface GoldenSuppressed {
  readonly ruleId: string;
  readonly file: string;
  readonly line: number;
  readonly where: string;
}

export function goldenCases(): GoldenCase[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const expectedFile = new URL(`${name}.expected.json`, FOLDER);
    const expected = existsSync(expectedFile)
      ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as GoldenExpectation)
      : undefined;
    return { name, folder: fileURLToPath(new URL(name, FOLDER)), expectedFile, expected };
  });
}

/** A finding as every way of checking reports it: the same through the engine, the command line and the server. */
export interface ReportedFinding extends Omit<GoldenFinding, 'line' | 'at'> {
  readonly range: Range;
  readonly message: string;
}

/** What the engine alone finds in a folder and in the roots below it. */
export function checkByEngine(folder: string): {
  readonly findings: ReportedFinding[];
  readonly suppressed: GoldenSuppressed[];
  readonly mapped: Record<string, number>;
} {
  const checked = rootsBelow(folder).map((root) => {
    const isms = ismsOfFolder(root === '' ? folder : `${folder}/${root}`);
    const { findings, suppressed } = engine.check(isms, { today: GOLDEN_TODAY });
    const inFolder = (path: string): string => (root === '' ? path : `${root}/${path}`);
    const range = (finding: Finding): Range => rangeOf(sourceOf(isms, finding.path), finding.span);
    return {
      root,
      mapped: isms.mappings.size,
      findings: findings.map((finding): ReportedFinding => ({
        ruleId: finding.ruleId,
        severity: finding.severity,
        file: inFolder(finding.path),
        range: range(finding),
        message: `${finding.message} ${finding.hint}`,
        ...(finding.control !== undefined && { control: finding.control }),
      })),
      suppressed: suppressed.map(({ finding, where }) => ({
        ruleId: finding.ruleId,
        file: inFolder(finding.path),
        line: range(finding).start.line + 1,
        where,
      })),
    };
  });
  return {
    findings: checked
      .flatMap(({ findings }) => findings)
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    suppressed: checked.flatMap(({ suppressed }) => suppressed),
    mapped: Object.fromEntries(checked.map(({ root, mapped }) => [root === '' ? '.' : root, mapped])),
  };
}

/** The short form that the expectations keep. */
export function summarised(folder: string, finding: ReportedFinding): GoldenFinding {
  const { ruleId, severity, file, range, control } = finding;
  const text = readFileSync(`${folder}/${file}`, 'utf8').replace(/^\ufeff/, '');
  const line = text.split(/\r\n|\n/)[range.start.line] ?? '';
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const at = line.slice(range.start.character, end);
  return {
    ruleId,
    severity,
    file,
    line: range.start.line + 1,
    at,
    ...(control !== undefined && { control }),
  };
}
