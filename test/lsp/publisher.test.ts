import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { createPublisher, type FileDiagnostics } from '../../server/src/lsp/publisher';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function file(uri: string, messages: readonly string[], version: number | null = null): FileDiagnostics {
  return { uri, version, diagnostics: messages.map((message): Diagnostic => ({ range, message })) };
}

function recorded() {
  const sent: string[] = [];
  const publisher = createPublisher(({ uri, version, diagnostics }) =>
    sent.push(`${uri}@${version ?? '-'} ${diagnostics.map((each) => each.message).join('+')}`),
  );
  return { publisher, take: () => sent.splice(0) };
}

describe('the publisher', () => {
  it('sends what changed and nothing twice', () => {
    const { publisher, take } = recorded();
    publisher.publish('r', [file('f:///a', ['x'], 1), file('f:///b', [])]);
    assert.deepEqual(take(), ['f:///a@1 x']);
    publisher.publish('r', [file('f:///a', ['x'], 2), file('f:///b', ['y'])]);
    assert.deepEqual(take(), ['f:///b@- y']);
  });

  it('clears files that have nothing any more, and those that are gone', () => {
    const { publisher, take } = recorded();
    publisher.publish('r', [file('f:///a', ['x']), file('f:///b', ['y'])]);
    take();
    publisher.publish('r', [file('f:///a', [])]);
    assert.deepEqual(take().sort(), ['f:///a@- ', 'f:///b@- ']);
    publisher.publish('r', []);
    assert.deepEqual(take(), []);
  });

  it('keeps the roots apart', () => {
    const { publisher, take } = recorded();
    publisher.publish('r', [file('f:///a', ['x'])]);
    publisher.publish('s', [file('f:///b', ['y'])]);
    take();
    publisher.clear('r');
    assert.deepEqual(take(), ['f:///a@- ']);
  });

  it('a file that another root took over stays', () => {
    const { publisher, take } = recorded();
    publisher.publish('r', [file('f:///sub/a', ['x'])]);
    publisher.publish('s', [file('f:///sub/a', ['x'])]);
    take();
    publisher.publish('r', []);
    assert.deepEqual(take(), []);
  });

  it('leaves files alone that are not asked for', () => {
    const { publisher, take } = recorded();
    publisher.publish('r', [file('f:///a', ['x']), file('f:///b', ['y']), file('f:///c', ['z'])]);
    take();
    publisher.update('r', [file('f:///a', ['x2'])]);
    assert.deepEqual(take(), ['f:///a@- x2']);
    publisher.publish('r', [file('f:///a', ['x2']), file('f:///b', ['y2'])]);
    assert.deepEqual(take().sort(), ['f:///b@- y2', 'f:///c@- ']);
  });

  it('moves findings where the editor spells the URI otherwise', () => {
    const { publisher, take } = recorded();
    publisher.publish('r', [file('file:///c%3A/a', ['x'])]);
    take();
    publisher.publish('r', [file('file:///C:/a', ['x'], 3)]);
    assert.deepEqual(take(), ['file:///c%3A/a@- ', 'file:///C:/a@3 x']);
  });
});
