import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseFixture } from './fixture';

export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(REPOSITORY, 'dist', 'cli.js');

export interface CliRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; closed at once where it is left out. */
  readonly input?: string | Uint8Array;
}

/** Runs the built command line as a user's shell does. */
export function isms(
  args: readonly string[],
  { cwd = REPOSITORY, env = {}, input = '' }: CliOptions = {},
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...cleanEnvironment(), ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    // A command that reads no input may be gone before it is written.
    child.stdin.on('error', () => undefined).end(input);
  });
}

/** What the runs of one test file keep; nothing of it is left in the user's own cache folder. */
const CACHES = mkdtempSync(join(tmpdir(), 'isms-test-caches-'));
process.on('exit', () => rmSync(CACHES, { recursive: true, force: true }));

/** The environment of a person at a plain terminal, whatever machine runs the tests. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, SystemRoot, TMPDIR, TEMP } = process.env;
  const caches = { XDG_CACHE_HOME: CACHES, LOCALAPPDATA: CACHES };
  return Object.fromEntries(
    Object.entries({ PATH, HOME, SystemRoot, TMPDIR, TEMP, ...caches }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

export interface TemporaryWorkspace {
  readonly folder: string;
  path(file: string): string;
  read(file: string): string;
  write(file: string, content: string | Uint8Array): void;
}

/** A folder with the files of a fixture, removed when the tests of its file are over. */
export function temporaryWorkspace(literal = ''): TemporaryWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'isms-test-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const workspace: TemporaryWorkspace = {
    folder,
    path: (file) => join(folder, file),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write: (file, content) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    },
  };
  for (const { path, text } of parseFixture(literal).files) workspace.write(path, text);
  return workspace;
}

/** What `isms check --format json` prints, as far as the tests look at it. */
export interface CheckJson {
  readonly schemaVersion: number;
  readonly today: string;
  readonly workspaces: readonly {
    readonly root: string;
    readonly summary: {
      readonly documents: number;
      readonly errors: number;
      readonly suppressed: number;
      readonly controls: Record<string, number>;
    };
    readonly controls: readonly {
      readonly id: string;
      readonly applicable: boolean | null;
      readonly status: string | null;
      readonly documents: readonly string[];
      readonly risks: readonly string[];
    }[];
  }[];
  readonly diagnostics: readonly DiagnosticJson[];
  readonly suppressed: readonly {
    readonly ruleId: string;
    readonly file: string;
    readonly reason: string;
    readonly where: string;
    readonly until?: string;
  }[];
}

export interface DiagnosticJson {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly control?: string;
  readonly fix: string;
  readonly related: readonly { readonly file: string; readonly message: string }[];
}

/** Checks and reads the JSON; the exit code may be 0 or 1. */
export async function checkJson(args: readonly string[], options: CliOptions = {}): Promise<CheckJson> {
  const run = await isms(['check', '--format', 'json', '--today', '2026-11-22', ...args], options);
  if (run.code === 2 || run.code === null)
    throw new Error(`isms check ended with ${run.code}: ${run.stderr}`);
  return JSON.parse(run.stdout) as CheckJson;
}
