import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createTemporaryFolder, type TemporaryFolder } from '../harness/temporaryFolder';
import { startStandIn, type StandIn, type StandInRules } from './standIn';

const BUNDLE = fileURLToPath(new URL('../../dist/action.js', import.meta.url));
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

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

interface Scenario {
  /** What the change does: the files after it, by path. */
  readonly change?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly fork?: boolean;
  readonly public?: boolean;
  readonly event?: 'pull_request' | 'push';
}

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

describe('action.yml', () => {
  const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');

  it('declares the inputs that the action reads, and no others', () => {
    const source = ['inputs.ts', 'main.ts']
      .map((name) => readFileSync(new URL(`../../server/src/action/${name}`, import.meta.url), 'utf8'))
      .join('\n');
    const read = [...source.matchAll(/(?:read|optional|oneOf|getInput)\(\s*'([a-z-]+)'/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual(keysOf('inputs').sort(), [...new Set(read)].sort());
  });

  it('declares the outputs that the action sets, and no others', () => {
    const source = readFileSync(new URL('../../server/src/action/run.ts', import.meta.url), 'utf8');
    const set = [...source.matchAll(/\['([a-z-]+)', /g)].map(([, name]) => name);
    assert.deepEqual(keysOf('outputs').sort(), set.sort());
  });

  /** The names below a key of the top level. */
  function keysOf(key: string): string[] {
    const block = new RegExp(`^${key}:\\n((?: .*\\n)+)`, 'm').exec(text)?.[1] ?? '';
    return [...block.matchAll(/^ {2}([a-z-]+):/gm)].map(([, name = '']) => name);
  }
});

function git(cwd: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@harbour.example'];
  execFileSync('git', [...identity, '-c', 'init.defaultBranch=main', ...args], { cwd, stdio: 'ignore' });
}

/** A base, and a merge commit whose first parent it is. */
function commitChange(cwd: string, change: Readonly<Record<string, string>>): void {
  git(cwd, 'init');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--message', 'base');
  git(cwd, 'checkout', '--quiet', '-b', 'change');
  for (const [path, content] of Object.entries(change)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--allow-empty', '--message', 'change');
  git(cwd, 'checkout', '--quiet', 'main');
  git(cwd, 'merge', '--no-ff', '--message', 'merge', 'change');
}

async function runBundle(cwd: string, apiUrl: string, scenario: Scenario): Promise<Ran> {
  const files = createTemporaryFolder({ 'summary.md': '', outputs: '', 'event.json': eventOf(scenario) });
  const child = spawn(process.execPath, [BUNDLE], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: cwd,
      GITHUB_API_URL: apiUrl,
      GITHUB_REPOSITORY: 'harbour/isms',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_EVENT_PATH: join(files.path, 'event.json'),
      GITHUB_STEP_SUMMARY: join(files.path, 'summary.md'),
      GITHUB_OUTPUT: join(files.path, 'outputs'),
      RUNNER_TEMP: files.path,
      INPUT_TOKEN: 'a token',
      INPUT_TODAY: '2026-11-22',
      INPUT_SARIF: 'auto',
      ...Object.fromEntries(
        Object.entries(scenario.inputs ?? {}).map(([name, value]) => [`INPUT_${name}`, value]),
      ),
    },
  });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? -1)));
  const read = (name: string): string => readFileSync(join(files.path, name), 'utf8');
  return { code, stdout, summary: read('summary.md'), outputs: outputsIn(read('outputs')) };
}

function eventOf({ fork = false, public: isPublic = false, event = 'pull_request' }: Scenario): string {
  const repository = {
    full_name: 'harbour/isms',
    private: !isPublic,
    visibility: isPublic ? 'public' : 'private',
  };
  if (event === 'push') return JSON.stringify({ repository });
  const head = { sha: 'b'.repeat(40), repo: { full_name: fork ? 'somebody/isms' : 'harbour/isms' } };
  return JSON.stringify({ repository, pull_request: { number: 7, base: { sha: 'c'.repeat(40) }, head } });
}

/** `name<<delimiter`, the value, the delimiter: how outputs are written. */
function outputsIn(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(\S+)\r?\n([^]*?)\r?\n\2\r?$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value] as const)) as Record<
    string,
    string
  >;
}
