import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { COMMANDS, isCommand, optionsOf } from '../../server/src/cli/options';
import { SCHEMAS } from '../../server/src/cli/schemas';
import { isms, REPOSITORY, temporaryWorkspace } from '../harness/cli';

const POLICY = '---\ntitle: Access\ntype: record\ncontrols: ["A.5.99", "A 5.15"]\n---\n';
const WORKSPACE = temporaryWorkspace(
  `=== isms.yaml\nrules: { "soa/missing": "off", "mapping/unmapped-control": "off" }\n=== access.md\n${POLICY}`,
);
const run = (args: string[], env: Record<string, string> = {}): ReturnType<typeof isms> =>
  isms(args, { cwd: WORKSPACE.folder, env });

describe('isms completion', { concurrency: 2 }, () => {
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    it(`${shell}: knows every command and every option`, async () => {
      const { stdout } = await run(['completion', shell]);
      for (const command of Object.keys(COMMANDS).filter(isCommand)) {
        assert.match(stdout, new RegExp(`\\b${command}\\b`), command);
        for (const option of optionsOf(command))
          assert.ok(
            stdout.includes(shell === 'fish' ? `-l ${option}` : `--${option}`),
            `${command} --${option}`,
          );
      }
      assert.ok(stdout.includes('rdjsonl'), 'the values of --format');
      assert.ok(stdout.includes('powershell'), 'the actions of a command');
    });
  }

  const bash = spawnSync('bash', ['--version']).status === 0;
  it(
    'bash: completes commands, actions, options and values',
    { skip: bash ? false : 'there is no bash' },
    async () => {
      const { stdout: script } = await run(['completion', 'bash']);
      WORKSPACE.write('completion.bash', script);
      const complete = (...words: string[]): string[] => {
        const shown =
          'source completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _isms; printf "%s\\n" "${COMPREPLY[@]}"';
        const done = spawnSync('bash', ['-euc', shown, 'bash', ...words], {
          cwd: WORKSPACE.folder,
          encoding: 'utf8',
        });
        assert.equal(done.stderr, '');
        return done.stdout.split('\n').filter((line) => line !== '');
      };
      assert.deepEqual(complete('isms', 'ch'), ['check']);
      assert.deepEqual(complete('isms', 'baseline', ''), ['write', 'prune', 'explain']);
      assert.deepEqual(complete('isms', 'check', '--form'), ['--format']);
      assert.deepEqual(complete('isms', 'check', '--format', 'rd'), ['rdjson', 'rdjsonl']);
      assert.deepEqual(complete('isms', 'check', 'x', '--fail-on', 'w'), ['warning']);
      assert.deepEqual(complete('isms', 'explain', 'suppression/un'), [
        'suppression/unused',
        'suppression/unknown-rule',
      ]);
      assert.deepEqual(complete('isms', 'check', 'acc'), [], 'files are up to bash');
    },
  );

  const others = [
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
    ['pwsh', ['-NoProfile', '-Command', '-']],
  ] as const;
  for (const [shell, flags] of others) {
    const skip = spawnSync(shell, ['--version']).status === 0 ? false : `there is no ${shell} here`;
    it(`${shell}: can be read by the shell`, { skip }, async () => {
      const { stdout } = await run(['completion', shell === 'pwsh' ? 'powershell' : shell]);
      const read = spawnSync(shell, [...flags], { input: stdout, encoding: 'utf8' });
      assert.deepEqual([read.status, read.stderr], [0, '']);
    });
  }
});

describe('isms schema', { concurrency: 2 }, () => {
  it('prints every schema that ships', async () => {
    const folder = join(REPOSITORY, 'docs', 'schemas');
    const names = Object.entries(SCHEMAS).map(([name, { file }]) => [name, file] as const);
    assert.deepEqual(
      names.map(([, file]) => file).sort(),
      readdirSync(folder).sort(),
      'server/src/cli/schemas.ts lists them',
    );
    for (const [name, file] of names) {
      const { stdout } = await run(['schema', name]);
      assert.deepEqual(JSON.parse(stdout), JSON.parse(readFileSync(join(folder, file), 'utf8')));
    }
  });

  it('refuses one that there is not', async () => {
    const { code, stderr } = await run(['schema', 'reprot']);
    assert.equal(code, 2);
    assert.match(stderr, /no "reprot"; did you mean "report"\?/);
  });
});

