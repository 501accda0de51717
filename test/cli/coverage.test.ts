import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { controlStates, coverageOf } from '../../server/src/engine/check/coverage';
import { engine, ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';
import { isms, temporaryWorkspace } from '../harness/cli';

const FILES = `
=== policies/access.md
---
title: Access
controls: ["A.5.15", "A.5.16", "A.9.2.1", "A.5.99"]
---
=== policies/old.md
---
title: Old
status: retired
controls: ["A.5.17"]
---
=== soa.md
| Control | Applicable | Justification | Status |
| --- | --- | --- | --- |
| A.5.15 | Yes | R-001 | Implemented |
| A.5.16 | Yes | R-001 | Planned |
| A.5.17 | No | None | Implemented |
| A.5.18 | TBC | | |
| A.5.19 | perhaps | | Implemented |
| A.5.20 | Yes | R-001 | ??? |
=== risks.md
| Risk ID | Risk | Treatment | Controls |
| --- | --- | --- | --- |
| R-001 | Stolen account | Mitigate | A.5.15, A.5.16 |
| R-002 | Lost laptop | Mitigate | A.5.15 |
`;

describe('the coverage of an ISMS', () => {
  const states = controlStates(ismsOf(parseFixture(FILES)));
  const state = (id: string) => states.find((each) => each.id === id) ?? assert.fail(id);

  it('has every control once, in catalogue order', () => {
    assert.deepEqual(
      states.map(({ id }) => id),
      engine.catalog.controls.map(({ id }) => id),
    );
  });

  it('says null where the SoA does not decide', () => {
    const seen = ['A.5.15', 'A.5.16', 'A.5.17', 'A.5.18', 'A.5.19', 'A.5.20', 'A.5.21'].map((id) => [
      id,
      state(id).applicable,
      state(id).status,
    ]);
    assert.deepEqual(seen, [
      ['A.5.15', true, 'implemented'],
      ['A.5.16', true, 'planned'],
      ['A.5.17', false, 'implemented'],
      ['A.5.18', null, null],
      ['A.5.19', null, 'implemented'],
      ['A.5.20', true, null],
      ['A.5.21', null, null],
    ]);
  });

  it('names the documents that map and the risks that name a control', () => {
    assert.deepEqual(
      [state('A.5.15').documents, state('A.5.15').risks],
      [['policies/access.md'], ['R-001', 'R-002']],
    );
    assert.deepEqual(state('A.5.17').documents, [], 'retired documents map nothing');
  });

  it('adds up', () => {
    const { themes, ...counts } = coverageOf(states);
    assert.deepEqual(counts, {
      total: 93,
      mapped: 2,
      applicable: 3,
      excluded: 1,
      undecided: 89,
      implemented: 1,
    });
    assert.deepEqual(
      themes.map(({ theme, mapped, total }) => `${theme} ${mapped}/${total}`),
      ['organizational 2/37', 'people 0/8', 'physical 0/14', 'technological 0/34'],
    );
  });
});

describe('isms coverage', { concurrency: 2 }, () => {
  const workspace = temporaryWorkspace(FILES);
  workspace.write('policies/=odd, "name" 🔐.md', '---\ntitle: Odd\ncontrols: ["A.5.15"]\n---\n');
  const coverage = (...args: string[]): ReturnType<typeof isms> =>
    isms(['coverage', ...args], { cwd: workspace.folder });

  it('ends with 0 whatever it finds, and shows each control with its documents', async () => {
    const run = await coverage();
    assert.equal(run.code, 0);
    assert.match(
      run.stdout,
      /^ {2}A\.5\.15 +Access control +implemented +policies\/=odd, "name" 🔐\.md\n {60,}policies\/access\.md$/m,
    );
    assert.match(run.stdout, /^ {2}A\.5\.17 .* not applicable +–$/m);
    assert.match(run.stdout, /^ {2}A\.5\.20 .* no status +no document$/m);
    assert.match(run.stdout, / {2}All themes +2 of 93\n$/);
  });

  it('writes CSV that spreadsheets read back and do not run', async () => {
    const rows = parse((await coverage('--format', 'csv')).stdout, { columns: true }) as Record<
      string,
      string
    >[];
    assert.equal(rows.length, 93);
    const row = rows.find((each) => each['control'] === 'A.5.15');
    assert.equal(row?.['documents'], 'policies/=odd, "name" 🔐.md; policies/access.md');
    assert.equal(row['applicable'], 'yes');
    for (const each of rows) for (const field of Object.values(each)) assert.doesNotMatch(field, /^[=+@-]/);
  });

  it('writes JSON with the themes and all controls', async () => {
    const { workspaces } = JSON.parse((await coverage('--format', 'json')).stdout) as {
      workspaces: { root: string; themes: { theme: string; mapped: number }[]; controls: { id: string }[] }[];
    };
    assert.equal(workspaces[0]?.root, '.');
    assert.deepEqual(
      workspaces[0].themes.map(({ mapped }) => mapped),
      [2, 0, 0, 0],
    );
    assert.equal(workspaces[0].controls.length, 93);
  });

  it('writes Markdown in which every row has the cells of its header', async () => {
    const { stdout } = await coverage('--format', 'markdown');
    const rows = stdout.split('\n').filter((line) => line.startsWith('| A.'));
    assert.equal(rows.length, 93);
    for (const row of rows) assert.equal(row.replace(/\\\|/g, '').split('|').length, 7, row);
    assert.match(stdout, /\]\(policies\/%3Dodd%2C%20%22name%22%20%F0%9F%94%90\.md\)/);
  });

  it('refuses what check refuses', async () => {
    const run = await isms(['coverage', 'none'], { cwd: workspace.folder });
    assert.deepEqual([run.code, run.stdout], [2, '']);
  });
});
