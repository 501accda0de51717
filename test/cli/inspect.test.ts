import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { isms, temporaryWorkspace } from '../harness/cli';

const WORKSPACE = `
=== isms.yaml
documents:
  exclude: ["drafts/**"]
=== policies/access.md
---
title: Access (all sites)
type: policy
owner: Ada
controls: ["A.5.15"]
---

# Access

| Fruit | Colour |
| --- | --- |
| Plum | Blue |
=== soa.csv
Control,Applicable,Justification
A.5.15,Yes,Treats R-1
=== notes.md
# Notes
=== drafts/x.md
# X
=== data.txt
text
`;

describe('isms inspect', { concurrency: 2 }, () => {
  const { folder } = temporaryWorkspace(WORKSPACE);

  it('says for people what was understood, with lines', async () => {
    const { stdout, code } = await isms(['inspect', 'policies/access.md'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(stdout, /^Access \(all sites\) is a policy, because its type is "policy" \(line 3\)\.$/m);
    assert.match(stdout, /^owner {2}Ada +front matter, line 4$/m);
    assert.match(stdout, /^A\.5\.15 {2}Access control {2}front matter, line 5$/m);
    assert.match(stdout, /^table: Fruit \| Colour /m);
    assert.doesNotMatch(stdout, /[\\*`]/, 'no marks of Markdown are left');
    for (const line of stdout.split('\n')) assert.ok(line.length <= 100, line);
  });

  it('says what would make a document of a file that is none', async () => {
    const { stdout, code } = await isms(['inspect', 'notes.md'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(stdout, /^No document of the ISMS\./m);
    assert.match(stdout, /type: policy/);
  });

  for (const file of ['policies/access.md', 'soa.csv', 'notes.md'])
    it(`holds to the schema that ships: ${file}`, async () => {
      const schema = JSON.parse(
        readFileSync(new URL('../../docs/schemas/inspect.schema.json', import.meta.url), 'utf8'),
      ) as object;
      const validate = addFormats.default(new Ajv({ allErrors: true, strict: false })).compile(schema);
      const { stdout } = await isms(['inspect', file, '--format', 'json'], { cwd: folder });
      const result = JSON.parse(stdout) as { readonly file: string };
      assert.ok(validate(result), JSON.stringify(validate.errors));
      assert.equal(result.file, file);
      assert.ok(!validate({ ...result, surprise: 1 }), 'the schema refuses what it does not name');
    });

  it('places facts in JSON as the protocol does', async () => {
    const { stdout } = await isms(['inspect', 'policies/access.md', '--format', 'json'], { cwd: folder });
    const { controls } = JSON.parse(stdout) as { readonly controls: readonly { readonly range: unknown }[] };
    assert.deepEqual(controls[0]?.range, {
      start: { line: 4, character: 12 },
      end: { line: 4, character: 18 },
    });
  });

  const refused: readonly (readonly [file: string, why: RegExp])[] = [
    ['drafts/x.md', /"documents" in isms\.yaml leaves it out/],
    ['data.txt', /documents are Markdown/],
    ['isms.yaml', /is the configuration/],
    ['policies', /is a folder/],
    ['none.md', /does not exist/],
  ];
  for (const [file, why] of refused)
    it(`refuses ${file} and says why`, async () => {
      const { stdout, stderr, code } = await isms(['inspect', file], { cwd: folder });
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, why);
    });

  it('needs a file', async () => {
    const { code, stderr } = await isms(['inspect'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(stderr, /FILE/);
  });
});
