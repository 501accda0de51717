import { commands, type Disposable } from 'vscode';
import { addControl } from './addControl';
import type { Command, CommandContext } from './command';
import { fixAll } from './fixAll';
import { impact } from './impact';
import { inspect } from './inspect';
import { insertWording } from './insertWording';
import { openPlace, openPlaces } from './openPlace';
import { openRule } from './openRule';
import { recordApproval } from './recordApproval';
import { rescan } from './rescan';
import { restartServer } from './restartServer';
import { showCard } from './showCard';
import { showFindings } from './showFindings';
import { showOutput } from './showOutput';

const COMMANDS: readonly Command[] = [
  rescan,
  showFindings,
  impact,
  fixAll,
  openRule,
  openPlace,
  openPlaces,
  showCard,
  inspect,
  insertWording,
  addControl,
  recordApproval,
  restartServer,
  showOutput,
];

export function registerCommands(context: CommandContext): Disposable[] {
  return COMMANDS.map(({ id, run }) =>
    commands.registerCommand(id, (...args: unknown[]) => run(context, ...args)),
  );
}
