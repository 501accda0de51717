import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { variableOf } from '../../server/src/cli/environment';
import { COMMANDS, isCommand, optionsOf } from '../../server/src/cli/options';
import { textOf } from '../tidy/sources';

const COMMAND_NAMES = Object.keys(COMMANDS).filter(isCommand);

describe('the pages about the command line', () => {
  it('name every command, option and variable', () => {
    const page = textOf('docs/cli.md');
    const manual = textOf('docs/isms.1').replaceAll('\\-', '-');
    for (const command of COMMAND_NAMES) {
      assert.ok(page.includes(`\n## isms ${command}\n`), command);
      assert.ok(manual.includes(`\n.SS isms ${command}\n`), command);
      for (const option of optionsOf(command)) {
        assert.ok(page.includes(`--${option}`) && manual.includes(`--${option}`), option);
        const variable = variableOf(option) ?? '';
        assert.ok(page.includes(variable) && manual.includes(variable), variable);
      }
    }
  });

  const skip = spawnSync('groff', ['--version']).status === 0 ? false : 'there is no groff here';
  it('the manual page is read by groff without a warning', { skip }, () => {
    const run = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z'], { input: textOf('docs/isms.1'), encoding: 'utf8' });
    assert.deepEqual([run.status, run.stderr], [0, '']);
  });
});
