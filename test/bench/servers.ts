import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { policyPath } from './corpus';
import { median, quantile } from './measure';
import { PEER_FILES } from './peers';
import type { Result, Row } from './report';
import { startSession, type ServerSession, type ServerSpec } from './serverSession';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SERVERS: readonly ServerSpec[] = [
  {
    name: 'isms',
    file: process.execPath,
    args: [
      '--expose-gc',
      '--import',
      join(ROOT, 'test/bench/heap.mjs'),
      join(ROOT, 'dist/server/server.js'),
      '--stdio',
    ],
  },
  { name: 'rumdl', file: PEER_FILES.rumdl, args: ['server'] },
];

/** What one server took, by the title of the measurement; milliseconds, memory in MiB. */
type Figures = ReadonlyMap<string, number>;

const EDITED = policyPath(1);
/** The first ones are not counted: what runs for the first time is compiled. */
const WARMING = 10;
const KEYSTROKES = 40;
const BURST = 300;

/** Measures the language servers on a corpus, one after the other, and each measurement as a result of its own. */
export async function measureServers(corpus: string, documents: number): Promise<Result[]> {
  const all = new Map<string, Figures>();
  for (const spec of SERVERS) {
    const figures = new Map<string, number>();
    all.set(spec.name, figures);
    // A peer that gives up on a large workspace has no figures from there on.
    await measure(spec, corpus, documents, figures).catch((error: unknown) => {
      if (spec.name === 'isms') throw error;
      process.stderr.write(`${spec.name}, ${documents} documents: ${String(error)}\n`);
    });
  }
  const titles = [...new Set([...all.values()].flatMap((figures) => [...figures.keys()]))];
  return titles.map((title) => resultOf(title, documents, all));
}

function resultOf(title: string, documents: number, all: ReadonlyMap<string, Figures>): Result {
  const own = all.get('isms')?.get(title) ?? Number.NaN;
  const rows = [...all].flatMap(([name, figures]): Row[] => {
    const value = figures.get(title);
    return value === undefined ? [] : [{ name, medianMs: round(value), ratio: round(value / own) }];
  });
  const id = `server-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${documents}`;
  return { id, title: `server, ${documents} documents: ${title}`, documents, rows };
}

async function measure(
  spec: ServerSpec,
  corpus: string,
  documents: number,
  figures: Map<string, number>,
): Promise<void> {
  const known = [1, Math.ceil(documents / 2), documents].map(policyPath);
  const session = await startSession(spec, corpus, known);
  figures.set('start until everything is read', session.readyMs);
  await keystrokes(session, figures);
  if (spec.name === 'isms') await crossDocument(session, figures);
  await requests(session, figures);
  const paths = Array.from({ length: Math.min(BURST, documents) }, (_, index) => policyPath(index + 1));
  figures.set(`burst of ${BURST} file events`, await session.changedFiles(paths));
  const memory = session.memory();
  if (memory !== undefined) figures.set('resident memory, MiB', memory);
  const heap = spec.name === 'isms' ? await session.heap() : undefined;
  if (heap !== undefined) figures.set('heap after a collection, MiB', heap / 1024 / 1024);
  await session.end();
}

/** Each keystroke adds or removes something that both servers report: a tab, and a control that does not exist. */
async function keystrokes(session: ServerSession, figures: Map<string, number>): Promise<void> {
  const text = session.open(EDITED);
  const times: number[] = [];
  for (let stroke = 0; stroke < WARMING + KEYSTROKES; stroke++) {
    const added = stroke % 2 === 0 ? '\nSee\tA.5.99.\n' : '';
    const took = await session.change(EDITED, text + added, EDITED);
    if (stroke >= WARMING) times.push(took);
  }
  figures.set('keystroke to diagnostics, p50', median(times));
  figures.set('keystroke to diagnostics, p95', quantile(times, 0.95));
}

/** The SoA excludes a control that the edited policy maps, and takes it back. */
async function crossDocument(session: ServerSession, figures: Map<string, number>): Promise<void> {
  const text = session.open('soa.md');
  const control = /"(A\.\d\.\d+)"/.exec(session.open(EDITED))?.[1] ?? '';
  const row = new RegExp(`(\\| ${control.replaceAll('.', '\\.')} \\| )Yes`);
  const times: number[] = [];
  for (let stroke = 0; stroke < WARMING + KEYSTROKES; stroke++) {
    const edited = stroke % 2 === 0 ? text.replace(row, '$1No') : text;
    const took = await session.change('soa.md', edited, EDITED);
    if (stroke >= WARMING) times.push(took);
  }
  figures.set('cell of the SoA to diagnostics in a policy, p50', median(times));
  figures.set('cell of the SoA to diagnostics in a policy, p95', quantile(times, 0.95));
}

async function requests(session: ServerSession, figures: Map<string, number>): Promise<void> {
  const at = { textDocument: { uri: session.uri(EDITED) }, position: { line: 13, character: 6 } };
  const asked: readonly (readonly [string, string, object, unknown])[] = [
    ['hover', 'textDocument/hover', at, session.capabilities.hoverProvider],
    ['completion', 'textDocument/completion', at, session.capabilities.completionProvider],
    [
      'workspace symbols',
      'workspace/symbol',
      { query: 'access' },
      session.capabilities.workspaceSymbolProvider,
    ],
  ];
  for (const [title, method, params, offered] of asked) {
    if (offered === undefined || offered === false) continue;
    const times: number[] = [];
    for (let turn = 0; turn < KEYSTROKES / 2; turn++) times.push(await session.request(method, params));
    figures.set(`${title}, p50`, median(times));
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
