import { fixKind, SEVERITIES, type Severity } from '../../engine/check/finding';
import {
  countSeverities,
  locatedFindings,
  rangeIn,
  type CheckedWorkspace,
  type CheckReport,
  type LocatedFinding,
} from '../report';
import { escapeHtml, markedLine } from '../text/html';
import { htmlPage } from '../text/htmlPage';
import { THEME_NAMES } from './coverageText';
import { HTML_STYLE } from './htmlStyle';

/** The result as one page that needs nothing else. */
export function reportHtml(report: CheckReport): string {
  const located = locatedFindings(report.workspaces);
  const name = organizationOf(report);
  const title = name === undefined ? 'ISMS check' : `ISMS check: ${name}`;
  return htmlPage({
    title,
    style: HTML_STYLE,
    body: `${header(title, report, located)}
<main>
${report.workspaces.map((workspace) => coverage(workspace, report.workspaces.length > 1)).join('\n')}
${findings(located, report)}
${suppressed(report.workspaces)}
</main>
<footer>Written by <a href="${escapeHtml(report.homepage)}">ISMS Policy</a> ${escapeHtml(report.version)}. It checks documents; whether you do what they say, people judge.</footer>`,
  });
}

function organizationOf({ workspaces }: CheckReport): string | undefined {
  const names = new Set(workspaces.flatMap(({ isms }) => isms.config?.config.organization ?? []));
  return names.size === 1 ? [...names][0] : undefined;
}

const TITLES: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  information: 'Information',
  hint: 'Hints',
};

function header(title: string, report: CheckReport, located: readonly LocatedFinding[]): string {
  const counts = countSeverities(located.map(({ finding }) => finding));
  const accepted = report.workspaces.reduce((sum, workspace) => sum + workspace.suppressed.length, 0);
  const documents = report.workspaces.reduce((sum, { isms }) => sum + isms.documents.length, 0);
  const cards = [
    ...SEVERITIES.map((severity) => card(TITLES[severity], counts[severity], severity)),
    card('Suppressed', accepted, 'hint'),
    card('Documents', documents, 'total'),
  ];
  const verdict = report.failed ? ['failed', 'Failed'] : ['passed', 'Passed'];
  return `<header>
<h1>${escapeHtml(title)}</h1>
<p class="lead"><span class="verdict ${verdict[0]}">${verdict[1]}</span> as of ${escapeHtml(report.today)}</p>
<ul class="counts">${cards.join('')}</ul>
</header>`;
}

function card(name: string, count: number, kind: string): string {
  return `<li class="${count === 0 ? 'none' : kind}"><b>${count}</b>${name}</li>`;
}

function coverage({ root, coverage: counts, isms }: CheckedWorkspace, several: boolean): string {
  const rows = [
    ...counts.themes.map(({ theme, mapped, total }) => coverageRow(THEME_NAMES[theme], mapped, total)),
    coverageRow('All themes', counts.mapped, counts.total),
  ];
  const uncertain = isms.mappingsUncertain
    ? '<p class="lead">Documents that could not be read may map more controls than these.</p>'
    : '';
  const where = several ? ` in <code>${escapeHtml(root)}</code>` : '';
  return `<h2>Controls that a document maps${where}</h2>
<table class="coverage card">${rows.join('')}</table>${uncertain}`;
}

function coverageRow(name: string, mapped: number, total: number): string {
  const share = total === 0 ? 0 : Math.floor((mapped / total) * 1000) / 10;
  const bar = `<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4"/><rect class="${mapped === total ? 'whole' : 'part'}" width="${share}" height="4"/></svg>`;
  return `<tr><th scope="row">${name}</th><td class="number">${mapped} of ${total}</td><td>${bar}</td></tr>`;
}

const FILTER = `<fieldset><legend>Show</legend>
<label><input type="radio" name="show" id="all" checked>All</label>
<label><input type="radio" name="show" id="warnings">Errors and warnings</label>
<label><input type="radio" name="show" id="errors">Errors</label>
</fieldset>`;

function findings(located: readonly LocatedFinding[], report: CheckReport): string {
  if (located.length === 0) return '<h2>Findings</h2>\n<p class="card clean">Nothing was found.</p>';
  const files = new Map<string, LocatedFinding[]>();
  for (const each of located) files.set(each.file, [...(files.get(each.file) ?? []), each]);
  const sections = [...files].map(
    ([file, own]) => `<section class="file card"><h3>${escapeHtml(file)}<span>${own.length}</span></h3>
${own.map((each) => finding(each, report)).join('\n')}
</section>`,
  );
  return `<h2>Findings</h2>\n${FILTER}\n${sections.join('\n')}`;
}

function finding({ finding: found, workspace }: LocatedFinding, report: CheckReport): string {
  const { start } = rangeIn(workspace, found);
  const rule = `<a href="${escapeHtml(report.ruleBaseHref + found.ruleId)}">${escapeHtml(found.ruleId)}</a>`;
  const kind = fixKind(found);
  const offer =
    kind === 'safe'
      ? ' Fix: <code>isms fix</code>.'
      : kind === 'choice'
        ? ' The editor offers a quick fix.'
        : '';
  const line = markedLine(workspace, found);
  return `<article class="finding ${found.severity}"><p class="meta"><b>${found.severity}</b>${rule}<span class="number">${start.line + 1}:${start.character + 1}</span></p>
<p>${escapeHtml(found.message)}</p>${line === undefined ? '' : `<pre><i>${start.line + 1}</i>${line}</pre>`}
<p class="help">${escapeHtml(found.hint)}${offer}</p>${related(found.related, workspace)}</article>`;
}

function related(places: LocatedFinding['finding']['related'], workspace: CheckedWorkspace): string {
  if (places.length === 0) return '';
  const items = places.map((place) => {
    const { start } = rangeIn(workspace, place);
    return `<li><code>${escapeHtml(workspace.fileAt(place.path))}:${start.line + 1}</code> ${escapeHtml(place.message)}</li>`;
  });
  const count = places.length === 1 ? '1 related place' : `${places.length} related places`;
  return `<details><summary>${count}</summary><ul>${items.join('')}</ul></details>`;
}

function suppressed(workspaces: readonly CheckedWorkspace[]): string {
  const rows = workspaces.flatMap((workspace) =>
    workspace.suppressed.map(({ finding: found, reason, until, by, where }) => {
      const { start } = rangeIn(workspace, found);
      const cells = [
        found.ruleId,
        `${workspace.fileAt(found.path)}:${start.line + 1}`,
        reason,
        by ?? '',
        until ?? '',
        where,
      ];
      return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
    }),
  );
  if (rows.length === 0) return '';
  const head = ['Rule', 'Where', 'Reason', 'By', 'Until', 'Written in'].map(
    (name) => `<th scope="col">${name}</th>`,
  );
  return `<h2>Suppressed</h2>
<details><summary>${rows.length === 1 ? '1 finding is' : `${rows.length} findings are`} accepted, with a reason</summary>
<table class="suppressed card"><tr>${head.join('')}</tr>${rows.join('')}</table></details>`;
}