describe('isms config', { concurrency: 2 }, () => {
  it('verify says that a configuration is sound, or where it is not', async () => {
    const sound = await run(['config', 'verify']);
    assert.deepEqual([sound.code, sound.stdout], [0, 'isms.yaml is sound.\n']);
    WORKSPACE.write('faulty.yaml', 'organisation: X\n');
    const faulty = await run(['config', 'verify', '--config', 'faulty.yaml']);
    assert.deepEqual([faulty.code, faulty.stdout], [2, '']);
    assert.match(faulty.stderr, /faulty\.yaml:1:1: "organisation" is not a key .* "organization"\?/);
  });

  it('verify refuses where there is no configuration', async () => {
    const { code, stderr } = await isms(['config', 'verify'], {
      cwd: temporaryWorkspace(`=== a.md\n${POLICY}`).folder,
    });
    assert.equal(code, 2);
    assert.match(stderr, /there is no isms\.yaml here or in a folder above/);
  });

  it('verify needs no document', async () => {
    const { code } = await isms(['config', 'verify'], {
      cwd: temporaryWorkspace('=== isms.yaml\norganization: X\n').folder,
    });
    assert.equal(code, 0);
  });

  it('show says what holds, and the rules with another severity than their own', async () => {
    const text = await run(['config', 'show', '--rule', 'mapping/noncanonical-id=error']);
    assert.match(text.stdout, /Configuration {2}isms\.yaml\n/);
    assert.match(text.stdout, /soa\/missing +off +warning\n/);
    assert.match(text.stdout, /mapping\/noncanonical-id +error +hint\n/);
    const json = await run(['config', 'show', '--format', 'json']);
    const { workspaces } = JSON.parse(json.stdout) as {
      workspaces: { file: string; documents: number; rules: Record<string, string> }[];
    };
    assert.deepEqual(
      [workspaces[0]?.file, workspaces[0]?.documents, workspaces[0]?.rules['soa/missing']],
      ['isms.yaml', 1, 'off'],
    );
  });
});

describe('environment variables', { concurrency: 2 }, () => {
  it('stand for options, and the command line outranks them', async () => {
    assert.match((await run(['check'], { ISMS_FORMAT: 'gitlab' })).stdout, /^\[\n/);
    assert.match(
      (await run(['check', '--format', 'json'], { ISMS_FORMAT: 'gitlab' })).stdout,
      /^\{\n {2}"schemaVersion"/,
    );
    assert.equal((await run(['check'], { ISMS_FAIL_ON: 'never' })).code, 0);
    assert.equal((await run(['check', '--fail-on', 'error'], { ISMS_FAIL_ON: 'never' })).code, 1);
    assert.doesNotMatch((await run(['check'], { ISMS_QUIET: '1' })).stdout, /All themes/);
    assert.match((await run(['check'], { ISMS_QUIET: '0', ISMS_OUTPUT: '' })).stdout, /All themes/);
  });

  it('hold several values', async () => {
    const rules =
      'mapping/unknown-control=off, mapping/noncanonical-id=off,mapping/missing-element=off,mapping/not-addressed=off,clause/missing-document=off';
    const { stdout } = await run(['check'], { ISMS_RULE: rules });
    assert.match(stdout, /^No findings in 1 document/);
  });

  it('are refused by name where they make no sense', async () => {
    for (const [env, message] of [
      [{ ISMS_FORMAT: 'gitlib' }, /^isms: ISMS_FORMAT cannot be "gitlib"; did you mean "gitlab"\?/],
      [{ ISMS_QUIET: 'maybe' }, /^isms: ISMS_QUIET cannot be "maybe"; set it to 1 or 0\.$/m],
    ] as const) {
      const { code, stdout, stderr } = await run(['check'], env);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
    }
  });

  it('say nothing to commands without the option or the format', async () => {
    const { code, stdout } = await run(['rules'], { ISMS_FORMAT: 'sarif', ISMS_FAIL_ON: 'never' });
    assert.equal(code, 0);
    assert.match(stdout, /^Rules\n/);
  });
});

describe('isms check --statistics', { concurrency: 2 }, () => {
  it('counts each rule, the graver first, and ends with the same exit code', async () => {
    const { code, stdout } = await run(['check', '--statistics']);
    assert.equal(code, 1);
    const lines = stdout.trimEnd().split('\n').slice(3);
    assert.match(lines[0] ?? '', /^1 +error +mapping\/unknown-control +1$/);
    assert.ok(lines.some((line) => /^1 +hint +mapping\/noncanonical-id +1 +isms fix mends 1$/.test(line)));
  });

  it('leaves other formats as they are', async () => {
    const plain = await run(['check', '--format', 'gitlab']);
    assert.equal((await run(['check', '--format', 'gitlab', '--statistics'])).stdout, plain.stdout);
  });
});

describe('isms check --watch', () => {
  const skip = process.platform === 'win32' ? 'Windows has no signals' : false;
  it(
    'checks again when a file changes, and ends with 130 on an interrupt',
    { skip, timeout: 60_000 },
    async () => {
      const workspace = temporaryWorkspace(`=== isms.yaml\norganization: X\n=== access.md\n${POLICY}`);
      const child = spawn(
        process.execPath,
        [join(REPOSITORY, 'dist', 'cli.js'), 'check', '--watch', '--quiet', '--output', 'json=isms.json'],
        { cwd: workspace.folder },
      );
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      const ended = new Promise((resolve) => child.once('close', resolve));
      const runs = (count: number): Promise<void> =>
        until(() => stderr.split('waiting for changes').length > count);
      await runs(1);
      assert.match(stdout, /A\.5\.99/);
      await untilChanged(
        () => workspace.write('access.md', POLICY.replace('A.5.99', 'A.5.97')),
        () => stdout.includes('A.5.97'),
      );
      child.kill('SIGINT');
      assert.equal(await ended, 130);
    },
  );

  it('refuses text from standard input', async () => {
    const { code, stderr } = await run(['check', '--watch', '--stdin', '--stdin-filename', 'a.md']);
    assert.equal(code, 2);
    assert.match(stderr, /--watch needs files to watch/);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** A watcher may need a moment until it sees changes, so the change is made until it is seen. */
async function untilChanged(change: () => void, holds: () => boolean): Promise<void> {
  while (!holds()) {
    change();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}
