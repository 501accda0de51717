/** What the event that started the workflow says, as far as the action looks at it. */
export interface ActionEvent {
  /** `owner/name` */
  readonly repository: string;
  readonly isPublic: boolean;
  readonly pullRequest:
    | {
        readonly number: number;
        readonly baseCommit: string;
        readonly headCommit: string;
        /** From a copy of the repository: its token may not write. */
        readonly fromFork: boolean;
      }
    | undefined;
}

interface EventPayload {
  readonly repository?: {
    readonly full_name?: string;
    readonly private?: boolean;
    readonly visibility?: string;
  };
  readonly pull_request?: {
    readonly number: number;
    readonly base: { readonly sha: string };
    readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null };
  };
}

/** Reads the payload of an event; one without a repository is that of `repository`, as the environment names it. */
export function readEvent(payload: unknown, repository: string): ActionEvent {
  const { repository: repo, pull_request: pull } = (payload ?? {}) as EventPayload;
  const name = repo?.full_name ?? repository;
  return {
    repository: name,
    isPublic: repo?.visibility === undefined ? repo?.private === false : repo.visibility === 'public',
    pullRequest: pull && {
      number: pull.number,
      baseCommit: pull.base.sha,
      headCommit: pull.head.sha,
      fromFork: pull.head.repo?.full_name !== name,
    },
  };
}
