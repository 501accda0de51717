// Runs one command and outlives nobody: our parent holds the other end of stdin, so that its end, even by
// SIGKILL, closes the pipe, and we then kill the whole process group (of which we are the leader).
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
if (command === undefined) throw new Error('usage: guardian.mjs COMMAND [ARGUMENT…]');

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

/** @param {number} code */
function endGroup(code) {
  process.exitCode = code;
  if (process.platform === 'win32') {
    child.kill();
    process.exit();
  }
  // A command that ended normally may have left descendants, and they share our group.
  process.on('SIGTERM', () => process.exit());
  process.kill(-process.pid, 'SIGTERM');
}

child.once('error', (error) => {
  console.error(error.message);
  endGroup(127);
});
child.once('exit', (code) => endGroup(code ?? 1));

process.stdin.resume();
process.stdin.once('close', () => {
  if (process.platform === 'win32') return endGroup(1);
  process.kill(-process.pid, 'SIGKILL');
});
