import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { schemaFiles } from '../../server/tools/docs/schemas';
import { isms, temporaryWorkspace } from '../harness/cli';

const FILES = `
=== isms.yaml
organization: A
=== soa.md
| Control | Applicable | Justification | Status |
| --- | --- | --- | --- |
| A.5.18 | Yes | R-001 | Implemented |
=== risks.md
| ID | Risk | Treatment | Controls |
| --- | --- | --- | --- |
| R-001 | A "leaver" keeps < all | Mitigate | A.5.18 |
=== policies/access.md
---
title: Access
status: draft
controls: ["A.5.18"]
---
`;

describe('isms trace', () => {
  const workspace = temporaryWorkspace(FILES);
  const run = (...args: string[]) => isms(['trace', ...args], { cwd: workspace.folder });

  it('prints the chain as a tree', async () => {
    const { stdout, code } = await run('R-001');
    assert.equal(code, 0);
    assert.equal(
      stdout,
      [
        'R-001 A "leaver" keeps < all (risks.md:3)',
        '└─ is treated by A.5.18 Access rights ✓ holds',
        '   └─ is decided in SoA row of A.5.18: applies, implemented (soa.md:3) ✓ holds',
        '      └─ is carried out by Access (policies/access.md:4) ✗ draft: it is a draft',
        '',
      ].join('\n'),
    );
  });

  it('takes the folder of the ISMS', async () => {
    const { stdout, code } = await isms(['trace', 'A.5.18', workspace.folder], { cwd: '/' });
    assert.equal(code, 0);
    assert.match(stdout, /treats R-001/);
  });

  it('writes JSON that holds to its schema', async () => {
    const { stdout } = await run('A.5.18', '--format', 'json', '--today', '2026-11-22');
    const ajv = new Ajv({ strict: true, strictTypes: false });
    formats(ajv);
    const validate = ajv.compile(
      JSON.parse(schemaFiles('https://example.test').get('docs/schemas/trace.schema.json') ?? '{}') as object,
    );
    assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors));
  });

  it('writes Mermaid with its signs escaped', async () => {
    const { stdout } = await run('A.5.18', '--format', 'mermaid');
    assert.match(stdout, /^flowchart LR\n/);
    assert.match(stdout, /\("R-001<br\/>A #34;leaver#34; keeps #60; all"\)/);
    assert.match(stdout, /-\. "draft" \.->/);
  });

  const refusals: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['R-0011'], /there is no "R-0011" here; did you mean "R-001"/],
    [['nothing of the kind'], /there is no control, risk, requirement/],
    [[], /needs an ID/],
    [['A.5.18', '.', 'more'], /takes only ID \[PATH\], and not "more"/],
  ];
  for (const [args, message] of refusals)
    it(`refuses "${args.join(' ')}" with exit code 2`, async () => {
      const { stdout, stderr, code } = await run(...args);
      assert.deepEqual([stdout, code], ['', 2]);
      assert.match(stderr, message);
    });
});
