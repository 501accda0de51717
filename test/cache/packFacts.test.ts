import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { packFacts, unpackFacts } from '../../server/src/cli/cache/packFacts';
import { isReadable } from '../../server/src/engine/index/include';
import { engine } from '../harness/engine';
import { goldenCases } from '../harness/golden';

const ACME = fileURLToPath(new URL('../../examples/acme', import.meta.url));

describe('packed facts are the facts', () => {
  for (const { name, folder } of [...goldenCases(), { name: 'acme', folder: ACME }])
    it(name, () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isReadable);
      for (const path of files) {
        const { facts } = engine.read(path, readFileSync(join(folder, path), 'utf8'), undefined);
        const packed = packFacts(facts);
        assert.doesNotMatch(packed, /\n/);
        const unpacked = unpackFacts(packed);
        // Absent and undefined are the same to whoever reads facts.
        assert.deepEqual(JSON.parse(JSON.stringify(unpacked)), JSON.parse(JSON.stringify(facts)), path);
        assert.deepEqual({ ...unpacked, citations: facts.citations }.citations, unpacked.citations);
        assert.equal(unpacked.citations, unpacked.citations);
        assert.equal(packFacts(unpacked), packed);
      }
    });
});
