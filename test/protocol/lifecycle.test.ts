import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorCodes, type ResponseError } from 'vscode-languageserver-protocol/node';
import { connect } from '../harness/lspClient';
import { startOverStdio } from '../harness/transports';
import { openFolder, policy, QUIET } from './setup';

const FILES = { 'isms.yaml': QUIET, 'a.md': policy('A.5.99') };

function failsWith(code: number): (error: ResponseError) => boolean {
  return (error) => error.code === code;
}

describe('the life of a server', () => {
  it('ends with 0 after shutdown, and refuses requests until exit', async () => {
    const { client, at } = await openFolder(FILES);
    const { connection } = client.server;
    await connection.sendRequest('shutdown');
    await assert.rejects(
      client.hover(at('a.md'), { line: 0, character: 0 }),
      failsWith(ErrorCodes.InvalidRequest),
    );
    await connection.sendNotification('exit');
    assert.equal(await client.server.ended, 0);
  });

  it('ends with 1 where nobody said shutdown', async () => {
    const { client } = await openFolder(FILES);
    await client.server.connection.sendNotification('exit');
    assert.equal(await client.server.ended, 1);
  });

  it('ends where its editor is gone', async () => {
    const server = startOverStdio();
    const client = await connect(server, {});
    await client.rescan();
    server.connection.end();
    assert.equal(await server.ended, 1);
  });

  it('refuses requests before initialize', async () => {
    const server = startOverStdio();
    const hover = server.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: 'file:///a.md' },
      position: { line: 0, character: 0 },
    });
    await assert.rejects(hover, failsWith(ErrorCodes.ServerNotInitialized));
    server.kill();
  });

  it('starts without a folder and without options', async () => {
    const server = startOverStdio();
    const client = await connect(server, { initializationOptions: undefined, capabilities: {} });
    await client.rescan();
    assert.deepEqual([client.published, client.statuses, client.logged], [[], [], []]);
    assert.equal(await client.quit(), 0);
  });
});

describe('a server that is asked nonsense', () => {
  it('knows that it does not know a request', async () => {
    const { client } = await openFolder(FILES);
    await assert.rejects(
      client.server.connection.sendRequest('textDocument/nonsense', {}),
      failsWith(ErrorCodes.MethodNotFound),
    );
  });

  it('answers a request without its parameters with nothing, logs it, and goes on', async () => {
    const { client, at } = await openFolder(FILES);
    await client.hasRules(at('a.md'), ['mapping/unknown-control']);
    const { connection } = client.server;
    assert.equal(await connection.sendRequest('textDocument/hover', {}), null);
    assert.deepEqual(
      await connection.sendRequest('textDocument/codeAction', { textDocument: { uri: at('a.md') } }),
      [],
    );
    assert.deepEqual(await connection.sendRequest('textDocument/completion', { position: 7 }), {
      isIncomplete: false,
      items: [],
    });
    assert.equal(client.logged.length, 3);
    assert.match(client.logged[0] ?? '', /^textDocument\/hover: TypeError/);
    assert.notEqual(await client.hover(at('a.md'), { line: 3, character: 0 }), undefined);
  });

  it('answers for files that do not exist and positions that are nowhere', async () => {
    const { client, at } = await openFolder(FILES);
    const range = { start: { line: 999, character: 9 }, end: { line: 999, character: 9 } };
    assert.equal(await client.hover(at('nowhere.md'), range.start), null);
    assert.equal(await client.hover(at('a.md'), range.start), null);
    assert.deepEqual(await client.complete(at('a.md'), range.start), []);
    assert.deepEqual(await client.actions(at('a.md'), range), []);
    assert.equal(await client.hover('not a uri at all %%%', range.start), null);
    assert.deepEqual(client.logged, []);
  });

  it('goes on after a message that is no JSON', async () => {
    const { client, at } = await openFolder(FILES);
    await client.rescan();
    client.server.write?.('Content-Length: 9\r\n\r\n{ broken ');
    assert.notEqual(await client.hover(at('a.md'), { line: 4, character: 6 }), undefined);
  });

  it('goes on after notifications that make no sense', async () => {
    const { client, at } = await openFolder(FILES);
    const { connection } = client.server;
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: at('a.md'), version: 3 },
      contentChanges: [{ text: 'x' }],
    });
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: at('b.md') } });
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///elsewhere/x.md', type: 1 }],
    });
    await connection.sendNotification('workspace/didChangeWatchedFiles', {});
    await client.rescan();
    assert.deepEqual(client.rules(at('a.md')), ['mapping/unknown-control']);
  });
});
