// `npm start`: builds, then shows the main job on the example, whose gaps are deliberate.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The example's dates are planned around this day. */
const TODAY = '2026-11-22';

/**
 * Runs one step with the terminal that this has.
 * @param {readonly string[]} args
 * @returns {boolean}
 */
function step(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

const done =
  step(['esbuild.mjs']) &&
  step(['dist/cli.js', 'check', 'examples/acme', '--today', TODAY, '--fail-on', 'never']);
process.exitCode = done ? 0 : 1;
