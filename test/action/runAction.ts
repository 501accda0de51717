import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTemporaryFolder } from '../harness/temporaryFolder';

export const BUNDLE = fileURLToPath(new URL('../../dist/action.js', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface Scenario {
  /** What the change does: the files after it, by path. */
  readonly change?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly fork?: boolean;
  readonly public?: boolean;
  readonly event?: 'pull_request' | 'push';
}

function git(cwd: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@harbour.example'];
  execFileSync('git', [...identity, '-c', 'init.defaultBranch=main', ...args], { cwd, stdio: 'ignore' });
}

/** A base, and a merge commit whose first parent it is. */
export function commitChange(cwd: string, change: Readonly<Record<string, string>>): void {
  git(cwd, 'init');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--message', 'base');
  git(cwd, 'checkout', '--quiet', '-b', 'change');
  for (const [path, content] of Object.entries(change)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--allow-empty', '--message', 'change');
  git(cwd, 'checkout', '--quiet', 'main');
  git(cwd, 'merge', '--no-ff', '--message', 'merge', 'change');
}

export async function runBundle(cwd: string, apiUrl: string, scenario: Scenario): Promise<Ran> {
  const files = createTemporaryFolder({ 'summary.md': '', outputs: '', 'event.json': eventOf(scenario) });
  const child = spawn(process.execPath, [BUNDLE], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: cwd,
      GITHUB_API_URL: apiUrl,
      GITHUB_REPOSITORY: 'harbour/isms',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_EVENT_PATH: join(files.path, 'event.json'),
      GITHUB_STEP_SUMMARY: join(files.path, 'summary.md'),
      GITHUB_OUTPUT: join(files.path, 'outputs'),
      RUNNER_TEMP: files.path,
      INPUT_TOKEN: 'a token',
      INPUT_TODAY: '2026-11-22',
      INPUT_SARIF: 'auto',
      ...Object.fromEntries(
        Object.entries(scenario.inputs ?? {}).map(([name, value]) => [`INPUT_${name}`, value]),
      ),
    },
  });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? -1)));
  const read = (name: string): string => readFileSync(join(files.path, name), 'utf8');
  return { code, stdout, summary: read('summary.md'), outputs: outputsIn(read('outputs')) };
}

function eventOf({ fork = false, public: isPublic = false, event = 'pull_request' }: Scenario): string {
  const repository = {
    full_name: 'harbour/isms',
    private: !isPublic,
    visibility: isPublic ? 'public' : 'private',
  };
  if (event === 'push') return JSON.stringify({ repository });
  const head = { sha: 'b'.repeat(40), repo: { full_name: fork ? 'somebody/isms' : 'harbour/isms' } };
  return JSON.stringify({ repository, pull_request: { number: 7, base: { sha: 'c'.repeat(40) }, head } });
}

/** `name<<delimiter`, the value, the delimiter: how outputs are written. */
function outputsIn(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(\S+)\r?\n([^]*?)\r?\n\2\r?$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value] as const)) as Record<
    string,
    string
  >;
}
