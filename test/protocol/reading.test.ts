import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CancellationTokenSource,
  CompletionResolveRequest,
  HoverRequest,
  LSPErrorCodes,
  type CompletionItem,
  type MarkupContent,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { eventually } from '../harness/lspClient';
import { openFolder, policy, QUIET, soa, soaRow } from './setup';

const FILES = {
  'isms.yaml': QUIET,
  'Richtlinien (neu)/Zugänge #1.md': policy('A.5.15'),
  'soa.md': soa(soaRow('A.5.15')),
};
const POLICY = 'Richtlinien (neu)/Zugänge #1.md';

describe('hover', () => {
  it('links to the line and column of each place', async () => {
    const { client, at } = await openFolder(FILES);
    const hover = await client.hover(at(POLICY), { line: 4, character: 7 });
    assert.deepEqual(hover?.range, { start: { line: 4, character: 5 }, end: { line: 4, character: 11 } });
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.ok(value.includes(`(${at('soa.md')}#L3,3)`), value);
    assert.ok(value.includes(`(${at(POLICY)}#L5,6)`), value);
    assert.doesNotMatch(at(POLICY), /[()#ä ]/, 'the address would end the link');
  });

  it('is plain text for an editor that shows no Markdown', async () => {
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext' as const] } } };
    const { client, at } = await openFolder(FILES, { capabilities });
    const hover = await client.hover(at(POLICY), { line: 4, character: 7 });
    assert.equal((hover?.contents as MarkupContent).kind, 'plaintext');
  });

  it('follows what is typed at once', async () => {
    const { client, at } = await openFolder(FILES);
    client.open(at(POLICY), FILES[POLICY]);
    client.edit(at(POLICY), 'A.5.15', 'A.8.24');
    const hover = await client.hover(at(POLICY), { line: 4, character: 7 });
    assert.match((hover?.contents as MarkupContent).value, /^\*\*A\.8\.24 Use of cryptography\*\*/);
  });

  it('can be cancelled', async () => {
    const { client, at } = await openFolder(FILES);
    await client.rescan();
    const params = { textDocument: { uri: at(POLICY) }, position: { line: 4, character: 7 } };
    // An answer may be faster than the cancellation; one of several attempts is not.
    await eventually(async () => {
      const source = new CancellationTokenSource();
      const asked = client.server.connection.sendRequest(HoverRequest.type, params, source.token);
      source.cancel();
      await assert.rejects(
        asked,
        (error: ResponseError) => error.code === (LSPErrorCodes.RequestCancelled as number),
      );
    });
  });
});

describe('completion', () => {
  it('replaces the half-typed word, and documents itself when it is looked at', async () => {
    const { client, at } = await openFolder(FILES);
    client.open(at(POLICY), FILES[POLICY]);
    client.edit(at(POLICY), '"A.5.15"', '"A.8."');
    const items = await client.complete(at(POLICY), { line: 4, character: 9 });
    const item = items.find((each) => each.label.startsWith('A.8.24 '));
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 4, character: 5 }, end: { line: 4, character: 9 } },
      newText: 'A.8.24',
    });
    assert.equal(item.documentation, undefined);
    const resolved: CompletionItem = await client.server.connection.sendRequest(
      CompletionResolveRequest.type,
      item,
    );
    assert.match((resolved.documentation as MarkupContent).value, /\n\n1\. .+\n2\. .+\n3\. /);
    assert.deepEqual(client.result.capabilities.completionProvider?.resolveProvider, true);
  });

  it('resolves what it did not offer to itself', async () => {
    const { client } = await openFolder(FILES);
    for (const item of [{ label: 'x' }, { label: 'x', data: 7 }, { label: 'x', data: { control: 'A.5.99' } }])
      assert.deepEqual(await client.server.connection.sendRequest(CompletionResolveRequest.type, item), item);
  });

  it('offers controls in an SoA row', async () => {
    const { client, at } = await openFolder(FILES);
    const text = soa(soaRow('A.5.15'), '| A.5.1 |');
    client.open(at('soa.md'), text);
    const items = await client.complete(at('soa.md'), { line: 3, character: 7 });
    assert.equal(items.length, 92);
    assert.ok(items.every((item) => /^[A-Z]/.test(item.filterText ?? '') && item.sortText !== undefined));
  });
});
