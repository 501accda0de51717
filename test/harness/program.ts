import { runProgram } from '../../server/src/cli/program';
import { openRepository } from '../../server/src/host/git/repository';
import { createNodeFileSystem } from '../../server/src/host/nodeFileSystem';
import { RULE_BASE_HREF } from '../../server/src/host/product';
import { catalogData } from './engine';

export interface ProgramRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process: as complete as `isms` in a shell, and many times as fast. */
export async function program(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramRun> {
  let stdout = '';
  let stderr = '';
  const code = await runProgram(args, {
    terminal: {
      ...{ cwd, env, isTerminal: false, columns: undefined },
      out: (text) => void (stdout += text),
      err: (text) => void (stderr += text),
      readInput: () => Promise.resolve(new Uint8Array()),
      today: () => '2026-11-22',
    },
    product: { name: 'isms-policy', version: '0.0.0', homepage: 'https://isms-policy.example' },
    ruleBaseHref: RULE_BASE_HREF,
    loadCatalog: () => Promise.resolve(catalogData),
    loadCrosswalks: () => Promise.reject(new Error('no command under test shows crosswalks')),
    fileSystemAt: createNodeFileSystem,
    openRepository,
    startLanguageServer: () => Promise.reject(new Error('no command under test starts it')),
  });
  return { code, stdout, stderr };
}
