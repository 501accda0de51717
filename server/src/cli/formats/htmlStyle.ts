/** The whole style of the HTML report: system fonts, light and dark, and readable on paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --ink: #1c2128; --soft: #57606a; --line: #d8dee4; --code: #f0f2f5;
  --error: #c62828; --warning: #9a6700; --information: #0969da; --hint: #57606a; --good: #1a7f37; --mark: #fff3c4; }
@media (prefers-color-scheme: dark) { :root { --page: #0f1318; --card: #171c23; --ink: #e6e9ee; --soft: #9aa4b2; --line: #2c343e; --code: #10151b;
  --error: #ff7b72; --warning: #e3b341; --information: #79b8ff; --hint: #9aa4b2; --good: #56d364; --mark: #4d3f0c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main, header, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.25rem; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.25; letter-spacing: -.01em; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.15rem; }
h3 { margin: 0; padding: .7rem 1rem; font: 600 .95rem/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
h3 span { float: right; margin-left: 1rem; color: var(--soft); font-weight: 400; }
a { color: var(--information); text-decoration: none; } a:hover, a:focus-visible { text-decoration: underline; }
.lead { margin: .35rem 0 0; color: var(--soft); }
.verdict { display: inline-block; margin-right: .5rem; padding: .05rem .65rem; border-radius: 1rem; border: 1px solid currentColor; font-size: .85rem; font-weight: 600; }
.passed { color: var(--good); } .failed { color: var(--error); }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; padding: 0; list-style: none; }
.counts li, .card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.counts li { padding: .7rem 1rem; color: var(--soft); } .counts b { display: block; font-size: 1.6rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; }
.counts .error b { color: var(--error); } .counts .warning b { color: var(--warning); } .counts .information b { color: var(--information); } .counts .none b { color: var(--soft); }
.coverage { width: 100%; border-spacing: 0; } .coverage th, .coverage td { padding: .5rem 1rem; text-align: left; font-weight: 400; white-space: nowrap; }
.coverage tr + tr > * { border-top: 1px solid var(--line); } .coverage tr:last-child > * { font-weight: 600; } .coverage td:last-child { width: 100%; }
.coverage svg { display: block; width: 100%; height: .55rem; border-radius: .3rem; } .coverage .rest { fill: var(--line); } .coverage .part { fill: var(--information); } .coverage .whole { fill: var(--good); }
.number { font-variant-numeric: tabular-nums; }
fieldset { margin: 0 0 1rem; padding: 0; border: 0; display: flex; flex-wrap: wrap; gap: .5rem; } legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
fieldset label { padding: .25rem .8rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); cursor: pointer; } fieldset input { margin: 0 .4rem 0 0; vertical-align: -1px; }
.file { margin-bottom: 1rem; overflow: hidden; }
.finding { padding: .85rem 1rem; border-left: 3px solid var(--hint); } .finding + .finding { border-top: 1px solid var(--line); }
.finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); } .finding.information { border-left-color: var(--information); }
.finding p { margin: .3rem 0 0; overflow-wrap: anywhere; } .finding .meta { margin: 0; color: var(--soft); font-size: .85rem; } .meta b { margin-right: .5rem; }
.error .meta b { color: var(--error); } .warning .meta b { color: var(--warning); } .information .meta b { color: var(--information); } .hint .meta b { color: var(--hint); }
.meta span { margin: 0 .5rem; } .help { color: var(--soft); }
pre { margin: .5rem 0 0; padding: .45rem .75rem; border-radius: .4rem; background: var(--code); font: .85rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
pre i { margin-right: .75rem; color: var(--soft); font-style: normal; user-select: none; }
mark { padding: .05rem .1rem; border-radius: .2rem; background: var(--mark); color: inherit; }
details { margin-top: .5rem; } summary { cursor: pointer; color: var(--soft); } details ul { margin: .35rem 0 0; padding-left: 1.2rem; color: var(--soft); overflow-wrap: anywhere; }
.suppressed { width: 100%; margin-top: .75rem; border-spacing: 0; font-size: .9rem; } .suppressed th, .suppressed td { padding: .45rem .75rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); overflow-wrap: anywhere; } .suppressed th { color: var(--soft); font-weight: 600; border-top: 0; }
.clean { padding: 1.25rem; color: var(--good); }
footer { padding-top: 1.5rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .85rem; }
body:has(#errors:checked) :is(.finding:not(.error), .file:not(:has(.error))), body:has(#warnings:checked) :is(.finding:not(.error, .warning), .file:not(:has(.error, .warning))) { display: none; }
@media print { body { background: #fff; font-size: 12px; } fieldset { display: none; } .finding, .coverage tr { break-inside: avoid; } }
@media (max-width: 40rem) { h3 span { float: none; display: block; margin: 0; } .counts { grid-template-columns: repeat(2, 1fr); } }
`;
