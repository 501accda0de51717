import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { statusView, type StatusView } from '../../client/src/statusView';
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

/** In English, as the editor translates where it has no bundle. */
function view(told: StatusParams, documentUri: string): StatusView | undefined {
  return statusView(told, documentUri, (text, ...values) =>
    text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)])),
  );
}

describe('status items', () => {
  it('tell coverage and the gravest problems', () => {
    assert.deepEqual(view(status(acme), 'file:///isms/policies/access.md'), {
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
      const shown = view(status({ ...acme, ...counts }), 'file:///isms/a.md');
      assert.equal(shown?.text, `ISMS: 90 of 93 controls mapped, ${text}`);
      assert.equal(shown?.severity, severity);
    });
  }

  it('are busy while files are read', () => {
    assert.equal(view({ workspaces: [acme], ready: false }, 'file:///isms/a.md')?.busy, true);
  });

  it('are hidden where there is nothing of an ISMS, and in files outside of it', () => {
    assert.equal(view(status(), 'file:///isms/a.md'), undefined);
    assert.equal(view(status(acme), 'file:///isms-2/a.md'), undefined);
    assert.equal(view(status(acme), 'untitled:Untitled-1'), undefined);
  });

  it('belong to the innermost of nested roots', () => {
    const inner = { ...acme, uri: 'file:///isms/subsidiary', documents: 1 };
    const both = status(acme, inner);
    assert.equal(view(both, 'file:///isms/subsidiary/a.md')?.documents, 'ISMS: 1 document');
    assert.equal(view(both, 'file:///isms/subsidiaries.md')?.documents, 'ISMS: 21 documents');
  });

  it('know a root that ends with a slash, as virtual workspaces have it', () => {
    const root = { ...acme, uri: 'vscode-test-web://mount/' };
    assert.ok(view(status(root), 'vscode-test-web://mount/a.md'));
  });
});
