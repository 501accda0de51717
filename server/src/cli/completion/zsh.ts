import type { CompletedCommand, CompletedOption } from './words';

/** Completion for zsh: a file `_isms` in a folder of `fpath`, or sourced. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const summaries = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  return `#compdef isms
# zsh completion for isms. Put it as _isms into a folder of $fpath, or load it with: source <(isms completion zsh)
_isms() {
  local -a commands
  commands=(
${summaries.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe -t commands 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = _isms ]; then
  _isms "$@"
else
  compdef _isms isms
fi
`;
}

function commandCase({ name, words, takesFiles, options }: CompletedCommand): string {
  const first = words.length === 0 ? [] : [`1:action:(${words.map(({ word }) => word).join(' ')})`];
  const rest = takesFiles ? ['*:path:_files'] : [];
  const specs = [...options.flatMap(optionSpecs), ...first, ...rest];
  return `    ${name})\n      _arguments -s \\\n${specs.map((spec) => `        ${quoted(spec)}`).join(' \\\n')}\n      ;;`;
}

function optionSpecs({
  name,
  short,
  description,
  value,
  choices,
  repeatable,
  takesFile,
}: CompletedOption): string[] {
  const text = description.replace(/[[\]\\:]/g, '\\$&');
  const repeated = repeatable ? '*' : '';
  const action = choices.length > 0 ? `(${choices.join(' ')})` : takesFile ? '_files' : ' ';
  const tail =
    value === undefined ? `[${text}]` : `=[${text}]:${value.replace(/[[\]\\:]/g, '\\$&')}:${action}`;
  return [`${repeated}--${name}${tail}`, ...(short === undefined ? [] : [`-${short}[${text}]`])];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
