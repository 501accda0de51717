import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { isms, temporaryWorkspace, type TemporaryWorkspace } from '../harness/cli';

interface Annotation {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads workflow commands as GitHub's runner does. */
function annotations(output: string): Annotation[] {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, level = '', list = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? assert.fail(line);
      const pairs = list
        .split(',')
        .map(
          (pair) =>
            [pair.slice(0, pair.indexOf('=')), unescapeProperty(pair.slice(pair.indexOf('=') + 1))] as const,
        );
      return { level, properties: Object.fromEntries(pairs), message: unescapeData(message) };
    });
}

const unescapeData = (text: string): string =>
  text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
const unescapeProperty = (text: string): string =>
  unescapeData(text.replace(/%3A/g, ':').replace(/%2C/g, ','));

async function annotate(workspace: TemporaryWorkspace, ...args: string[]): Promise<Annotation[]> {
  const { stdout } = await isms(
    ['check', '--format', 'github', '--today', '2026-11-22', '--rule', 'soa/missing=off', ...args],
    { cwd: workspace.folder },
  );
  return annotations(stdout);
}

const record = (...controls: string[]): string =>
  `---\ntitle: X\ntype: record\ncontrols: [${controls.map((id) => `"${id}"`).join(', ')}]\n---\n`;

describe('isms check --format github', { concurrency: 2 }, () => {
  it('gives each finding its file, lines, columns, rule and message', async () => {
    const workspace = temporaryWorkspace(`=== a, b: 50 %.md\n${record('A.5.99', 'A.9.2.1', 'A 5.15')}`);
    const found = await annotate(workspace);
    assert.deepEqual(
      found.map(({ level }) => level),
      ['error', 'warning', 'notice'],
    );
    assert.deepEqual(found[0]?.properties, {
      file: 'a, b: 50 %.md',
      line: '4',
      endLine: '4',
      col: '13',
      endColumn: '19',
      title: 'mapping/unknown-control',
    });
    assert.match(found[0].message, /^A\.5\.99 is not a control .* Correct the id/);
  });

  it('leaves out the columns of a range over several lines, which the runner would drop', async () => {
    const workspace = temporaryWorkspace(`=== a.md\n---\ntitle: [x\n  y\n---\n\n(Annex A: A.5.99)\n`);
    for (const { properties } of await annotate(workspace)) {
      assert.equal('col' in properties, properties['line'] === properties['endLine']);
      assert.ok(Number(properties['endLine']) >= Number(properties['line']));
    }
  });

  it('shows ten of a level, the last of which says how many more there are, and where', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `A.5.${60 + index}`);
    const workspace = temporaryWorkspace(
      `=== a.md\n${record(...ids)}\n=== b.md\n${record('A.5.99', 'A.9.2.1')}`,
    );
    const found = await annotate(workspace);
    const errors = found.filter(({ level }) => level === 'error');
    assert.equal(errors.length, 10);
    assert.ok(
      errors.some(({ properties }) => properties['file'] === 'b.md'),
      'one of each file comes before the second of any',
    );
    const last = errors.at(-1);
    assert.match(last?.message ?? '', /^22 more findings .* "isms check \." lists them all\.$/);
    assert.match(last?.properties['file'] ?? '', /^[ab]\.md$/);
    assert.equal(found.filter(({ level }) => level === 'warning').length, 1);
  });

  it('shows exactly ten without a word about more', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `A.5.${60 + index}`);
    const found = await annotate(temporaryWorkspace(`=== a.md\n${record(...ids)}`));
    assert.equal(
      found.filter(({ properties }) => properties['title'] === 'mapping/unknown-control').length,
      10,
    );
  });

  it('prefers information to hints among the notices', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `A 5.${1 + index}`);
    const workspace = temporaryWorkspace(`=== a.md\n${record(...ids, 'A.9.2.1')}`);
    const notices = (await annotate(workspace, '--rule', 'mapping/superseded-control=information')).filter(
      ({ level }) => level === 'notice',
    );
    assert.equal(notices.length, 10);
    assert.ok(notices.some(({ properties }) => properties['title'] === 'mapping/superseded-control'));
  });

  it('names files from the root of the git work tree', async () => {
    const workspace = temporaryWorkspace(`=== isms/policies/a.md\n${record('A.5.99')}`);
    execFileSync('git', ['init', '--quiet', workspace.folder]);
    const { stdout } = await isms(['check', '--format', 'github', '.'], {
      cwd: workspace.path('isms/policies'),
    });
    assert.equal(annotations(stdout)[0]?.properties['file'], 'isms/policies/a.md');
  });
});
