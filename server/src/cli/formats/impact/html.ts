import { HTML_STYLE } from '../htmlStyle';
import { escapeHtml } from '../../text/html';
import { htmlPage } from '../../text/htmlPage';
import { impactView, verdict } from './build';
import type { ImpactReport } from './report';
import type { Cell, Inline, Section } from './view';

/** The report as one page that needs nothing else. */
export function impactHtml(report: ImpactReport): string {
  const { headline, notes, sections, footer } = impactView(report);
  const body =
    verdict(report) === 'none'
      ? ['<p class="card clean">What the ISMS asks for, covers and accepts is the same as before.</p>']
      : sections.map(sectionHtml);
  const lead = notes.map((note) => `<p class="lead">${escapeHtml(note)}</p>`);
  return htmlPage({
    title: headline,
    style: HTML_STYLE + IMPACT_STYLE,
    body: [
      `<header><h1>${escapeHtml(headline)}</h1>${lead.join('')}</header>`,
      `<main>\n${body.join('\n')}\n</main>`,
      `<footer><p>${cellHtml(footer)}</p></footer>`,
    ].join('\n'),
  });
}

const IMPACT_STYLE = `
.changes { overflow-x: auto; } .changes table { width: 100%; border-spacing: 0; font-size: .9rem; }
.changes th, .changes td { padding: .5rem .75rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; border-top: 1px solid var(--line); }
.changes th { border-top: 0; color: var(--soft); font-weight: 600; } .changes td.number, .changes th.number { text-align: right; }
.changes td:last-child { min-width: 9rem; } .changes code { font: .85em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
details > summary { margin: 1.5rem 0 .75rem; color: inherit; font-size: 1.15rem; font-weight: 600; }
`;

function sectionHtml({ title, header, numeric = [], rows, folded }: Section): string {
  const kind = (column: number): string => (numeric.includes(column) ? ' class="number"' : '');
  const head = header.map((name, column) => `<th scope="col"${kind(column)}>${escapeHtml(name)}</th>`);
  const body = rows.map(
    (row) => `<tr>${row.map((cell, column) => `<td${kind(column)}>${cellHtml(cell)}</td>`).join('')}</tr>`,
  );
  const table = `<div class="card changes"><table><thead><tr>${head.join('')}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
  return folded
    ? `<details>\n<summary>${escapeHtml(title)}</summary>\n${table}\n</details>`
    : `<section>\n<h2>${escapeHtml(title)}</h2>\n${table}\n</section>`;
}

function cellHtml(cell: Cell): string {
  return cell.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return escapeHtml(inline);
  if ('strong' in inline) return `<b>${escapeHtml(inline.strong)}</b>`;
  const code = `<code>${escapeHtml(inline.code)}</code>`;
  return inline.href === undefined ? code : `<a href="${escapeHtml(inline.href)}">${code}</a>`;
}
