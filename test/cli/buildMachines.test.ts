import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { COMMANDS, isCommand } from '../../server/src/cli/options';
import { parseCommandLine } from '../../server/src/cli/parse';
import { isRefusal } from '../../server/src/cli/exitCodes';
import { REPOSITORY, temporaryWorkspace, type TemporaryWorkspace } from '../harness/cli';
import { FORMAT_CHECKS } from './formats/formatChecks';
import type { CheckFormat } from '../../server/src/cli/formatNames';

const textOf = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
const skip = process.platform === 'win32' ? 'the scripts are for a shell' : false;

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly workspace: TemporaryWorkspace;
}

/** Runs the lines of a job as its machine does, with stand-ins for what needs a network. */
function runScript(lines: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const workspace = temporaryWorkspace(
    '=== isms/access.md\n---\ntitle: Access\ntype: record\ncontrols: ["A.5.99"]\n---\n',
  );
  const stub = (name: string, body: string): void => {
    workspace.write(`bin/${name}`, `#!/bin/sh\n${body}\n`);
    chmodSync(workspace.path(`bin/${name}`), 0o755);
  };
  stub('isms', `exec "${process.execPath}" "${join(REPOSITORY, 'dist', 'cli.js')}" "$@"`);
  stub('npm', `echo "$@" >> npm.log`);
  stub('curl', `echo "$@" >> curl.log`);
  spawnSync('git', ['init', '--quiet', workspace.folder]);
  const script = lines.join('\n');
  assert.equal(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' }).stderr, '');
  const { PATH = '', HOME = '' } = process.env;
  const run = spawnSync('sh', ['-e', '-c', script], {
    cwd: workspace.folder,
    encoding: 'utf8',
    env: { HOME, PATH: [workspace.path('bin'), PATH].join(delimiter), ...env },
  });
  return { code: run.status, stdout: run.stdout, workspace };
}

async function assertReport({ workspace }: Ran, format: CheckFormat, file: string): Promise<void> {
  await FORMAT_CHECKS[format](workspace.read(file), {
    findings: FINDINGS,
    read: (path) => workspace.read(path),
  });
}

const FINDINGS = [
  { ruleId: 'mapping/unknown-control', severity: 'error', message: '', file: 'isms/access.md', line: 4 },
];
const ONLY = { ISMS_RULE: 'soa/missing=off' };

describe('templates for build machines', { skip, concurrency: 2 }, () => {
  it('GitLab: inputs with defaults, a job whose files are what GitLab reads', async () => {
    const [head, body] = parseAllDocuments(textOf('docs/ci/gitlab.yml')).map(
      (document) => document.toJS() as unknown,
    );
    const { inputs } = (head as { spec: { inputs: Record<string, { default: string }> } }).spec;
    const job = (
      body as {
        'isms-check': { script: string[]; artifacts: { paths: string[]; reports: Record<string, string> } };
      }
    )['isms-check'];
    const filled = job.script.map((line) =>
      line.replace(
        /\$\[\[ inputs\.(\w+) \]\]/g,
        (_, name: string) => inputs[name]?.default ?? assert.fail(name),
      ),
    );
    const ran = runScript(filled, ONLY);
    assert.equal(ran.code, 1);
    assert.match(ran.workspace.read('npm.log'), /^install --global isms-policy@\d/);
    await assertReport(ran, 'gitlab', job.artifacts.reports['codequality'] ?? '');
    await assertReport(ran, 'junit', job.artifacts.reports['junit'] ?? '');
    await assertReport(ran, 'html', job.artifacts.paths[0] ?? '');
  });

  it('Azure Pipelines: parameters with defaults, steps that write what the next ones read', async () => {
    const { parameters, steps } = parse(textOf('docs/ci/azure-pipelines.yml')) as {
      parameters: { name: string; default: string }[];
      steps: { script?: string; task?: string; inputs?: Record<string, string> }[];
    };
    const defaults = new Map(parameters.map((each) => [each.name, each.default]));
    const scripts = steps
      .flatMap(({ script }) => script ?? [])
      .map((line) =>
        line.replace(
          /\$\{\{ parameters\.(\w+) \}\}/g,
          (_, name: string) => defaults.get(name) ?? assert.fail(name),
        ),
      );
    assert.equal(scripts.length, 3);
    const ran = runScript(
      [scripts[0] ?? '', `${scripts[1]} || CODE=$?`, scripts[2] ?? '', 'exit "$CODE"'],
      ONLY,
    );
    assert.equal(ran.code, 1);
    assert.match(ran.stdout, /^##vso\[task\.logissue type=error;sourcepath=isms\/access\.md;/m);
    assert.match(ran.stdout, /^##vso\[task\.uploadsummary\]\/.*\/isms-summary\.md$/m);
    assert.match(ran.workspace.read('isms-summary.md'), /^## ❌ ISMS check: 1 error/);
    await assertReport(
      ran,
      'junit',
      steps.find(({ task }) => task?.startsWith('PublishTestResults') === true)?.inputs?.[
        'testResultsFiles'
      ] ?? '',
    );
  });

  it('Bitbucket: sends the report and its annotations, and then fails', async () => {
    const { pipelines } = parse(textOf('docs/ci/bitbucket-pipelines.yml')) as {
      pipelines: { default: { step: { script: string[] } }[] };
    };
    const script = pipelines.default[0]?.step.script ?? [];
    const repository = {
      BITBUCKET_REPO_OWNER: 'o',
      BITBUCKET_REPO_SLUG: 'r',
      BITBUCKET_COMMIT: 'c',
      ISMS_CI_PATH: 'isms',
    };
    const ran = runScript(script, { ...ONLY, ...repository });
    assert.equal(ran.code, 1);
    await assertReport(ran, 'bitbucket', 'isms-bitbucket.json');
    const [put = '', post = '', ...more] = ran.workspace.read('curl.log').trimEnd().split('\n');
    assert.match(
      put,
      /--request PUT .*@isms-report\.json http:\/\/api\.bitbucket\.org\/2\.0\/repositories\/o\/r\/commit\/c\/reports\/isms$/,
    );
    assert.match(post, /--request POST .*@isms-annotations-0\.json .*\/reports\/isms\/annotations$/);
    assert.deepEqual(more, []);
    assert.equal((JSON.parse(ran.workspace.read('isms-annotations-0.json')) as unknown[]).length, 1);
  });

  it('pre-commit: each hook is a command line that is accepted, run once for the whole ISMS', () => {
    const hooks = parse(textOf('.pre-commit-hooks.yaml')) as Record<string, unknown>[];
    assert.deepEqual(
      hooks.map(({ id }) => id),
      ['isms-check', 'isms-fix'],
    );
    for (const hook of hooks) {
      const [program, command = '', ...args] = String(hook['entry']).split(' ');
      assert.equal(program, 'isms');
      assert.ok(isCommand(command) && Object.hasOwn(COMMANDS, command));
      assert.ok(!isRefusal(parseCommandLine([command, ...args])));
      assert.deepEqual(
        [hook['language'], hook['pass_filenames'], hook['require_serial']],
        ['node', false, true],
      );
      assert.match('policies/a.md', new RegExp(String(hook['files'])));
    }
  });

  it('Docker: copies what exists, and runs it as an ordinary user', () => {
    const text = textOf('docs/ci/Dockerfile');
    assert.match(text, /^COPY --from=build \/source\/dist\/cli\.js /m);
    assert.match(text, /^USER node$/m);
    assert.match(text, /^ENTRYPOINT \["isms"\]$/m);
    for (const [, script = ''] of text.matchAll(/^RUN ((?:.*\\\n)*.*)$/gm))
      assert.equal(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' }).stderr, '', script);
  });
});
