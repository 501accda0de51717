import { fixKind, SEVERITIES } from '../../engine/check/finding';
import type { CheckReport } from '../report';
import { printableLine, withoutCommands } from '../text/printable';
import { pageText, table } from './page';
import type { TextStyle } from './text';

/** How often each rule fired, the graver and the more frequent first. */
export function reportStatistics({ workspaces }: CheckReport, style: TextStyle): string {
  const counts = new Map<
    string,
    { ruleId: string; severity: string; count: number; safe: number; files: Set<string> }
  >();
  for (const { findings, fileAt } of workspaces) {
    for (const finding of findings) {
      const key = `${finding.severity} ${finding.ruleId}`;
      const known = counts.get(key) ?? {
        ruleId: finding.ruleId,
        severity: finding.severity,
        count: 0,
        safe: 0,
        files: new Set(),
      };
      known.count++;
      known.safe += fixKind(finding) === 'safe' ? 1 : 0;
      known.files.add(fileAt(finding.path));
      counts.set(key, known);
    }
  }
  const order: readonly string[] = SEVERITIES;
  const ranked = [...counts.values()].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      b.count - a.count ||
      (a.ruleId < b.ruleId ? -1 : 1),
  );
  if (ranked.length === 0) return withoutCommands('No findings.\n');
  const rows = ranked.map(({ ruleId, severity, count, safe, files }) =>
    [String(count), severity, ruleId, String(files.size), safe === 0 ? '' : `isms fix mends ${safe}`].map(
      printableLine,
    ),
  );
  return pageText(
    { title: 'Findings by rule', blocks: [table(['Count', 'Severity', 'Rule', 'Files', 'Fix'], rows)] },
    style,
  );
}
