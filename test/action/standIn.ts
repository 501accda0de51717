import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';

/** What the stand-in refuses, as GitHub would. */
export interface StandInRules {
  /** A token that may only read, as that of a pull request from a fork. */
  readonly readOnly?: boolean;
  /** Code scanning is not there: a private repository without it. */
  readonly noCodeScanning?: boolean;
  readonly comments?: readonly StoredComment[];
}

export interface StoredComment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly type: 'Bot' | 'User' };
}

/** The little of GitHub's interface that the action uses, on this machine, with its limits and errors. */
export interface StandIn {
  readonly url: string;
  readonly requests: readonly string[];
  readonly comments: readonly StoredComment[];
  readonly uploads: readonly { readonly commit: string; readonly ref: string; readonly sarif: unknown }[];
  close(): void;
}

/** GitHub refuses a longer comment. */
const LONGEST_COMMENT = 65_536;
const PER_PAGE = 100;

export async function startStandIn(rules: StandInRules = {}): Promise<StandIn> {
  const state: State = { rules, requests: [], comments: [...(rules.comments ?? [])], uploads: [] };
  const server = createServer((request, response) => void answer(request, response, state));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { ...state, url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

interface State {
  readonly rules: StandInRules;
  readonly requests: string[];
  readonly comments: StoredComment[];
  readonly uploads: StandIn['uploads'][number][];
}

async function answer(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '', 'http://stand-in');
  state.requests.push(`${request.method} ${url.pathname}`);
  const body = chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as Body);
  const [status, value] = respond(request.method ?? '', url, body, state);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

interface Body {
  readonly body?: string;
  readonly commit_sha?: string;
  readonly ref?: string;
  readonly sarif?: string;
}

function respond(method: string, url: URL, body: Body, state: State): readonly [number, unknown] {
  const { pathname } = url;
  if (method === 'GET' && /\/issues\/\d+\/comments$/.test(pathname)) {
    const page = Number(url.searchParams.get('page'));
    return [200, state.comments.slice((page - 1) * PER_PAGE, page * PER_PAGE)];
  }
  if (state.rules.readOnly === true) return [403, { message: 'Resource not accessible by integration' }];
  if (pathname.endsWith('/code-scanning/sarifs')) return takeSarif(body, state);
  if ((body.body ?? '').length > LONGEST_COMMENT)
    return [422, { message: 'Validation Failed: body is too long (maximum is 65536 characters)' }];
  const id = Number(/\/issues\/comments\/(\d+)$/.exec(pathname)?.[1] ?? state.comments.length + 1);
  const comment: StoredComment = { id, body: body.body ?? '', user: { type: 'Bot' } };
  const index = state.comments.findIndex((each) => each.id === id);
  if (method === 'PATCH' && index < 0) return [404, { message: 'Not Found' }];
  state.comments.splice(index < 0 ? state.comments.length : index, index < 0 ? 0 : 1, comment);
  return [method === 'POST' ? 201 : 200, comment];
}

function takeSarif(
  { commit_sha: commit = '', ref = '', sarif = '' }: Body,
  state: State,
): readonly [number, unknown] {
  if (state.rules.noCodeScanning === true)
    return [403, { message: 'Code scanning is not enabled for this repository' }];
  const text = gunzipSync(Buffer.from(sarif, 'base64')).toString();
  state.uploads.push({ commit, ref, sarif: JSON.parse(text) as unknown });
  return [202, { id: 'an upload' }];
}
