import { URI } from 'vscode-uri';
import type { Change } from '../engine/impact/change';
import type { Isms } from '../engine/index/model';
import { impactMarkdown, type MarkdownTarget } from '../cli/formats/impact/markdown';
import { reportPlace, type ComparedWorkspace, type ImpactReport } from '../cli/formats/impact/report';
import { relativePath } from '../cli/paths';
import { ismsOfCommit } from '../cli/revisions/sides';
import type { DescribeImpact, ImpactQuestion } from '../lsp/impact';
import type { ImpactItem, ImpactResult } from '../lsp/protocol';
import { uriOf } from '../lsp/uris';
import { isRepository, type Repository } from '../workspace/repository';
import { openRepository } from './git/repository';
import { createNodeFileSystem } from './nodeFileSystem';
import { PRODUCT } from './product';

/** An editor shows as much as there is. */
const EDITOR: MarkdownTarget = { sizeOf: (text) => text.length, most: 1_000_000, mostRows: Infinity };

/** Says what changes do, for the language server. The last base is kept, since it is the same until the next commit. */
export function createDescribeImpact(): DescribeImpact {
  let kept: { readonly key: string; readonly isms: Isms } | undefined;
  return async (question) => {
    if (!question.uri.startsWith('file:'))
      return { failure: 'These files lie in no folder of this machine, so git cannot be asked about them.' };
    const folder = URI.parse(question.uri).fsPath;
    const repository = await openRepository(folder);
    if (!isRepository(repository))
      return { failure: `There is nothing to compare with: ${repository.reason}.` };
    try {
      const base = await baseOf(repository);
      if ('failure' in base) return base;
      const key = `${base.commit} ${folder}`;
      if (kept?.key !== key) kept = { key, isms: await baseIsms(base.commit, folder, repository, question) };
      return describe(question, folder, kept.isms, base);
    } finally {
      repository.close();
    }
  };
}

interface Base {
  readonly name: string;
  readonly commit: string;
}

async function baseOf(repository: Repository): Promise<Base | { readonly failure: string }> {
  const head = await repository.commitOf('HEAD');
  if (head === undefined)
    return { failure: 'This repository has no commit yet that could be compared with.' };
  const branch = await repository.defaultBranch();
  if (branch === undefined) return { name: 'HEAD', commit: head };
  const parted = await repository.mergeBaseOf(branch, head);
  return parted === undefined
    ? {
        failure: `HEAD and ${branch} have no commit in common in this clone. "git fetch --unshallow" may bring it.`,
      }
    : { name: `merge base with ${branch}`, commit: parted };
}

async function baseIsms(
  commit: string,
  folder: string,
  repository: Repository,
  { engine }: ImpactQuestion,
): Promise<Isms> {
  const side = { engine, repository, fileSystemAt: createNodeFileSystem };
  const found = await ismsOfCommit(commit, [folder], side);
  return found.get(folder) ?? engine.build({ config: undefined, files: new Map() });
}

function describe(
  { engine, uri, isms, today, severities }: ImpactQuestion,
  folder: string,
  base: Isms,
  revision: Base,
): ImpactResult {
  const workspace: ComparedWorkspace = {
    root: '.',
    fileAt: (path) => path,
    forgeFileAt: (path) => relativePath(folder, `${folder}/${path}`),
    base,
    head: isms,
    impact: engine.impact(base, isms, { today, severities }),
  };
  const report: ImpactReport = {
    version: PRODUCT.version,
    homepage: PRODUCT.homepage,
    today,
    base: revision,
    head: { name: 'your files', commit: undefined },
    command: `isms impact ${revision.commit.slice(0, 7)}`,
    // The preview follows such addresses into the editor.
    link: `${uri.replace(/\/$/, '')}/{path}#L{line}`,
    workspaces: [workspace],
  };
  return {
    markdown: impactMarkdown(report, EDITOR),
    items: workspace.impact.changes.map((change) => itemOf(change, workspace, uri)),
  };
}

function itemOf(change: Change, workspace: ComparedWorkspace, uri: string): ImpactItem {
  const { id, level, subject, message, place } = change;
  const item = { id, level, subject, message };
  if (place?.side !== 'head') return item;
  const { start } = reportPlace(workspace, place).range;
  return { ...item, uri: uriOf(uri, place.path), line: start.line, character: start.character };
}
