import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Starts git with arguments that keep it from running anything but itself. */
export interface GitProgram {
  /** For a conversation over standard input and output. */
  start(args: readonly string[]): ChildProcess;
  /** One answer: the whole of standard output. */
  run(args: readonly string[]): Promise<GitAnswer>;
}

export interface GitAnswer {
  readonly code: number;
  readonly output: Buffer;
  /** In English, whatever the machine speaks. */
  readonly error: string;
}

/**
 * No hooks, no file system monitor, no pager, no transport: a configuration inside the repository could name programs
 * for each of them, and a partial clone would fetch what it lacks.
 */
const SAFE: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'protocol.allow=never',
];

/** What a hook's environment says of another repository, or of an index that is none of ours. */
const INHERITED = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];

/** Git for the repository around `folder`; `undefined` where this machine has no git. */
export function gitIn(folder: string): GitProgram | undefined {
  const program = findGit();
  if (program === undefined) return undefined;
  const start = (args: readonly string[], stdio: SpawnOptions['stdio']): ChildProcess =>
    spawn(program, ['-C', folder, ...SAFE, ...args], { stdio, env: environment(), windowsHide: true });
  return {
    start: (args) => start(args, ['pipe', 'pipe', 'ignore']),
    run: (args) => answerOf(start(args, ['ignore', 'pipe', 'pipe'])),
  };
}

/** Looked for in the folders of PATH alone: Windows would else prefer a `git.exe` that lies in the workspace. */
function findGit(): string | undefined {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !INHERITED.includes(name));
  return { ...Object.fromEntries(own), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
}

function answerOf(child: ChildProcess): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let error = '';
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.once('error', (failure) => resolve({ code: -1, output: Buffer.alloc(0), error: failure.message }));
    child.once('close', (code) => resolve({ code: code ?? -1, output: Buffer.concat(chunks), error }));
  });
}
