import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { createTemporaryFolder, type TemporaryFolder } from '../harness/temporaryFolder';
import { BUNDLE, commitChange, runBundle, type Ran, type Scenario } from './runAction';
import { startStandIn, type StandIn, type StandInRules } from './standIn';

const MARKER = '<!-- isms:impact:v1 -->';

const ISMS = {
  'isms.yaml':
    'organization: Harbour\nsoa: soa.md\nrules:\n  soa/missing-control: off\n  mapping/unmapped-control: off\n',
  'access.md':
    '---\nid: "POL-1"\ntitle: Access\ntype: policy\nversion: "1.0"\nstatus: draft\nowner: CISO\nnext_review: 2030-01-01\ncontrols: ["A.5.15"]\n---\n\n# Access (A.5.15)\n\nThe owner of a system must approve each access.\n',
  'soa.md':
    '---\ntype: soa\n---\n\n| Control | Applicable | Justification | Status |\n| --- | --- | --- | --- |\n| A.5.15 | Yes | Customers demand it in their contracts | Implemented |\n',
};

/** A duty that became a wish. */
const WEAKER = { 'access.md': ISMS['access.md'].replace('must approve', 'should approve') };

/** Everything that a text could do is let through, more than a forge does. */
const RAW = {
  allowDangerousHtml: true,
  allowDangerousProtocol: true,
  extensions: [gfmTable()],
  htmlExtensions: [gfmTableHtml()],
};

