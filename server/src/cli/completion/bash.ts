import type { CompletedCommand } from './words';

/** Completion for bash 3.2 and newer, without the package bash-completion. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const cases = commands.flatMap((command) => [
    ...command.options
      .filter(({ value }) => value !== undefined)
      .map(({ name, choices }) => `    '${command.name} --${name}') words='${choices.join(' ')}' ;;`),
  ]);
  const words = commands.map(({ name, words: first, options }) => {
    const flags = options.flatMap((option) => [
      `--${option.name}`,
      ...(option.short === undefined ? [] : [`-${option.short}`]),
    ]);
    return `    ${name}) words='${first.map(({ word }) => word).join(' ')}' flags='${flags.join(' ')}' ;;`;
  });
  return `# bash completion for isms. Load it with: source <(isms completion bash)
_isms() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words='' flags='' known=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} help --help --version' -- "$current"))
    return
  fi
  known=yes
  case "$command $previous" in
${cases.join('\n')}
    *) known='' ;;
  esac
  if [ -z "$known" ]; then
    case "$command" in
${words.map((line) => `  ${line}`).join('\n')}
    esac
  fi
  case "$current" in
    -*) [ -n "$known" ] || words="$flags" ;;
  esac
  # Without an answer bash completes file names.
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _isms isms
`;
}
