import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isms, temporaryWorkspace } from '../harness/cli';

const WORKSPACE = temporaryWorkspace(`
=== isms.yaml
catalogs: [catalog/contract.yaml]
=== catalog/contract.yaml
title: Contracts
controls:
  - { id: CUST-1, title: Data stays in the EU }
frameworks:
  - id: harbour-contract
    title: Contract with Harbour AG
    items:
      - { id: "4.2", title: Access, controls: [A.5.15, CUST-1] }
=== policies/access.md
---
title: Access
controls: ["A.5.15", CUST-1]
---
`);
const at = { cwd: WORKSPACE.folder };
const coverage = (...args: readonly string[]): ReturnType<typeof isms> =>
  isms(['coverage', '--framework', ...args], at);

describe('isms coverage --framework', { concurrency: 2 }, () => {
  it('prints what is in place and what is left, with source, label and confidence', async () => {
    const run = await coverage('soc2-tsc');
    assert.equal(run.code, 0);
    assert.equal(run.stderr, '');
    assert.match(run.stdout, /^SOC 2 Trust Services Criteria: related controls in place\n/);
    assert.match(run.stdout, /with related controls in place +1 of 61/);
    assert.match(
      run.stdout,
      /CC6\.2 Security \(common(?: criteria\))? +A\.5\.15 +A\.5\.18, A\.8\.2 +derived/,
    );
    assert.doesNotMatch(run.stdout, /\bcovered\b|\bcompliant\b/i);
  });

  it('writes JSON, CSV and Markdown', async () => {
    const json = JSON.parse((await coverage('gdpr', '--format', 'json')).stdout) as {
      readonly workspaces: readonly { readonly framework: { readonly id: string } }[];
    };
    assert.equal(json.workspaces[0]?.framework.id, 'gdpr');
    const csv = (await coverage('fedramp-low', '--format', 'csv')).stdout;
    assert.match(csv, /^workspace,framework,item,/);
    assert.match(
      csv,
      /\n\.,fedramp-low,AC-3,Access Enforcement,,in-place,A\.5\.15,yes,,,policies\/access\.md,/,
    );
    const markdown = (await coverage('nist-csf-2.0', '--format', 'markdown')).stdout;
    assert.match(markdown, /^# NIST Cybersecurity Framework 2\.0: related controls in place\n/);
    assert.equal(markdown.match(/^## Summary – /gm)?.length, 2, 'one summary for each of the two NIST sets');
  });

  it('knows the frameworks of own catalogues', async () => {
    const run = await coverage('harbour-contract');
    assert.match(run.stdout, /4\.2 Access +A\.5\.15, CUST-1 +your own catalogue/);
  });

  it('refuses an unknown framework with the nearest one', async () => {
    const run = await coverage('nist-csf');
    assert.equal(run.code, 2);
    assert.equal(run.stdout, '');
    assert.match(run.stderr, /there is no framework "nist-csf"; did you mean "nist-csf-2\.0"\?/);
  });

  it('ends with 2 and a place where a catalogue is broken', async () => {
    const broken = temporaryWorkspace();
    for (const file of ['isms.yaml', 'policies/access.md']) broken.write(file, WORKSPACE.read(file));
    broken.write('catalog/contract.yaml', 'title: Contracts\ncontrols:\n  - id: CUST-1\n');
    const run = await isms(['check'], { cwd: broken.folder });
    assert.equal(run.code, 2);
    assert.equal(run.stdout, '');
    assert.match(run.stderr, /catalog\/contract\.yaml:3:5: Control CUST-1 has no title\./);
  });
});
