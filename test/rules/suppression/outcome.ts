import type { Severity } from '../../../server/src/engine/check/finding';
import { checkFixture } from '../../harness/engine';

export const UNKNOWN = 'mapping/unknown-control';
export const REASON = '-- our own list';

/** A document with one unknown control for each `A.5.9x` in the text. */
export function page(body: string, frontMatter = 'controls: ["A.5.15"]'): string {
  return `=== a.md\n---\ntitle: A\n${frontMatter}\n---\n\n${body}\n`;
}

/** What is still reported and what is not: `rule@text`, by place. */
export function outcome(
  literal: string,
  severities: Readonly<Record<string, Severity | 'off'>> = {},
): { reported: string[]; suppressed: string[] } {
  const { findings, suppressed, fixture } = checkFixture(literal, severities);
  const textAt = (path: string, start: number, end: number): string =>
    fixture.files.find((file) => file.path === path)?.text.slice(start, end) ?? '';
  const concerned = findings.filter(
    (finding) => finding.ruleId === UNKNOWN || finding.ruleId.startsWith('suppression/'),
  );
  return {
    reported: concerned.map(({ ruleId, path, span }) => `${ruleId}@${textAt(path, span.start, span.end)}`),
    suppressed: suppressed.map(({ finding }) => textAt(finding.path, finding.span.start, finding.span.end)),
  };
}

export interface Case {
  readonly name: string;
  readonly literal: string;
  readonly reported?: readonly string[];
  readonly suppressed?: readonly string[];
}

export const next = (rest: string): string => `<!-- isms-disable-next-line ${rest} -->`;
export const row = (cell: string): string =>
  `| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.99 | Yes | Law ${cell} |\n| A.5.98 | Yes | Law |\n`;
export const config = (ignore: string): string => `=== isms.yaml\nignore:\n${ignore}\n`;
