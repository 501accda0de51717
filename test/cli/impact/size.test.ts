import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  COMMENT,
  impactMarkdown,
  SUMMARY,
  type MarkdownTarget,
} from '../../../server/src/cli/formats/impact/markdown';
import type { ImpactReport } from '../../../server/src/cli/formats/impact/report';
import type { Isms } from '../../../server/src/engine/index/model';
import { engine, TODAY } from '../../harness/engine';

function ismsOf(files: ReadonlyMap<string, string>): Isms {
  const read = [...files].map(([path, text]) => [path, engine.read(path, text, undefined)] as const);
  return engine.build({ config: undefined, files: new Map(read) });
}

/** Every document loses its controls, changes what it asks for, and says long things with what Markdown could trip over. */
function reportOf(documents: number, length: number): ImpactReport {
  const long = '| `x` <b>**é🔐 #12 @all '.repeat(length);
  const policies = (rule: string, controls: string): Map<string, string> =>
    new Map(
      Array.from({ length: documents }, (_, index) => [
        `policies/p${index}.md`,
        `---\nid: POL-${index}\ntitle: Policy ${index} ${long}\ntype: policy\nversion: "1"\nstatus: approved\napproved_date: 2026-01-01\n${controls}---\n\n# P\n\nStaff ${rule} do thing ${index} within ${rule === 'must' ? 1 : 3} days ${long}.\n`,
      ]),
    );
  const base = ismsOf(policies('must', 'controls: ["A.5.15"]\n'));
  const head = ismsOf(policies('should', ''));
  return {
    ...{
      version: '0.0.0',
      homepage: 'https://isms-policy.example',
      today: TODAY,
      command: 'isms impact HEAD^1',
    },
    base: { name: 'HEAD^1', commit: 'a'.repeat(40) },
    head: { name: 'HEAD', commit: 'b'.repeat(40) },
    link: 'https://git.example/acme/isms/blob/bbbbbbb/{path}?plain=1#L{line}',
    workspaces: [
      {
        ...{ root: '.', base, head, impact: engine.impact(base, head, { today: TODAY }) },
        fileAt: (path) => path,
        forgeFileAt: (path) => path,
      },
    ],
  };
}

const TARGETS: readonly (readonly [name: string, target: MarkdownTarget])[] = [
  ['a comment', COMMENT],
  ['the summary of a job', SUMMARY],
  ['a place that takes next to nothing', { sizeOf: (text) => text.length, most: 2000, mostRows: Infinity }],
];

describe('the size of the report', () => {
  const report = reportOf(1500, 20);
  for (const [name, target] of TARGETS) {
    it(`stays within what ${name} takes, and says what is not shown`, () => {
      const text = impactMarkdown(report, target);
      assert.ok(target.sizeOf(text) <= target.most, `${target.sizeOf(text)} of ${target.most}`);
      assert.match(text, /^\d+ of \d+ shown\.$/m);
      assert.match(text, /ISMS impact: \d+ decisions needed/);
      assert.ok(text.trimEnd().endsWith('</sub>'), 'the footer is there');
      assert.equal(text.split('<details>').length, text.split('</details>').length);
      for (const table of text.split('\n\n').filter((part) => part.startsWith('| '))) {
        const widths = table.split('\n').map((row) => row.replace(/\\\|/g, '').split('|').length);
        assert.equal(new Set(widths).size, 1);
      }
    });
  }

  it('shows the most important rows longest', () => {
    const text = impactMarkdown(report, COMMENT);
    const shown = [...text.matchAll(/(\d+) of (\d+) shown/g)].map(([, count]) => Number(count));
    assert.ok(shown.length >= 2 && (shown[0] ?? 0) > 0, shown.join(' '));
    assert.ok((shown[0] ?? 0) >= (shown.at(-1) ?? 0), shown.join(' '));
  });

  it('shows everything where there is room', () => {
    assert.doesNotMatch(impactMarkdown(reportOf(5, 1), SUMMARY), / shown\./);
  });
});
