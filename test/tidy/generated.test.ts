import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { generatedFiles } from '../../server/tools/docs/generatedFiles';
import { stalePages } from '../../server/tools/docs/stalePages';
import { catalogData, engine } from '../harness/engine';
import { ROOT, textOf } from './sources';

const HINT = 'run "npm run generate" and commit what it writes';

describe('generated files', () => {
  const sources = {
    catalog: catalogData,
    manifest: textOf('package.json'),
    words: textOf('package.nls.json'),
    readme: textOf('README.md'),
  };
  const files = generatedFiles(sources);

  it('are generated: a page for each rule, tables, schemas', () => {
    for (const rule of engine.rules) assert.ok(files.has(`docs/rules/${rule.id}.md`), rule.id);
    for (const path of [
      'README.md',
      'docs/rules/README.md',
      'docs/configuration.md',
      'docs/schemas/isms.schema.json',
      'docs/schemas/check.schema.json',
    ]) {
      assert.ok(files.has(path), path);
    }
  });

  for (const [path, text] of files) {
    it(`${path} is fresh`, () => {
      assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), `${path} is missing: ${HINT}`);
      assert.ok(textOf(path) === text, `${path} is stale: ${HINT}`);
    });
  }

  it('none is left over from a rule that is gone', () => {
    assert.deepEqual(stalePages(ROOT.replace(/\/$/, ''), files), [], HINT);
  });

  it('generating is a function of its sources', () => {
    assert.deepEqual([...generatedFiles(sources)], [...files]);
  });
});
