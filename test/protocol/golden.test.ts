import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkByEngine, goldenCases } from '../harness/golden';
import { connect } from '../harness/lspClient';
import { startOverStdio } from '../harness/transports';

interface Shown {
  readonly file: string;
  readonly ruleId: string;
  readonly message: string;
  readonly range: unknown;
}

describe('the golden corpus through the built language server', () => {
  for (const { name, folder } of goldenCases()) {
    it(`${name}: the same findings as the engine's, at the same places`, async () => {
      const uri = pathToFileURL(folder).href;
      const server = startOverStdio();
      const client = await connect(server, { workspaceFolders: [{ uri, name }] });
      await client.rescan();
      const shown = [...new Set(client.published.map((each) => each.uri))].flatMap((each): Shown[] => {
        const file = fileURLToPath(each)
          .slice(folder.replace(/\/$/, '').length + 1)
          .replaceAll('\\', '/');
        return client.diagnostics(each).map(({ code, message, range }) => ({
          file,
          ruleId: String(code),
          message: String(message),
          range,
        }));
      });
      const expected = checkByEngine(folder).findings.map(({ file, ruleId, message, range }): Shown => ({
        file,
        ruleId,
        message,
        range,
      }));
      assert.deepEqual(shown.map(line).sort(), expected.map(line).sort());
      await client.quit();
    });
  }
});

function line({ file, ruleId, message, range }: Shown): string {
  return `${file} ${ruleId} ${JSON.stringify(range)} ${message}`;
}
