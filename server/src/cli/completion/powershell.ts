import type { CompletedCommand } from './words';

/** Completion for PowerShell 5.1 and newer, on every system. */
export function powershellScript(commands: readonly CompletedCommand[]): string {
  const tables = commands.map(({ name, summary, words, options }) => {
    const own = [
      ...words.map(({ word, description }) => `      ${quoted(word)} = ${quoted(description)}`),
      ...options.map((option) => `      ${quoted(`--${option.name}`)} = ${quoted(option.description)}`),
    ];
    const values = options
      .filter(({ choices }) => choices.length > 0)
      .map((option) => `      ${quoted(`--${option.name}`)} = @(${option.choices.map(quoted).join(', ')})`);
    return `    ${quoted(name)} = @{\n     summary = ${quoted(summary)}\n     words = [ordered]@{\n${own.join('\n')}\n     }\n     values = @{\n${values.join('\n')}\n     }\n    }`;
  });
  return `# PowerShell completion for isms. Load it with: isms completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName isms -ScriptBlock {
  param($word, $ast, $position)
  $commands = [ordered]@{
${tables.join('\n')}
  }
  $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  $before = if ($word -eq '') { $typed } else { @($typed | Select-Object -SkipLast 1) }
  $answers = [ordered]@{}
  if ($before.Count -le 1) {
    foreach ($name in $commands.Keys) { $answers[$name] = $commands[$name].summary }
  } elseif ($commands.Contains($before[1])) {
    $command = $commands[$before[1]]
    $previous = $before[-1]
    if ($command.values.ContainsKey($previous)) {
      foreach ($value in $command.values[$previous]) { $answers[$value] = $value }
    } else {
      foreach ($each in $command.words.Keys) { $answers[$each] = $command.words[$each] }
    }
  }
  foreach ($answer in $answers.Keys) {
    if ($answer -like "$word*") {
      [System.Management.Automation.CompletionResult]::new($answer, $answer, 'ParameterValue', $answers[$answer])
    }
  }
}
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
