/** The answers of GitHub that the action works with; everything else is a failure with its reason. */
export type ForgeAnswer<Value> = { readonly value: Value } | { readonly failure: string };

export interface Comment {
  readonly id: number;
  readonly body: string;
}

/** The little of GitHub's interface that the action needs. */
export interface Forge {
  /** The action's own comment on a pull request: that of a bot whose text begins with `marker`. */
  findComment(pullRequest: number, marker: string): Promise<ForgeAnswer<Comment | undefined>>;
  createComment(pullRequest: number, body: string): Promise<ForgeAnswer<void>>;
  updateComment(id: number, body: string): Promise<ForgeAnswer<void>>;
  /** Hands findings to code scanning; `sarif` is the text of the file. */
  uploadSarif(upload: {
    readonly commit: string;
    readonly ref: string;
    readonly sarif: string;
  }): Promise<ForgeAnswer<void>>;
}

export interface ForgeOptions {
  /** The address of the interface, without a slash at its end. */
  readonly apiUrl: string;
  readonly repository: string;
  readonly token: string;
  readonly fetch: typeof globalThis.fetch;
  /** Compressed and in base64, as code scanning takes it. */
  readonly pack: (text: string) => string;
}

const PER_PAGE = 100;
/** A pull request with more comments than this many pages is not searched further. */
const MOST_PAGES = 30;

export function createForge(options: ForgeOptions): Forge {
  const ask = asking(options);
  const repo = `/repos/${options.repository}`;
  return {
    async findComment(pullRequest, marker) {
      for (let page = 1; page <= MOST_PAGES; page++) {
        const path = `${repo}/issues/${pullRequest}/comments?per_page=${PER_PAGE}&page=${page}`;
        const answer = await ask('GET', path);
        if ('failure' in answer) return answer;
        const comments = answer.value as readonly (Comment & {
          readonly user?: { readonly type?: string };
        })[];
        // Nobody else's comment is ever changed, whatever it begins with.
        const own = comments.find(({ body, user }) => user?.type === 'Bot' && body.startsWith(marker));
        if (own !== undefined || comments.length < PER_PAGE) return { value: own };
      }
      return { value: undefined };
    },
    createComment: (pullRequest, body) =>
      done(ask('POST', `${repo}/issues/${pullRequest}/comments`, { body })),
    updateComment: (id, body) => done(ask('PATCH', `${repo}/issues/comments/${id}`, { body })),
    uploadSarif: ({ commit, ref, sarif }) =>
      done(
        ask('POST', `${repo}/code-scanning/sarifs`, { commit_sha: commit, ref, sarif: options.pack(sarif) }),
      ),
  };
}

type Ask = (method: string, path: string, body?: object) => Promise<ForgeAnswer<unknown>>;

function asking({ apiUrl, token, fetch }: ForgeOptions): Ask {
  return async (method, path, body) => {
    try {
      const response = await fetch(`${apiUrl}${path}`, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'user-agent': 'isms-policy-action',
          'x-github-api-version': '2022-11-28',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return response.ok
        ? { value: text === '' ? undefined : (JSON.parse(text) as unknown) }
        : { failure: `${response.status} ${messageIn(text)}` };
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** What GitHub says of a refusal, in one line. */
function messageIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { readonly message?: string };
    return (message ?? '').replace(/\s+/g, ' ');
  } catch {
    return 'without a reason that could be read';
  }
}

async function done(answer: Promise<ForgeAnswer<unknown>>): Promise<ForgeAnswer<void>> {
  const given = await answer;
  return 'failure' in given ? given : { value: undefined };
}
