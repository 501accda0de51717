import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

export type Phase = 'starting' | 'running' | 'ended';

export interface SafetyNet {
  /** Whether requests are welcome. */
  readonly phase: () => Phase;
  readonly log: (message: string) => void;
}

/**
 * Every request goes through here: a fault in a handler is logged and answered with an empty value of its type, so that
 * it never shows up as an error in somebody's face.
 */
export function runSafe<Params, Result>(
  name: string,
  net: SafetyNet,
  empty: Result,
  handle: (params: Params) => Promise<Result> | Result,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError> {
  return async (params, token) => {
    if (net.phase() === 'starting')
      return new ResponseError(ErrorCodes.ServerNotInitialized, `${name} before initialize`);
    if (net.phase() === 'ended')
      return new ResponseError(ErrorCodes.InvalidRequest, `${name} after shutdown`);
    try {
      // An answer that nobody waits for any more is not computed.
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      if (token.isCancellationRequested) return cancelled(name);
      const result = await handle(params);
      return wasCancelled(token) ? cancelled(name) : result;
    } catch (error) {
      net.log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return empty;
    }
  };
}

function cancelled(name: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
}

/** Asked again after an `await`: the compiler takes the first answer for the last. */
function wasCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}
