import { completionScript, type Shell } from '../completion';
import { EXIT, type ExitCode } from '../exitCodes';
import type { CommandContext } from './context';

/** `isms completion SHELL` */
export function runCompletion({ action, engine, terminal }: CommandContext): ExitCode {
  terminal.out(
    completionScript(
      action as Shell,
      engine.rules.map((rule) => rule.id),
    ),
  );
  return EXIT.clean;
}
