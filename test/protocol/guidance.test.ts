import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CLIENT_COMMANDS,
  type ControlChoice,
  type ProtocolEdit,
  type RecordApprovalResult,
} from '../../server/src/lsp/protocol';
import { TODAY } from '../harness/lspClient';
import { openFolder, policy, QUIET, soa, soaRow } from './setup';

const FILES = {
  'isms.yaml': QUIET,
  'p.md': policy('A.5.15'),
  'soa.md': soa(soaRow('A.5.15')),
};
const OURS = { initializationOptions: { today: TODAY, commandLinks: true } };
/** Within the id of `policy('A.5.15')`. */
const ON_THE_ID = { line: 4, character: 6 };

describe('the guidance of the server', () => {
  it('answers isms/card with the state of the ISMS of the document', async () => {
    const { client, at } = await openFolder(FILES);
    const { connection } = client.server;
    await client.rescan();
    const card = await connection.sendRequest<string>('isms/card', { id: '5.15', uri: at('p.md') });
    assert.match(card, /^# A\.5\.15 Access control\n/);
    assert.match(card, /\n## In this ISMS\n\n- Documents: \[Policy\]\(file:.*p\.md#L5,6\)/);
    assert.equal(await connection.sendRequest('isms/card', { id: 'A.5.99' }), null);
    const choices = await connection.sendRequest<ControlChoice[]>('isms/controls');
    assert.equal(choices.length, 93);
  });

  it('answers isms/inspect with what was understood of a file, and links to its places', async () => {
    const { client, at } = await openFolder({ ...FILES, 'notes.md': '# Notes\n' });
    const { connection } = client.server;
    await client.rescan();
    const ask = (uri: string): Promise<string | null> => connection.sendRequest('isms/inspect', { uri });
    assert.match(
      (await ask(at('p.md'))) ?? '',
      /\| A\.5\.15 \| Access control \| front matter, \[line 5\]\(file:.*p\.md#L5,6\)/,
    );
    assert.match((await ask(at('notes.md'))) ?? '', /No document of the ISMS/);
    assert.equal(await ask(at('none.md')), null);
  });

  it('ends a hover with links to commands for our client alone', async () => {
    const ours = await openFolder(FILES, OURS);
    await ours.client.rescan();
    const hover = await ours.client.hover(ours.at('p.md'), ON_THE_ID);
    assert.ok(Array.isArray(hover?.contents));
    const line = String(hover.contents[1]);
    assert.match(line, /^\[Full card\]\(command:ismsPolicy\.showCard\?[^)]+\) · /);
    const [, args = ''] = /showCard\?([^)]+)\)/.exec(line) ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(args)), ['A.5.15', ours.at('p.md')]);
    const others = await openFolder(FILES);
    await others.client.rescan();
    const plain = await others.client.hover(others.at('p.md'), ON_THE_ID);
    assert.doesNotMatch(JSON.stringify(plain), /command:/);
  });

  it('answers with the edits that record an approval, and with who is named now', async () => {
    const { client, at } = await openFolder({ ...FILES, 'plain.md': '# Plain\n' }, OURS);
    const { connection } = client.server;
    await client.rescan();
    const ask = (params: object): Promise<RecordApprovalResult | null> =>
      connection.sendRequest('isms/recordApproval', params);
    const known = await ask({ uri: at('p.md') });
    const recorded = await ask({ uri: at('p.md'), approver: 'Board of Example' });
    assert.equal(await ask({ uri: at('plain.md') }), null);
    const text = recorded?.edits.map(({ newText }) => newText).join('|') ?? '';
    assert.match(text, new RegExp(TODAY));
    assert.match(text, /v1-[0-9a-f]{20}/);
    assert.match(text, /Board of Example/);
    assert.doesNotMatch(JSON.stringify(known?.edits), /Board of Example/);
  });

  it('answers with the edits that insert wording and add a control', async () => {
    const { client, at } = await openFolder(FILES, OURS);
    const { connection } = client.server;
    await client.rescan();
    const ask = (method: string, params: object): Promise<ProtocolEdit[] | null> =>
      connection.sendRequest(method, params);
    const added = await ask('isms/addControl', { uri: at('p.md'), id: 'A.5.16' });
    assert.deepEqual(
      added?.map(({ newText }) => newText),
      ['\n  - "A.5.16"'],
    );
    assert.equal(await ask('isms/addControl', { uri: at('p.md'), id: 'A.5.99' }), null);
    const sentences = await connection.sendRequest<string[]>('isms/wording', { id: 'A.5.15' });
    assert.ok(sentences.length >= 2);
    const position = { line: 7, character: 0 };
    const edits = await ask('isms/insertWording', { uri: at('p.md'), position, sentences: ['One.'] });
    assert.deepEqual(
      edits?.map(({ newText }) => newText),
      ['\n\n- One.'],
    );
    assert.equal(await ask('isms/insertWording', { uri: at('none.md'), position, sentences }), null);
  });

  it('offers the wording of the control at the cursor, to our client alone', async () => {
    const range = { start: ON_THE_ID, end: ON_THE_ID };
    const ours = await openFolder(FILES, OURS);
    await ours.client.rescan();
    const offered = (await ours.client.actions(ours.at('p.md'), range)).filter(
      ({ kind }) => kind === 'refactor.insertWording',
    );
    assert.deepEqual(
      offered.map(({ title, command }) => [title, command?.command, command?.arguments]),
      [
        [
          'Insert wording for A.5.15 Access control…',
          CLIENT_COMMANDS.wording,
          ['A.5.15', ours.at('p.md'), ON_THE_ID],
        ],
      ],
    );
    const others = await openFolder(FILES);
    await others.client.rescan();
    assert.deepEqual(await others.client.actions(others.at('p.md'), range), []);
  });
});
