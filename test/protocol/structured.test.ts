import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFolder, QUIET } from './setup';

interface Carrier {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** Where the control of the second row stands, and where an id could be completed. */
  readonly id: { readonly line: number; readonly character: number };
  readonly cursor: { readonly line: number; readonly character: number };
}

const CARRIERS: readonly Carrier[] = [
  {
    name: 'CSV',
    file: 'soa.csv',
    text: 'Control,Applicable,Justification,Status\nA.5.1,Yes,Contract of the port,Implemented\nA.5.15,Yes,Contract of the port,\nA.5.,,,\n',
    id: { line: 2, character: 2 },
    cursor: { line: 3, character: 4 },
  },
  {
    name: 'YAML',
    file: 'soa.yaml',
    text: '- id: A.5.1\n  applicable: yes\n  justification: Contract of the port\n  status: Implemented\n- id: A.5.15\n  applicable: yes\n  justification: Contract of the port\n  status:\n- id: \n',
    id: { line: 4, character: 8 },
    cursor: { line: 8, character: 6 },
  },
  {
    name: 'JSON',
    file: 'soa.json',
    text: '[\n  { "id": "A.5.1", "applicable": "yes", "justification": "Contract of the port", "status": "Implemented" },\n  { "id": "A.5.15", "applicable": "yes", "justification": "Contract of the port", "status": "" },\n  { "id": "A.5." }\n]\n',
    id: { line: 2, character: 12 },
    cursor: { line: 3, character: 15 },
  },
];

describe('an SoA that is no Markdown', () => {
  for (const { name, file, text, id, cursor } of CARRIERS)
    it(`has findings, hovers, completion and fixes in ${name}`, async () => {
      const { client, at } = await openFolder({ 'isms.yaml': `${QUIET}soa: ${file}\n`, [file]: text });
      const uri = at(file);
      client.open(uri, text);
      await client.rescan();
      const diagnostics = client.diagnostics(uri);
      const missing = diagnostics.find(({ code }) => code === 'soa/missing-status');
      assert.ok(missing !== undefined, JSON.stringify(diagnostics.map(({ code }) => code)));
      const hover = await client.hover(uri, id);
      assert.match(JSON.stringify(hover), /A\.5\.15 Access control/);
      const offers = await client.complete(uri, cursor);
      assert.ok(
        offers.some(({ label }) => label.startsWith('A.5.2 ')),
        JSON.stringify(offers.slice(0, 3)),
      );
      const actions = await client.actions(uri, missing.range);
      assert.ok(
        actions.some(({ title }) => title === 'Set to Implemented'),
        JSON.stringify(actions.map(({ title }) => title)),
      );
    });
});
