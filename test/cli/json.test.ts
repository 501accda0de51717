import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { checkJson, type CheckJson } from '../harness/cli';
import { difficultWorkspace, linesOf } from '../harness/difficultWorkspace';

const WORKSPACE = difficultWorkspace();

describe('isms check --format json', () => {
  let result: CheckJson;
  before(async () => void (result = await checkJson([], { cwd: WORKSPACE.folder })));

  it('holds to the schema that ships', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../docs/schemas/check.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const ajv = addFormats.default(new Ajv({ allErrors: true, strict: false }));
    const validate = ajv.compile(schema);
    assert.ok(validate(result), JSON.stringify(validate.errors, null, 1));
    assert.ok(!validate({ ...result, surprise: 1 }), 'the schema refuses what it does not name');
  });

  it('has all 93 controls in catalogue order, with what the SoA and the documents say', () => {
    const [workspace] = result.workspaces;
    assert.equal(workspace?.controls.length, 93);
    assert.deepEqual(
      workspace.controls
        .slice(14, 18)
        .map(({ id, applicable, status, documents, risks }) => [
          id,
          applicable,
          status,
          documents.length,
          risks.length,
        ]),
      [
        ['A.5.15', true, 'implemented', 0, 0],
        ['A.5.16', null, 'implemented', 0, 0],
        ['A.5.17', true, null, 1, 0],
        ['A.5.18', null, null, 0, 0],
      ],
    );
    assert.deepEqual(workspace.controls[16]?.documents, ['policies/Zugriff für 🔐.md']);
    assert.deepEqual(workspace.summary.controls, {
      total: 93,
      mapped: 1,
      applicable: 2,
      excluded: 0,
      undecided: 91,
      implemented: 1,
    });
  });

  it('counts what it lists', () => {
    const { summary } = result.workspaces[0] ?? assert.fail('no workspace');
    const count = (severity: string): number =>
      result.diagnostics.filter((each) => each.severity === severity).length;
    const { errors, suppressed } = summary;
    assert.deepEqual([errors, suppressed], [count('error'), result.suppressed.length]);
  });

  it('gives zero-based UTF-16 positions, also behind emoji and a byte order mark', () => {
    for (const [file, word] of [
      ['policies/bom.md', 'A.5.98'],
      ['policies/bom.md', 'A.5.97'],
      ['policies/Zugriff für 🔐.md', 'A.5.99'],
      ['soa.md', '🔐 perhaps'],
    ] as const) {
      const found = result.diagnostics.filter((each) => {
        const line = linesOf(WORKSPACE.read(file))[each.range.start.line] ?? '';
        return (
          each.file === file && line.slice(each.range.start.character, each.range.end.character) === word
        );
      });
      assert.ok(found.length >= 1, `${word} in ${file}`);
    }
  });

  it('says which fix there is, what it is about and what else to look at', () => {
    const of = (ruleId: string, control?: string) =>
      result.diagnostics.find(
        (each) => each.ruleId === ruleId && (control === undefined || each.control === control),
      ) ?? assert.fail(ruleId);
    assert.deepEqual(
      ['mapping/unknown-control', 'mapping/superseded-control', 'soa/duplicate-control'].map(
        (id) => of(id).fix,
      ),
      ['choice', 'safe', of('soa/duplicate-control').fix],
    );
    assert.equal(of('soa/duplicate-control').control, 'A.5.15');
    assert.ok(of('soa/duplicate-control').related.length >= 1);
    assert.ok(/\.\s\S.*\.$/.test(of('mapping/unknown-control').message), 'message and hint');
  });

  it('lists what was suppressed, with the reason', () => {
    assert.deepEqual(
      result.suppressed.map(({ ruleId, file, reason, where, until }) => [ruleId, file, reason, where, until]),
      [['soa/missing-status', 'soa.md', 'owner on leave', 'inline', '2027-01-01']],
    );
    assert.ok(!result.diagnostics.some(({ ruleId }) => ruleId === 'soa/missing-status'));
  });

  it('is sorted by path, line, column and rule', () => {
    const key = (each: CheckJson['diagnostics'][number]): [string, number, number, string] => [
      each.file,
      each.range.start.line,
      each.range.start.character,
      each.ruleId,
    ];
    const keys = result.diagnostics.map(key);
    const sorted = [...keys].sort((a, b) =>
      a[0] < b[0]
        ? -1
        : a[0] > b[0]
          ? 1
          : a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0),
    );
    assert.deepEqual(keys, sorted);
  });
});
