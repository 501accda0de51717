import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('docs/highlighting.md', () => {
  it('lists the scopes of the grammars, all of them and no others', () => {
    const grammars = readdirSync(`${root}syntaxes`).map((file) =>
      readFileSync(`${root}syntaxes/${file}`, 'utf8'),
    );
    const page = readFileSync(`${root}docs/highlighting.md`, 'utf8');
    assert.deepEqual(scopes(page), scopes(grammars.join('\n')));
  });
});

function scopes(text: string): string[] {
  return [...new Set([...text.matchAll(/[a-z][\w.-]*\.isms(?![\w.])/g)].map(([scope]) => scope))].sort();
}
