import { EXIT, type ExitCode } from '../exitCodes';

/** `isms lsp`: the server runs on and ends the process when the editor says so. */
export async function runLsp(): Promise<ExitCode> {
  // The server is loaded by this command alone: the others start faster without it.
  const { startServer } = await import('../../host/languageServer');
  startServer('stdio');
  return EXIT.clean;
}
