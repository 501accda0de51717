import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loaded } from '../harness/project';

const BASELINE = 'mapping/unknown-control a.md A.5.99\n';
const POLICY = '---\ntitle: A\ncontrols: ["A.5.99"]\n---\n';

describe('the baseline of a project', () => {
  it('is read from the root, and read anew when it comes, changes and goes', async () => {
    const { files, project } = await loaded({ 'a.md': POLICY, '.isms-baseline': BASELINE });
    assert.equal(project.isms().baseline?.entries.length, 1);
    files.write('.isms-baseline', `${BASELINE}${BASELINE}`);
    await project.refresh(['.isms-baseline']);
    assert.equal(project.isms().baseline?.entries.length, 2);
    files.remove('.isms-baseline');
    await project.refresh(['.isms-baseline']);
    assert.equal(project.isms().baseline, undefined);
    files.write('.isms-baseline', BASELINE);
    await project.refresh(['.isms-baseline']);
    assert.equal(project.isms().baseline?.entries[0]?.rule, 'mapping/unknown-control');
  });

  it('is that of the root alone', async () => {
    const { project } = await loaded({ 'a.md': POLICY, 'policies/.isms-baseline': BASELINE });
    assert.equal(project.isms().baseline, undefined);
  });
});
