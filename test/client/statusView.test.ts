import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { statusView } from '../../client/src/statusView';
import type { StatusParams, WorkspaceStatus } from '../../server/src/lsp/protocol';

const acme: WorkspaceStatus = {
  uri: 'file:///isms',
  documents: 21,
  errors: 3,
  warnings: 7,
  information: 1,
  hints: 0,
  controls: { total: 93, mapped: 90, applicable: 91 },
};

function status(...workspaces: WorkspaceStatus[]): StatusParams {
  return { workspaces, ready: true };
}

describe('status items', () => {
  it('tell coverage and the gravest problems', () => {
    assert.deepEqual(statusView(status(acme), 'file:///isms/policies/access.md'), {
      text: 'ISMS: 90 of 93 controls mapped, 3 errors',
      detail: '91 applicable, 7 warnings, 1 note, 0 hints',
      documents: 'ISMS: 21 documents',
      severity: 'error',
      busy: false,
    });
  });

  for (const [counts, text, severity] of [
    [{ errors: 1 }, '1 error', 'error'],
    [{ errors: 0 }, '7 warnings', 'warning'],
    [{ errors: 0, warnings: 1 }, '1 warning', 'warning'],
    [{ errors: 0, warnings: 0 }, 'no errors or warnings', 'information'],
  ] as const) {
    it(`say "${text}"`, () => {
      const view = statusView(status({ ...acme, ...counts }), 'file:///isms/a.md');
      assert.equal(view?.text, `ISMS: 90 of 93 controls mapped, ${text}`);
      assert.equal(view?.severity, severity);
    });
  }

  it('are busy while files are read', () => {
    assert.equal(statusView({ workspaces: [acme], ready: false }, 'file:///isms/a.md')?.busy, true);
  });

  it('are hidden where there is nothing of an ISMS, and in files outside of it', () => {
    assert.equal(statusView(status(), 'file:///isms/a.md'), undefined);
    assert.equal(statusView(status(acme), 'file:///isms-2/a.md'), undefined);
    assert.equal(statusView(status(acme), 'untitled:Untitled-1'), undefined);
  });

  it('belong to the innermost of nested roots', () => {
    const inner = { ...acme, uri: 'file:///isms/subsidiary', documents: 1 };
    const both = status(acme, inner);
    assert.equal(statusView(both, 'file:///isms/subsidiary/a.md')?.documents, 'ISMS: 1 document');
    assert.equal(statusView(both, 'file:///isms/subsidiaries.md')?.documents, 'ISMS: 21 documents');
  });

  it('know a root that ends with a slash, as virtual workspaces have it', () => {
    const root = { ...acme, uri: 'vscode-test-web://mount/' };
    assert.ok(statusView(status(root), 'vscode-test-web://mount/a.md'));
  });
});
