import { EXIT, type ExitCode } from '../exitCodes';

/** `isms lsp`: ends when the editor says so. */
export async function runLsp(): Promise<ExitCode> {
  // The server is loaded by this command alone: the others start faster without it.
  const path = '../../host/node';
  const { startServer } = (await import(path)) as { startServer: () => Promise<void> };
  await startServer();
  return EXIT.clean;
}
