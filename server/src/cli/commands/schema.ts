import { EXIT, type ExitCode } from '../exitCodes';
import { toJson } from '../formats/json';
import { SCHEMAS, type SchemaName } from '../schemas';
import type { CommandContext } from './context';

/** `isms schema NAME` */
export function runSchema({ action, terminal }: CommandContext): ExitCode {
  terminal.out(toJson(SCHEMAS[action as SchemaName].schema));
  return EXIT.clean;
}
