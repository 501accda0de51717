import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { policyPath } from './corpus';
import type { Command, Contender } from './measure';
import { PEER_FILES } from './peers';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ISMS = join(ROOT, 'dist/cli.js');
const TODAY = ['--today', '2026-11-22'];

/** One line of the table: who runs, and what it shows. */
export interface Race {
  readonly title: string;
  /** Short and stable, for machines. */
  readonly id: string;
  readonly documents: number;
  readonly contenders: readonly Contender[];
  /** Fewer runs for what takes minutes. */
  readonly runs?: number;
}

function node(cwd: string, file: string, ...args: readonly string[]): Command {
  return { file: process.execPath, args: [file, ...args], cwd };
}

function isms(cwd: string, ...args: readonly string[]): Contender {
  return { name: 'isms', command: node(cwd, ISMS, ...args) };
}

function rumdl(cwd: string, ...args: readonly string[]): Contender {
  return { name: 'rumdl', command: { file: PEER_FILES.rumdl, args, cwd } };
}

/** `withSlow`: also the peers that need minutes on large corpora. */
export function coldRace(corpus: string, documents: number, withSlow: boolean): Race {
  const slow: Contender[] = [
    { name: 'markdownlint-cli2', command: node(corpus, PEER_FILES.markdownlint, '**/*.md', '#node_modules') },
    { name: 'remark-cli', command: node(corpus, PEER_FILES.remark, '.', '--quiet', '--no-stdout') },
    { name: 'eslint', command: node(corpus, PEER_FILES.eslint, '.') },
  ];
  return {
    title: `check, ${documents} documents, cold`,
    id: `cold-${documents}`,
    documents,
    contenders: [
      isms(corpus, 'check', ...TODAY, ...cacheOptions(undefined)),
      rumdl(corpus, 'check', '--no-cache', '.'),
      ...(withSlow ? slow : []),
    ],
    ...(documents > 100 && { runs: 3 }),
  };
}

export function warmRace(corpus: string, documents: number, caches: string): Race {
  const own = join(caches, `isms-${documents}`);
  const theirs = join(caches, `rumdl-${documents}`);
  for (const folder of [own, theirs]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  return {
    title: `check, ${documents} documents, nothing changed since`,
    id: `warm-${documents}`,
    documents,
    contenders: [
      isms(corpus, 'check', ...TODAY, ...cacheOptions(own)),
      rumdl(corpus, 'check', '--cache-dir', theirs, '.'),
    ],
  };
}

/** As people run it: an earlier run has left its cache, except where it says so. */
export function startRaces(corpus: string, documents: number, caches: string): Race[] {
  const nothing: Contender = {
    name: 'node -e 0',
    command: { file: process.execPath, args: ['-e', '0'], cwd: corpus },
  };
  const file = policyPath(1);
  return [
    {
      title: 'start: --version',
      id: 'version',
      documents: 0,
      contenders: [isms(corpus, '--version'), nothing, rumdl(corpus, '--version')],
      runs: 15,
    },
    {
      title: 'check of one file in a workspace of its own',
      id: 'one-file',
      documents: 1,
      contenders: [
        isms(join(corpus, '../one'), 'check', ...TODAY, ...cacheOptions(join(caches, 'isms-one'))),
        {
          ...isms(join(corpus, '../one'), 'check', ...TODAY, ...cacheOptions(undefined)),
          name: 'isms --no-cache',
        },
        nothing,
      ],
      runs: 15,
    },
    {
      title: `check of one file in a workspace of ${documents}`,
      id: `one-of-${documents}`,
      documents,
      contenders: [
        isms(corpus, 'check', file, ...TODAY, ...cacheOptions(undefined)),
        rumdl(corpus, 'check', '--no-cache', file),
        nothing,
      ],
    },
  ];
}

/** A folder for what the command line keeps of files, or nothing that it could know. */
function cacheOptions(folder: string | undefined): readonly string[] {
  return folder === undefined ? ['--no-cache'] : ['--cache-dir', folder];
}
