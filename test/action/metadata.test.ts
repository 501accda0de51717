import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

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

  it('is told of in full by the documentation', () => {
    const page = readFileSync(new URL('../../docs/pull-requests.md', import.meta.url), 'utf8');
    const described = [...text.matchAll(/^ {2}([a-z-]+):\n {4}description: (.+)$/gm)];
    assert.deepEqual(
      described.map(([, name]) => name),
      [...keysOf('inputs'), ...keysOf('outputs')],
    );
    for (const [, name, description] of described)
      assert.ok(page.includes(`\n| \`${name}\` | ${description} |\n`), name);
  });

  /** The names below a key of the top level. */
  function keysOf(key: string): string[] {
    const block = new RegExp(`^${key}:\\n((?: .*\\n)+)`, 'm').exec(text)?.[1] ?? '';
    return [...block.matchAll(/^ {2}([a-z-]+):/gm)].map(([, name = '']) => name);
  }
});
