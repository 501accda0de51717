import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createNodeFileSystem } from '../../server/src/host/nodeFileSystem';
import { createProject } from '../../server/src/workspace/project';
import { engine, TODAY } from '../harness/engine';
import { goldenCases } from '../harness/golden';

const ACME = fileURLToPath(new URL('../../examples/acme', import.meta.url));

describe('a check of one file finds what the check of all files finds there', () => {
  for (const { name, folder } of [...goldenCases(), { name: 'acme', folder: ACME }])
    it(name, async () => {
      const project = createProject({
        engine,
        fileSystem: createNodeFileSystem(folder),
        baseline: 'none',
      });
      await project.load();
      const isms = project.isms();
      const whole = engine.check(isms, { today: TODAY });
      for (const { path } of isms.documents) {
        const own = engine.check(isms, { today: TODAY, asks: (each) => each === path });
        const there = (place: { readonly path: string }): boolean => place.path === path;
        assert.deepEqual(own.findings.filter(there), whole.findings.filter(there), path);
        assert.deepEqual(
          own.suppressed.filter(({ finding }) => there(finding)),
          whole.suppressed.filter(({ finding }) => there(finding)),
          path,
        );
      }
    });
});
