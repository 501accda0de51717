import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Finding } from '../../engine/check/finding';
import type { AppliedFix, MendedFile } from '../mend';
import { countSeverities } from '../report';
import type { Paint } from '../text/paint';
import { printableLine, withoutCommands } from '../text/printable';
import { wrap } from '../text/wrap';
import { toJson } from './json';

export interface FixReport {
  readonly version: string;
  readonly dryRun: boolean;
  /** True where the documents were converted and nothing was fixed. */
  readonly convert: boolean;
  readonly files: readonly MendedFile[];
  /** The findings that are left when the fixes are applied. */
  readonly remaining: readonly Finding[];
}

export function fixJson({ version, dryRun, convert, files, remaining }: FixReport): string {
  const counts = countSeverities(remaining);
  return toJson({
    schemaVersion: 1,
    tool: { name: 'isms', version },
    dryRun,
    convert,
    files: files.map((file) => ({ file: file.file, fixes: file.fixes, diff: patchOf(file) })),
    remaining: {
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
    },
  });
}

/** For a dry run the patch, which `git apply` takes; in both cases a summary for people. */
export function fixText(
  report: FixReport,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): { readonly patch: string; readonly summary: string } {
  const { files, dryRun } = report;
  const patch = dryRun ? files.map((file) => colouredPatch(patchOf(file), paint)).join('') : '';
  const lines = dryRun
    ? []
    : files.flatMap((file) => [paint.bold(printableLine(file.file)), ...fixLines(file.fixes, width), '']);
  return {
    patch,
    summary: withoutCommands(`${[...lines, ...wrap(conclusion(report), width)].join('\n')}\n`),
  };
}

function patchOf({ file, before, after }: MendedFile): string {
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function colouredPatch(patch: string, paint: Paint): string {
  return patch.replace(/^.*$/gm, (line) => {
    if (/^(?:---|\+\+\+) /.test(line)) return paint.bold(line);
    if (line.startsWith('@@')) return paint.cyan(line);
    if (line.startsWith('+')) return paint.green(line);
    return line.startsWith('-') ? paint.red(line) : line;
  });
}

function fixLines(fixes: readonly AppliedFix[], width: number): string[] {
  const counts = new Map<string, number>();
  for (const { ruleId, title } of fixes) {
    const what = `${title} (${ruleId})`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].flatMap(([what, count]) =>
    wrap(printableLine(count === 1 ? what : `${what}, ${count} times`), width - 2).map((line) => `  ${line}`),
  );
}

function conclusion(report: FixReport): string {
  if (report.convert) return conversion(report);
  const { files, dryRun, remaining } = report;
  const count = files.reduce((sum, file) => sum + file.fixes.length, 0);
  const what = `${count} ${count === 1 ? 'fix' : 'fixes'} in ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  const left =
    remaining.length === 0
      ? ''
      : ` ${remaining.length === 1 ? '1 finding needs' : `${remaining.length} findings need`} a decision of yours; "isms check" lists them.`;
  if (files.length === 0) return `There is nothing that can be fixed safely.${left}`;
  return dryRun ? `Would apply ${what}. Leave out --dry-run to do it.` : `Applied ${what}.${left}`;
}

function conversion({ files, dryRun }: FixReport): string {
  if (files.length === 0)
    return 'There is nothing to convert: what the documents say of themselves is in their front matter, or nowhere.';
  const what = files.length === 1 ? '1 document' : `${files.length} documents`;
  return dryRun
    ? `Would convert ${what}. Leave out --dry-run to do it.`
    : `Converted ${what}. The text says the same as before; take out of it by hand what front matter now says.`;
}
