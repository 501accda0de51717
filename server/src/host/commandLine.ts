import { setImmediate } from 'node:timers/promises';
import { createNodeFileSystem } from './nodeFileSystem';
import { PRODUCT, RULE_BASE_HREF } from './product';
import { localToday } from './today';
import { withPauses } from '../cli/pausing';
import type { Host } from '../cli/program';
import type { Terminal } from '../cli/terminal';

/** What Node.js gives to the program: this process's streams, files and git. */
export function createNodeHost(): Host {
  return {
    terminal: nodeTerminal(),
    product: PRODUCT,
    ruleBaseHref: RULE_BASE_HREF,
    loadCatalog: async () => (await import('./catalogData')).catalogData,
    loadCrosswalks: async () => (await import('./crosswalkData')).loadCrosswalks(),
    fileSystemAt: (folder) => withPauses(createNodeFileSystem(folder), () => setImmediate()),
    openRepository: async (folder) => (await import('./git/repository')).openRepository(folder),
    // Loaded by this command alone: the others start faster without it.
    startLanguageServer: async () => (await import('./languageServer')).startServer(),
  };
}

function nodeTerminal(): Terminal {
  const { stdout, stderr } = process;
  return {
    cwd: process.cwd(),
    env: process.env,
    isTerminal: stdout.isTTY,
    columns: stdout.columns,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    readInput: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    today: localToday,
  };
}
