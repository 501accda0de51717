import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { writeAtomically } from './atomicWrite';
import { isRefusal, refuse, type Refusal } from './exitCodes';
import { commandSpec, type CommandName } from './options';
import { valueOrDefault, type GivenOptions } from './parse';

/** Where one format of the result goes. */
export interface Output {
  readonly format: string;
  /** Absolute; `undefined` for standard output. */
  readonly file: string | undefined;
}

/** Everything that a run writes, from `--format` and `--output`. Only one format may go to standard output. */
export function outputsOf(
  command: CommandName,
  options: GivenOptions,
  cwd: string,
): readonly Output[] | Refusal {
  const outputs: Output[] = [];
  for (const text of options.values('output')) {
    const output = parseOutput(command, text, cwd);
    if (isRefusal(output)) return output;
    const clash = outputs.find(({ file }) => file === output.file);
    if (clash?.file !== undefined) return refuse(`--output: two formats cannot go to one file, "${text}".`);
    if (clash !== undefined) return refuse(twoToStandardOutput(clash.format, output.format));
    outputs.push(output);
  }
  const first = outputs.find(({ file }) => file === undefined);
  if (first !== undefined && options.has('format'))
    return refuse(twoToStandardOutput(valueOrDefault(options, 'format'), first.format));
  return first !== undefined
    ? outputs
    : [...outputs, { format: valueOrDefault(options, 'format'), file: undefined }];
}

function twoToStandardOutput(first: string, second: string): string {
  return `only one format can go to standard output, and both ${first} and ${second} would; write one of them to a file: --output ${second}=FILE.`;
}

function parseOutput(command: CommandName, text: string, cwd: string): Output | Refusal {
  const [, format, name = '-'] = /^([^=]+)(?:=(.+))?$/.exec(text) ?? [];
  const formats = commandSpec(command).formats ?? [];
  if (format === undefined)
    return refuse(`--output cannot be "${text}"; write FORMAT or FORMAT=FILE, such as json=isms.json.`);
  if (!formats.includes(format))
    return refuse(`--output: there is no format "${format}"; it is one of ${formats.join(', ')}.`);
  if (name === '-' || name === '/dev/stdout') return { format, file: undefined };
  const file = resolve(cwd, name);
  if (existsSync(file) && statSync(file).isDirectory())
    return refuse(`--output: "${name}" is a folder; name a file.`);
  if (!existsSync(dirname(file)))
    return refuse(`--output: the folder of "${name}" does not exist; create it first.`);
  return { format, file };
}

/** Writes the files, then standard output, so that a failure leaves standard output empty. */
export function writeOutputs(
  outputs: readonly Output[],
  textOf: (output: Output) => string,
  out: (text: string) => void,
): Refusal | undefined {
  for (const output of outputs.filter(({ file }) => file !== undefined)) {
    const problem = writeAtomically(output.file ?? '', textOf(output));
    if (problem !== undefined)
      return refuse(`--output: the ${output.format} file cannot be written: ${problem}`);
  }
  for (const output of outputs.filter(({ file }) => file === undefined)) out(textOf(output));
  return undefined;
}
