import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRefusal } from '../../server/src/cli/exitCodes';
import { helpText } from '../../server/src/cli/help';
import {
  COMMANDS,
  choicesOf,
  isCommand,
  optionsOf,
  optionSpec,
  type CommandName,
} from '../../server/src/cli/options';
import { parseCommandLine, type Invocation } from '../../server/src/cli/parse';
import { PLAIN } from '../../server/src/cli/text/paint';

function refusalOf(...args: string[]): string {
  const parsed = parseCommandLine(args);
  assert.ok(isRefusal(parsed), `accepted: ${args.join(' ')}`);
  return parsed.refusal;
}

function runOf(...args: string[]): Extract<Invocation, { kind: 'run' }> {
  const parsed = parseCommandLine(args);
  assert.ok(!isRefusal(parsed) && parsed.kind === 'run', JSON.stringify(parsed));
  return parsed;
}

describe('the command line is refused with the nearest thing that is right', () => {
  const cases: readonly (readonly [args: string, message: RegExp])[] = [
    ['', /^name a command: check, fix, /],
    ['chek', /no command "chek"; did you mean "isms check"\?/],
    ['frobnicate', /no command "frobnicate"\. The commands are check,/],
    ['--quiet', /name a command first/],
    ['--quiet check', /the command comes first: isms check --quiet/],
    ['help chekc', /did you mean "isms check"/],
    ['check --fromat json', /no option --fromat; did you mean --format\?/],
    ['check --frobnicate', /no option --frobnicate\..*isms check --help/],
    ['check -x', /no option -x/],
    ['rules --today 2026-01-01', /no option --today\. It belongs to "isms check"/],
    ['check --format', /--format needs a value: --format FORMAT/],
    ['check --format --quiet', /--format needs a value/],
    ['check --format=', /--format needs a value/],
    [
      'check --format jsn',
      /--format cannot be "jsn"; did you mean "json"\? It is one of text, json, sarif, github, gitlab, .*, html\./,
    ],
    ['check --format csv', /--format cannot be "csv"\. It is one of text, json/],
    ['check --format json --format text', /--format is given twice/],
    ['check --quiet=yes', /--quiet takes no value/],
    ['check --fail-on erorr', /did you mean "error"/],
    ['check --color maybe', /one of auto, always, never/],
    ['rules soa', /"isms rules" takes no "soa"/],
    ['coverage a b', /takes only one PATH/],
    ['explain', /"isms explain" needs an ID/],
  ];
  for (const [args, message] of cases) {
    it(args === '' ? '(nothing)' : args, () =>
      assert.match(refusalOf(...args.split(' ').filter(Boolean)), message),
    );
  }
});

describe('the command line is read', () => {
  it('takes options anywhere, with = or a blank, and operands in order', () => {
    const { command, operands, options } = runOf(
      'check',
      'b.md',
      '--format=json',
      'a.md',
      '--today',
      '2026-01-01',
      '-q',
    );
    assert.equal(command, 'check');
    assert.deepEqual(operands, ['b.md', 'a.md']);
    assert.deepEqual(
      [options.value('format'), options.value('today'), options.has('quiet')],
      ['json', '2026-01-01', true],
    );
  });

  it('collects options that may be repeated', () => {
    assert.deepEqual(runOf('check', '--rule', 'a=off', '--rule=b=error').options.values('rule'), [
      'a=off',
      'b=error',
    ]);
  });

  it('takes everything behind -- for operands', () => {
    assert.deepEqual(runOf('check', '--', '--quiet').operands, ['--quiet']);
  });

  it('finds help and version before and behind the command', () => {
    for (const args of [
      ['--help'],
      ['-h'],
      ['help'],
      ['check', '--help'],
      ['help', 'check'],
      ['--help', 'check'],
      ['check', 'x', '-h'],
    ]) {
      const parsed = parseCommandLine(args);
      assert.ok(!isRefusal(parsed) && parsed.kind === 'help', args.join(' '));
      assert.equal(parsed.command, args.includes('check') ? 'check' : undefined);
    }
    for (const args of [['--version'], ['check', '--version']])
      assert.deepEqual(parseCommandLine(args), { kind: 'version' });
  });
});

describe('the table of options', () => {
  const names = Object.keys(COMMANDS).filter(isCommand);

  for (const command of names) {
    it(`${command}: its help names every option with its values and its default`, () => {
      const help = helpText(command, { paint: PLAIN, width: 100, homepage: '' }).replace(/\s+/g, ' ');
      for (const name of optionsOf(command)) {
        const spec = optionSpec(name);
        assert.ok(help.includes(`--${name}${spec.value === undefined ? '' : ` ${spec.value}`}`), name);
        assert.ok(help.includes(spec.description.replace(/\s+/g, ' ')), name);
        for (const choice of choicesOf(command, name) ?? [])
          assert.ok(help.includes(choice), `${name}: ${choice}`);
        if (spec.default !== undefined) assert.ok(help.includes(`Default: ${spec.default}.`), name);
      }
    });

    it(`${command}: each of its examples is a command line that is accepted`, () => {
      for (const example of COMMANDS[command].examples) {
        const [program, ...args] = example.replace(/ > \S+$/, '').split(' ');
        assert.equal(program, 'isms');
        assert.equal(runOf(...args).command, command);
      }
    });
  }

  it('every default is a value that the option takes', () => {
    for (const command of names) {
      for (const name of optionsOf(command)) {
        const { default: fallback } = optionSpec(name);
        const choices = choicesOf(command, name);
        if (choices !== undefined && fallback !== undefined)
          assert.ok(choices.includes(fallback), `${command} --${name}`);
      }
    }
  });

  it('no line of help is wider than the terminal', () => {
    const commands: readonly (CommandName | undefined)[] = [undefined, ...names];
    for (const command of commands) {
      const lines = helpText(command, {
        paint: PLAIN,
        width: 80,
        homepage: 'https://isms-policy.example',
      }).split('\n');
      for (const line of lines) assert.ok(line.length <= 80, line);
    }
  });
});
