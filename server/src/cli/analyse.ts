import { join } from 'node:path';
import type { CheckResult } from '../engine/check/check';
import { controlStates, coverageOf } from '../engine/check/coverage';
import type { Severity } from '../engine/check/finding';
import type { Engine } from '../engine/engine';
import { BASELINE_FILE } from '../engine/readers/baseline';
import type { FileSystem } from '../workspace/fileSystem';
import { createProject, type Project } from '../workspace/project';
import { CONFIG_FILE } from '../workspace/walk';
import { isAsked, isSeparable } from './asked';
import { buildVersion, cacheFile, readCache, writeCache } from './cache/cacheFile';
import { createFactCache } from './cache/factCache';
import { configRefusal, type NamedFile } from './configuration';
import { isRefusal, refuse, type Refusal } from './exitCodes';
import type { Root, Scope } from './locate';
import { gitRoot, isBelow, liesIn, relativePath } from './paths';
import type { CheckedWorkspace } from './report';

export interface AnalysisRequest {
  readonly engine: Engine;
  readonly fileSystemAt: (folder: string) => FileSystem;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly roots: readonly Root[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Instead of each root's `isms.yaml`. */
  readonly config?: NamedFile;
  /** Instead of each root's `.isms-baseline`; `none` reports accepted findings as well. */
  readonly baseline?: NamedFile | 'none';
  /** The text of one file, instead of what is on disk. */
  readonly overlay?: { readonly path: string; readonly text: string };
  /** Where facts are kept from one run to the next; absent: nowhere. */
  readonly cacheFolder?: string;
}

/** An ISMS that was loaded; `check` reports on the parts that were asked for, as the project stands then. */
export interface LoadedRoot {
  readonly root: Root;
  readonly project: Project;
  /** Relative to the working directory. */
  readonly name: string;
  /** A path inside the root as seen from the working directory. */
  readonly fileAt: (path: string) => string;
  /** With a result of the whole ISMS where there is one already. */
  check(result?: CheckResult): CheckedWorkspace;
  /** Keeps what was read for the next run. */
  keep(): void;
}

export interface Analysis {
  readonly roots: readonly LoadedRoot[];
  /** For people: named parts in which there was nothing to check. */
  readonly notes: readonly string[];
}

/** Loads every root, also those below a folder that was asked for. Refuses where there is nothing to check. */
export async function analyse(request: AnalysisRequest): Promise<Analysis | Refusal> {
  const loaded = await loadRoots(request);
  if (isRefusal(loaded)) return loaded;
  const analysis = withSomethingToCheck(loaded);
  if (isRefusal(analysis) || typeof request.baseline !== 'object') return analysis;
  return analysis.roots.length === 1 ? analysis : refuse(oneBaseline(analysis.roots));
}

/** Loads every root, whether there is something to check or not, by name in order. */
export async function loadRoots(request: AnalysisRequest): Promise<LoadedRoot[] | Refusal> {
  const queue = [...request.roots];
  const loaded: LoadedRoot[] = [];
  for (let root = queue.shift(); root !== undefined; root = queue.shift()) {
    const each = await loadRoot(root, request);
    if (isRefusal(each)) return each;
    loaded.push(each);
    for (const nested of nestedRootsOf(each)) {
      const known = queue.findIndex(({ folder }) => folder === nested.folder);
      if (known >= 0) queue[known] = nested;
      else if (!loaded.some((other) => other.root.folder === nested.folder)) queue.push(nested);
    }
  }
  return loaded.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Loads one root, whatever is in it. Refuses where its configuration or a named file cannot be used. */
export async function loadRoot(root: Root, request: AnalysisRequest): Promise<LoadedRoot | Refusal> {
  const { cwd, config, overlay } = request;
  const { engine, keep } = withCache(root, request);
  const inRoot =
    config === undefined ? undefined : { path: relativePath(root.folder, config.path), text: config.text };
  const baseline =
    typeof request.baseline === 'object'
      ? { path: relativePath(root.folder, request.baseline.path), text: request.baseline.text }
      : request.baseline;
  const project = createProject({
    engine,
    fileSystem: request.fileSystemAt(root.folder),
    ...(inRoot !== undefined && { configuration: inRoot }),
    ...(baseline !== undefined && { baseline }),
  });
  if (overlay !== undefined) project.open(relativePath(root.folder, overlay.path), overlay.text);
  await project.load();
  const named = { name: relativePath(cwd, root.folder), fileAt: fileAtOf(root, cwd) };
  const refusal =
    configRefusal(project.isms(), config?.name ?? named.fileAt(CONFIG_FILE), named.fileAt) ??
    unreadableRefusal(root, project, named.fileAt);
  return (
    refusal ?? { root, project, ...named, check: (result) => checkRoot(root, project, request, result), keep }
  );
}

/** The engine with what earlier runs kept of this root. */
function withCache(
  { folder }: Root,
  { engine, cacheFolder, overlay }: AnalysisRequest,
): { readonly engine: Engine; readonly keep: () => void } {
  if (cacheFolder === undefined) return { engine, keep: () => undefined };
  const file = cacheFile(cacheFolder, folder);
  const cache = createFactCache(engine, readCache(file), buildVersion());
  const keep = (): void => {
    // Unsaved text changes with every key; what is on disk is worth keeping.
    const text = overlay === undefined ? cache.save() : undefined;
    if (text !== undefined) writeCache(cacheFolder, file, text);
  };
  return { engine: cache.engine, keep };
}

function oneBaseline(roots: readonly LoadedRoot[]): string {
  const names = roots.map(({ name }) => `"${name}"`).join(', ');
  return `--baseline is for one ISMS, and here are ${roots.length}: ${names}. Name one of them, or keep a ${BASELINE_FILE} in each.`;
}

function fileAtOf(root: Root, cwd: string): (path: string) => string {
  // Asked for every finding, of which a file has many.
  const known = new Map<string, string>();
  return (path) => {
    const file = known.get(path) ?? relativePath(cwd, join(root.folder, path));
    known.set(path, file);
    return file;
  };
}

function checkRoot(
  root: Root,
  project: Project,
  request: AnalysisRequest,
  result?: CheckResult,
): CheckedWorkspace {
  const isms = project.isms();
  const asked = (place: { readonly path: string }): boolean => isAsked(root, place);
  const { findings, suppressed } =
    result ??
    request.engine.check(isms, {
      ...request,
      ...(isSeparable(root, isms) && { asks: (path) => asked({ path }) }),
    });
  const controls = controlStates(isms);
  const name = relativePath(request.cwd, root.folder);
  const forge = gitRoot(root.folder);
  return {
    root: name,
    forgeRoot: forge === undefined ? name : relativePath(forge, root.folder),
    fileAt: fileAtOf(root, request.cwd),
    isms,
    findings: findings.filter(asked),
    suppressed: suppressed.filter(({ finding }) => asked(finding)),
    controls,
    coverage: coverageOf(controls),
  };
}

/** The roots directly below a folder that was asked for. They are asked for as a whole. */
function nestedRootsOf({ root, project }: LoadedRoot): Root[] {
  return project.nestedRoots
    .filter((path) => root.scopes.some((scope) => scope.kind === 'folder' && liesIn(scope.path, path)))
    .map((path) => ({
      folder: join(root.folder, path),
      marked: true,
      scopes: [{ path: '', kind: 'folder' as const, name: path }],
    }));
}

/** A named file or folder that cannot be read is no finding: nothing of what was asked for could be checked. */
function unreadableRefusal(
  root: Root,
  project: Project,
  fileAt: (path: string) => string,
): Refusal | undefined {
  const { unreadable } = project.isms();
  const config = unreadable.find(({ path }) => path === CONFIG_FILE);
  if (config !== undefined)
    return refuse(`the configuration "${fileAt(CONFIG_FILE)}" cannot be used: ${config.reason}.`);
  for (const scope of root.scopes) {
    const file = unreadable.find(({ path }) => path === (scope.path === '' ? '.' : scope.path));
    if (file !== undefined) return refuse(`cannot check "${scope.name}": ${file.reason}.`);
  }
  return undefined;
}

/** Drops what merely lies around an ISMS, and refuses where nothing is left: a check of nothing must not pass. */
function withSomethingToCheck(loaded: readonly LoadedRoot[]): Analysis | Refusal {
  const roots = loaded.filter((each) => each.root.marked || holdsSomething(each, WHOLE));
  const held = roots.some((each) => each.root.scopes.some((scope) => holdsSomething(each, scope)));
  if (!held)
    return refuse(nothingToCheck(loaded.flatMap(({ root }) => root.scopes.map((scope) => scope.name))));
  const empty = loaded.flatMap((each) =>
    each.root.scopes.filter((scope) => !coversSomething(scope, each, roots)),
  );
  return {
    roots,
    notes: empty.map(
      (scope) => `"${scope.name}" holds no document of an ISMS, so nothing was checked there.`,
    ),
  };
}

const WHOLE: Scope = { path: '', kind: 'folder', name: '' };

function holdsSomething({ project }: LoadedRoot, scope: Scope): boolean {
  const isms = project.isms();
  const files = [
    ...isms.documents,
    ...isms.unreadable,
    ...(scope.path === CONFIG_FILE ? [{ path: CONFIG_FILE }] : []),
  ];
  return files.some(({ path }) => liesIn(scope.path, path));
}

function coversSomething(scope: Scope, at: LoadedRoot, roots: readonly LoadedRoot[]): boolean {
  if (holdsSomething(at, scope)) return true;
  const folder = join(at.root.folder, scope.path);
  return roots.some(({ root }) => root !== at.root && isBelow(folder, root.folder));
}

function nothingToCheck(names: readonly string[]): string {
  const where = [...new Set(names)].map((name) => (name === '.' ? 'this folder' : `"${name}"`)).join(', ');
  return `found no document of an ISMS in ${where}, so there was nothing to check.

A Markdown file belongs to an ISMS when its front matter says so:

  ---
  title: Access control
  type: policy
  controls: ["A.5.15", "A.5.18"]
  ---

So does a Statement of Applicability or a risk register: a table with a row for each control or risk.
Put a file "isms.yaml" into the folder that holds the ISMS, and "isms check" finds it from any folder below.`;
}
