import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { temporaryWorkspace, type TemporaryWorkspace } from './cli';

/** A repository of git in a folder of its own, with the files of a fixture as its first commit. */
export interface GitRepository extends TemporaryWorkspace {
  git(...args: readonly string[]): string;
  /** Commits everything as it is on disk; returns the commit. */
  commit(subject: string): string;
  remove(file: string): void;
  /** Back to a commit, on disk as well. */
  reset(commit: string): void;
}

/** No configuration of whoever runs the tests takes part. */
const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@acme.example',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@acme.example',
  GIT_AUTHOR_DATE: '2026-11-20T09:00:00Z',
  GIT_COMMITTER_DATE: '2026-11-20T09:00:00Z',
};

export function gitRepository(literal: string): GitRepository {
  const workspace = temporaryWorkspace(literal);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: workspace.folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...ENVIRONMENT },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  git('init', '--quiet', '--initial-branch', 'main');
  const repository: GitRepository = {
    ...workspace,
    git,
    commit: (subject) => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', subject);
      return git('rev-parse', 'HEAD');
    },
    remove: (file) => rmSync(workspace.path(file)),
    reset: (commit) => {
      git('reset', '--quiet', '--hard', commit);
      git('clean', '--quiet', '-fd');
    },
  };
  repository.commit('The ISMS as it is');
  return repository;
}
