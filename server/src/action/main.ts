import * as core from '@actions/core';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createNodeHost } from '../host/commandLine';
import { runProgram } from '../cli/program';
import type { ProgramResult } from './analyse';
import { readEvent } from './event';
import { createForge } from './forge';
import { readInputs } from './inputs';
import { runAction } from './run';

/** The entry of `dist/action.js`: the GitHub Action around the command line. */
async function main(): Promise<void> {
  const inputs = readInputs(core.getInput);
  if ('problem' in inputs) {
    core.setFailed(inputs.problem);
    return;
  }
  const { env } = process;
  const event = readEvent(payload(env['GITHUB_EVENT_PATH']), env['GITHUB_REPOSITORY'] ?? '');
  // A folder for each run: a job may use the action for several folders.
  const results = mkdtempSync(join(env['RUNNER_TEMP'] ?? tmpdir(), 'isms-policy-'));
  const cwd = resolve(env['GITHUB_WORKSPACE'] ?? '.', core.getInput('working-directory'));
  const failure = await runAction(
    { inputs, event, commit: env['GITHUB_SHA'] ?? '', ref: env['GITHUB_REF'] ?? '' },
    {
      program: (args) => capture(args, cwd),
      forge: createForge({
        apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        repository: event.repository,
        token: inputs.token,
        fetch,
        pack: (text) => gzipSync(text).toString('base64'),
      }),
      results,
      readFile: (path) => readFileSync(path, 'utf8'),
      print: (text) => void process.stdout.write(text),
      warn: core.warning,
      appendSummary: async (markdown) => {
        await core.summary.addRaw(markdown, true).write();
      },
      setOutput: core.setOutput,
    },
  );
  if (failure !== undefined) core.setFailed(failure);
}

/** Runs the command line within this process; what it writes is kept instead of shown. */
async function capture(args: readonly string[], cwd: string): Promise<ProgramResult> {
  let out = '';
  let err = '';
  const host = createNodeHost();
  const code = await runProgram(args, {
    ...host,
    terminal: {
      ...host.terminal,
      cwd,
      isTerminal: false,
      columns: undefined,
      out: (text) => void (out += text),
      err: (text) => void (err += text),
    },
  });
  return { code, out, err };
}

function payload(path: string | undefined): unknown {
  return path === undefined ? undefined : (JSON.parse(readFileSync(path, 'utf8')) as unknown);
}

main().catch((error: unknown) =>
  core.setFailed(
    `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  ),
);
