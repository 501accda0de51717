import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { temporaryWorkspace } from '../harness/cli';

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly { readonly name: string; readonly message: string }[];
  readonly notes: readonly string[];
}

type RunNodeTests = (files: readonly string[], options?: { processes?: number }) => Promise<Result>;

async function runner(): Promise<RunNodeTests> {
  const module: unknown = await import(new URL('../run/nodeTests.mjs', import.meta.url).href);
  return (module as { runNodeTests: RunNodeTests }).runNodeTests;
}

const HEAD = "import { describe, it, test } from 'node:test';\nimport assert from 'node:assert/strict';\n";

/** What the runner makes of test files with these texts. */
async function results(...texts: readonly string[]): Promise<Result> {
  const workspace = temporaryWorkspace();
  texts.forEach((text, index) => workspace.write(`t${index}.test.mjs`, HEAD + text));
  return (await runner())(texts.map((_, index) => workspace.path(`t${index}.test.mjs`)));
}

describe('the test runner', () => {
  it('counts tests and not suites', async () => {
    const { passed, failed, skipped, notes } = await results(
      "describe('s', () => { it('a', () => {}); describe('t', () => { it('b', () => {}); it('c', { skip: 'no disk' }, () => {}); }); });",
      "test('d', () => {});",
    );
    assert.deepEqual([passed, failed, skipped], [3, 0, 1]);
    assert.deepEqual(notes, ['skipped s › t › c: no disk']);
  });

  it('names a failing test once, with its message', async () => {
    const { passed, failed, failures } = await results(
      "describe('s', () => { it('good', () => {}); it('bad', () => assert.equal(1, 2)); });",
    );
    assert.deepEqual([passed, failed], [1, 1]);
    assert.match(failures[0]?.name ?? '', /^s › bad \(.*t0\.test\.mjs\)$/);
    assert.match(failures[0]?.message ?? '', /1 !== 2/);
  });

  const broken: readonly (readonly [name: string, text: string, message: RegExp])[] = [
    ['a file that cannot be loaded', "throw new Error('at load');", /at load/],
    ['a suite whose body throws', "describe('s', () => { throw new Error('in suite'); });", /in suite/],
    [
      'a hook that throws',
      "import { before } from 'node:test'; describe('s', () => { before(() => { throw new Error('in hook'); }); it('a', () => {}); });",
      /in hook/,
    ],
    [
      'a process that ends early',
      "it('a', async () => { process.exit(0); });",
      /ended with exit code 0 after 0 tests/,
    ],
    [
      'a process that dies',
      "it('a', () => {}); it('b', () => process.kill(process.pid, 'SIGKILL'));",
      /ended with SIGKILL/,
    ],
    [
      'an error that nobody catches',
      "it('a', async () => { setTimeout(() => { throw new Error('late'); }, 1); await new Promise((r) => setTimeout(r, 50)); });",
      /late/,
    ],
    ['a file without tests', '', /ended with exit code 0 after 0 tests/],
  ];
  for (const [name, text, message] of broken) {
    it(`fails on ${name}`, async () => {
      const { failed, failures } = await results(text);
      assert.ok(failed >= 1);
      assert.match(failures.map((failure) => failure.message).join('\n'), message);
    });
  }

  it('fails where there is nothing to run', async () => {
    assert.equal((await (await runner())([])).failed, 1);
  });
});
