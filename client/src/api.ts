import type { StatusView } from './statusView';

/** What `activate` returns: for our own tests in the real editor, and for extensions that build on ours. */
export interface IsmsPolicyApi {
  /** What the status items say of the document in the active editor; `undefined` while they are hidden. */
  readonly status: () => StatusView | undefined;
  /** Resolves once the language server answers or could not be started, which the user has been told then. */
  readonly started: Promise<void>;
}