describe('the GitHub Action', () => {
  const folders: TemporaryFolder[] = [];
  const standIns: StandIn[] = [];
  after(() => {
    for (const folder of folders) folder.dispose();
    for (const standIn of standIns) standIn.close();
  });
  before(() => assert.ok(existsSync(BUNDLE), 'dist/action.js was not built'));

  /** The checkout of a pull request's merge commit, as actions/checkout leaves it, and the bundle run on it. */
  async function run(
    scenario: Scenario,
    rules: StandInRules = {},
  ): Promise<Ran & { readonly forge: StandIn; readonly folder: TemporaryFolder }> {
    const folder = createTemporaryFolder(ISMS);
    folders.push(folder);
    const forge = await startStandIn(rules);
    standIns.push(forge);
    commitChange(folder.path, scenario.change ?? {});
    const ran = await runBundle(folder.path, forge.url, scenario);
    return { ...ran, forge, folder };
  }

  it('annotates, sums up and comments, with what the change does', async () => {
    const { code, summary, forge, outputs } = await run({ change: WEAKER });
    assert.equal(code, 0);
    assert.match(summary, /should/);
    assert.equal(forge.comments.length, 1);
    assert.ok(forge.comments[0]?.body.startsWith(MARKER));
    assert.equal(outputs['result'], 'passed');
    assert.equal(outputs['coverage'], '1/93');
    assert.ok(existsSync(outputs['impact-json'] ?? ''));
  });

  it('fails last: the new finding is annotated, summed up and handed over before', async () => {
    const change = { 'access.md': ISMS['access.md'].replace('"A.5.15"', '"A.5.15", "A.5.99"') };
    const { code, stdout, summary, outputs } = await run({ change });
    assert.equal(code, 1);
    assert.match(stdout, /^::error file=access\.md,line=9,[^\n]*A\.5\.99/m);
    assert.match(stdout, /^::error::There are new findings of severity error or graver/m);
    assert.match(summary, /A\.5\.99/);
    assert.deepEqual([outputs['result'], outputs['new']], ['failed', '1']);
    assert.ok(existsSync(outputs['sarif-file'] ?? ''));
  });

  it('writes no comment where there is no impact', async () => {
    const { forge } = await run({ change: {} });
    assert.deepEqual(forge.comments, []);
  });

  it('writes none again where it would say the same', async () => {
    const { forge, folder } = await run({ change: WEAKER });
    await runBundle(folder.path, forge.url, { change: WEAKER });
    assert.deepEqual(
      forge.requests.map((each) => each.split(' ')[0]),
      ['GET', 'POST', 'GET'],
    );
  });

  it('brings its own comment up to date, on whichever page, and touches nobody else’s', async () => {
    const others = Array.from({ length: 120 }, (_, index) => ({
      id: index + 1,
      body: index === 3 ? `${MARKER} copied by a person` : 'A remark',
      user: { type: 'User' as const },
    }));
    const own = { id: 500, body: `${MARKER}\nold`, user: { type: 'Bot' as const } };
    const { forge } = await run({ change: {} }, { comments: [...others, own] });
    assert.equal(forge.comments.length, 121);
    assert.deepEqual(forge.comments.slice(0, 120), others);
    assert.match(forge.comments[120]?.body ?? '', /ISMS impact: none/);
  });

  it('keeps a comment for each folder that it is run for', async () => {
    const change = Object.fromEntries(
      ['group', 'unit'].flatMap((folder) =>
        Object.entries(ISMS).map(([name, text]) => [`${folder}/${name}`, text] as const),
      ),
    );
    const scenario = (folder: string): Scenario => ({ change, inputs: { 'WORKING-DIRECTORY': folder } });
    const { forge, folder, outputs } = await run(scenario('group'));
    const other = await runBundle(folder.path, forge.url, scenario('unit'));
    assert.deepEqual(
      forge.comments.map(({ body }) => body.split('\n', 1)[0]),
      ['<!-- isms:impact:v1 group -->', '<!-- isms:impact:v1 unit -->'],
    );
    assert.match(other.stdout, /^::\w+ file=unit\//m);
    assert.notEqual(outputs['json-file'], other.outputs['json-file']);
  });

  it('shows what a hostile policy says, and lets it call nobody and draw nothing', async () => {
    const hostile =
      'The owner should ask @harbour/security about #12 </td></table><img src=x onerror=alert(1)> `<script>` <!-- [a](javascript:b) ##vso[task.complete].';
    const policy = ISMS['access.md']
      .replace('title: Access', 'title: "@harbour/owners <img src=y> | --> Access"')
      .replace('The owner of a system must approve each access.', hostile);
    const { summary, forge, stdout } = await run({ change: { 'access.md': policy } });
    const comment = forge.comments[0]?.body ?? '';
    assert.equal(forge.comments.length, 1);
    for (const text of [summary, comment]) {
      assert.match(text, /src=x onerror=alert/);
      const prose = text.replace(/`[^`\n]*`/g, '');
      assert.doesNotMatch(prose, /(^|[^\w/.])@\w/);
      assert.doesNotMatch(prose, /#\d/);
      const html = micromark(text, RAW);
      assert.doesNotMatch(html, /<(?:img|script)|href="javascript:/);
      assert.equal(html.match(/<table>/g)?.length, html.match(/<\/table>/g)?.length);
    }
    assert.equal(micromark(comment, RAW).match(/<!--/g)?.length, 1);
    for (const text of [summary, comment, stdout]) assert.doesNotMatch(text, /##vso\[/);
  });

  it('warns and passes where the token may not write', async () => {
    const { code, stdout, summary } = await run({ change: WEAKER }, { readOnly: true });
    assert.equal(code, 0);
    assert.match(stdout, /^::warning::The comment could not be written: 403 /m);
    assert.match(summary, /should/);
  });

  it('does not even try to comment from a fork', async () => {
    const { forge } = await run({ change: WEAKER, fork: true }, { readOnly: true });
    assert.deepEqual(forge.requests, []);
  });

  it('hands all findings of a public repository to code scanning, the old ones too', async () => {
    const { forge, stdout } = await run({ public: true, event: 'push', inputs: { SARIF: 'auto' } });
    assert.equal(forge.uploads.length, 1, stdout);
    const refused = await run({ public: true, event: 'push' }, { noCodeScanning: true });
    assert.equal(refused.code, 0);
    assert.match(refused.stdout, /^::warning::The findings could not be handed to code scanning: 403 /m);
  });

  it('says which line to add where the base is not in the clone', async () => {
    const { code, stdout } = await run({ inputs: { BASE: 'v9.9.9' } });
    assert.equal(code, 1);
    assert.match(stdout, /^::error::there is no revision "v9\.9\.9"[^\n]*fetch-depth/m);
  });

  it('refuses an input that it does not know, with the words that it takes', async () => {
    const { code, stdout } = await run({ inputs: { COMMENT: 'sometimes' } });
    assert.equal(code, 1);
    assert.match(stdout, /^::error::The input "comment" cannot be "sometimes"; it is one of auto, always/m);
  });
});
