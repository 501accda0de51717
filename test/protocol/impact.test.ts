import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import type { ImpactResult } from '../../server/src/lsp/protocol';
import { TODAY } from '../harness/lspClient';
import { openFolder, policy, QUIET, soa, soaRow, type Editor } from './setup';

const FILES = {
  'isms.yaml': QUIET,
  'the policy.md': policy('A.5.15', 'A.8.2'),
  'soa.md': soa(soaRow('A.5.15'), soaRow('A.8.2')),
};

function git({ folder }: Editor, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.example'];
  execFileSync('git', [...identity, ...args], { cwd: fileURLToPath(folder.uri), stdio: 'ignore' });
}

async function editor(params: object = {}): Promise<Editor> {
  const opened = await openFolder(FILES, { initializationOptions: { today: TODAY, ...params } });
  await opened.client.rescan();
  return opened;
}

function ask({ client, at }: Editor): Promise<ImpactResult> {
  return client.server.connection.sendRequest<ImpactResult>('isms/impact', { uri: at('soa.md') });
}

describe('isms/impact', () => {
  it('compares what the editor holds with where the branch left the default branch', async () => {
    const opened = await editor();
    git(opened, 'init', '--quiet', '--initial-branch', 'main');
    git(opened, 'add', '--all');
    git(opened, 'commit', '--quiet', '--message', 'The ISMS');
    git(opened, 'checkout', '--quiet', '-b', 'topic');
    const before = await ask(opened);
    assert.ok('markdown' in before, JSON.stringify(before));
    assert.deepEqual(before.items, []);
    assert.match(before.markdown, /^### ⚪ ISMS impact: none\n/);
    // Unsaved.
    opened.client.open(opened.at('the policy.md'), policy('A.5.15'));
    const after = await ask(opened);
    assert.ok('markdown' in after);
    assert.deepEqual(
      after.items.map(({ id, level, subject, uri }) => [id, level, subject, uri]),
      [['IMP101', 'decision', 'A.8.2', opened.at('the policy.md')]],
    );
    assert.match(after.markdown, /\(file:.*the%20policy\.md#L\d+\)/);
    // A commit on the branch does not make the change part of what it is compared with.
    opened.folder.write('the policy.md', policy('A.5.15'));
    git(opened, 'commit', '--quiet', '--all', '--message', 'Drop A.8.2');
    const committed = await ask(opened);
    assert.deepEqual('items' in committed && committed.items.map(({ id }) => id), ['IMP101']);
  });

  it('says why where there is no repository, and no commit', async () => {
    const opened = await editor();
    assert.deepEqual(await ask(opened), {
      failure: 'There is nothing to compare with: this folder lies in no git repository.',
    });
    git(opened, 'init', '--quiet');
    const answer = await ask(opened);
    assert.match('failure' in answer ? answer.failure : '', /no commit yet/);
  });

  it('says plainly why the web cannot', async () => {
    const opened = await editor({ clientFileSystem: true });
    const answer = await ask(opened);
    assert.match('failure' in answer ? answer.failure : '', /^The web has no git/);
  });
});
