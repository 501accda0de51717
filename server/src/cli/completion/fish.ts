import type { CompletedCommand, CompletedOption } from './words';

/** Completion for fish. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, words, takesFiles, options }) => [
    `complete -c isms -f -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...words.map(
      ({ word, description }) =>
        `complete -c isms ${seen(name)} -f -a ${quoted(word)} -d ${quoted(description)}`,
    ),
    ...(takesFiles ? [`complete -c isms ${seen(name)} -F`] : []),
    ...options.map((option) => `complete -c isms ${seen(name)} ${optionWords(option)}`),
  ]);
  return `# fish completion for isms. Load it with: isms completion fish | source\ncomplete -c isms -f\n${lines.join('\n')}\n`;
}

function seen(command: string): string {
  return `-n '__fish_seen_subcommand_from ${command}'`;
}

function optionWords({ name, short, description, value, choices, takesFile }: CompletedOption): string {
  const words = [`-l ${name}`, ...(short === undefined ? [] : [`-s ${short}`])];
  if (value !== undefined) words.push(takesFile ? '-r -F' : '-x');
  if (choices.length > 0) words.push(`-a ${quoted(choices.join(' '))}`);
  return [...words, `-d ${quoted(description)}`].join(' ');
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
