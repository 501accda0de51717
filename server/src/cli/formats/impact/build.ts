import { isWithoutImpact } from '../../../engine/impact/impact';
import { counted } from '../../../engine/impact/names';
import { shortCommit, totalOf, type ImpactReport } from './report';
import { sectionsOf } from './sections';
import type { Cell, ImpactView } from './view';

/** The report for readers, as tables with the most important first. */
export function impactView(report: ImpactReport): ImpactView {
  const several = report.workspaces.length > 1;
  return {
    headline: headline(report),
    notes: report.workspaces.flatMap(({ root, impact }) =>
      impact.notes.map((note) => (several ? `${root}: ${note}` : note)),
    ),
    sections: report.workspaces.flatMap((workspace) =>
      sectionsOf(workspace, report).map((section) =>
        several ? { ...section, title: `${workspace.root}: ${section.title}` } : section,
      ),
    ),
    footer: footer(report),
  };
}

/** The gravest thing that a change does. */
export function verdict(report: ImpactReport): 'decision' | 'attention' | 'information' | 'none' {
  if (totalOf(report, ({ counts }) => counts.decision) > 0) return 'decision';
  if (totalOf(report, ({ counts }) => counts.attention) > 0) return 'attention';
  return report.workspaces.every(({ impact }) => isWithoutImpact(impact)) ? 'none' : 'information';
}

function headline(report: ImpactReport): string {
  if (verdict(report) === 'none') return 'ISMS impact: none';
  const count = (of: Parameters<typeof totalOf>[1]): number => totalOf(report, of);
  const decisions = count(({ counts }) => counts.decision);
  const attention = count(({ counts }) => counts.attention);
  const documents = count((impact) => impact.documents.length);
  const added = count(({ findings }) => findings.added.length);
  const before = count((impact) => impact.before?.mapped ?? 0);
  const after = count((impact) => impact.after.mapped);
  return [
    `ISMS impact: ${decisions === 0 ? 'no decision needed' : `${counted(decisions, 'decision')} needed`}`,
    ...(attention > 0 ? [`${attention} to look at`] : []),
    ...(documents > 0 ? [`${counted(documents, 'document')} changed`] : []),
    ...(added > 0 ? [counted(added, 'new finding')] : []),
    ...(before !== after ? [`coverage ${before} → ${after}`] : []),
  ].join(' · ');
}

function footer(report: ImpactReport): Cell {
  const { base, head, version, command, today } = report;
  const judged = report.workspaces.every(({ impact }) => impact.judgedBy === 'base')
    ? 'judged by the configuration of the base'
    : 'judged by its own configuration where there was none before';
  return [
    'Base ',
    { code: shortCommit(base) },
    ' → head ',
    { code: shortCommit(head) },
    ` · ISMS Policy ${version} · ${judged} · as of ${today} · shown by `,
    { code: command },
  ];
}
