// The desktop editor, for machines that have it or may download it; there the suite runs as users run VS Code.
import { join } from 'node:path';
import { copyWorkspace } from './browserRun.mjs';
import { cleanEnvironment, start, temporaryFolder } from './processes.mjs';
import { skipped, SuiteChannel } from './suiteChannel.mjs';

const TIMEOUT_MS = 300_000;
const DOWNLOAD_TIMEOUT_MS = 30_000;

/**
 * VSCODE_EXECUTABLE names an editor; else @vscode/test-electron downloads one.
 * @param {import('./suiteChannel.mjs').RunOptions} options
 * @returns {Promise<import('./suiteChannel.mjs').RunResult>}
 */
export async function run(options) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return skipped('the desktop editor needs a display; run it under xvfb-run');
  }
  const editor = await findEditor();
  if ('reason' in editor) return skipped(editor.reason);

  const scratch = temporaryFolder('desktop-host');
  const channel = new SuiteChannel('desktop', options);
  try {
    const workspace = await copyWorkspace(options.workspaceFolder, scratch.path);
    await channel.open();
    channel.context = { workspace };
    await drive(channel, editor.executable, workspace, scratch.path, options);
  } catch (error) {
    channel.abort(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    scratch.remove();
  }
  return channel.close();
}

/** @returns {Promise<{ executable: string } | { reason: string }>} */
async function findEditor() {
  const executable = process.env.VSCODE_EXECUTABLE;
  if (executable) return { executable };
  try {
    // Only this step needs the package, which the fast tests should not load.
    const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
    const reporter = new SilentReporter();
    return { executable: await downloadAndUnzipVSCode({ timeout: DOWNLOAD_TIMEOUT_MS, reporter }) };
  } catch (error) {
    return { reason: `no VSCODE_EXECUTABLE, and VS Code cannot be downloaded: ${error}` };
  }
}

/**
 * @param {SuiteChannel} channel
 * @param {string} executable
 * @param {string} workspace
 * @param {string} scratch
 * @param {import('./suiteChannel.mjs').RunOptions} options
 */
async function drive(
  channel,
  executable,
  workspace,
  scratch,
  { extensionPath, testBundle, timeoutMs = TIMEOUT_MS },
) {
  // Started by us and not by test-electron's runTests, whose editor outlives a run that hangs.
  const editor = start(
    executable,
    [
      ...[workspace, `--extensionDevelopmentPath=${extensionPath}`, `--extensionTestsPath=${testBundle}`],
      ...[`--user-data-dir=${join(scratch, 'user')}`, `--extensions-dir=${join(scratch, 'extensions')}`],
      ...[
        '--no-sandbox',
        '--disable-gpu-sandbox',
        '--disable-updates',
        '--disable-telemetry',
        '--disable-workspace-trust',
      ],
      ...['--skip-welcome', '--skip-release-notes', '--no-cached-data'],
    ],
    { env: cleanEnvironment({ ISMS_TEST_ENDPOINT: channel.endpoint }) },
  );
  void editor.ended.then((code) => channel.abort(`the editor ended with ${code}:\n${editor.tail()}`));
  const silence = setTimeout(
    () => channel.abort(`no end after ${timeoutMs} ms:\n${editor.tail()}`),
    timeoutMs,
  );
  await channel.over;
  clearTimeout(silence);
  await editor.stop();
}
