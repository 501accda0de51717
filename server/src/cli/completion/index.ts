import { bashScript } from './bash';
import { fishScript } from './fish';
import { powershellScript } from './powershell';
import { completedCommands, type CompletedCommand } from './words';
import { zshScript } from './zsh';

const SCRIPTS = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
} as const satisfies Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>>;

export type Shell = keyof typeof SCRIPTS;

/** The script that teaches a shell the commands, options and values; made from the same table as the help. */
export function completionScript(shell: Shell, ruleIds: readonly string[]): string {
  return SCRIPTS[shell](completedCommands(ruleIds));
}
