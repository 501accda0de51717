import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Finding } from '../../engine/check/finding';
import { BASELINE_FILE } from '../../engine/readers/baseline';
import { isSuppressible } from '../../engine/suppression/active';
import { entryLine, matchBaseline, pruneBaseline, writeBaseline } from '../../engine/suppression/baseline';
import { everythingWasRead } from '../../engine/suppression/findings';
import { analyse, type AnalysisRequest, type LoadedRoot } from '../analyse';
import { writeAtomically } from '../atomicWrite';
import { readText } from '../configuration';
import { EXIT, isRefusal, refuse, type ExitCode, type Refusal } from '../exitCodes';
import { rangeIn } from '../report';
import { analysisRequest } from '../request';
import { printableLine, withoutCommands } from '../text/printable';
import type { CommandContext } from './context';

/** `isms baseline write|prune|explain [PATH]` */
export async function runBaseline(context: CommandContext): Promise<ExitCode | Refusal> {
  const target = await targetOf(context);
  if (isRefusal(target)) return target;
  if (context.action === 'write') return write(target, context);
  return context.action === 'prune' ? prune(target, context) : explain(target, context);
}

/** One ISMS with everything that is found in it, accepted or not. */
interface Target {
  readonly root: LoadedRoot;
  readonly findings: readonly Finding[];
  /** Absolute. */
  readonly path: string;
  /** As seen from the working directory. */
  readonly file: string;
  readonly exists: boolean;
}

async function targetOf(context: CommandContext): Promise<Target | Refusal> {
  const named = context.options.value('baseline');
  // A baseline that is written for the first time need not exist yet.
  const request = await analysisRequest(context, { mayBeMissing: context.action === 'write' });
  if (isRefusal(request)) return request;
  const analysis = await analyse(wholeRoots(request));
  if (isRefusal(analysis)) return analysis;
  const [root, other] = analysis.roots;
  if (root === undefined || other !== undefined)
    return refuse(
      `"isms baseline" is for one ISMS, and here are ${analysis.roots.length}: ${analysis.roots.map(({ name }) => `"${name}"`).join(', ')}. Name one of them.`,
    );
  const path =
    named === undefined ? join(root.root.folder, BASELINE_FILE) : resolve(context.terminal.cwd, named);
  const { findings, suppressed } = root.check();
  const accepted = suppressed.filter(({ where }) => where === 'baseline').map(({ finding }) => finding);
  return {
    root,
    findings: [...findings, ...accepted],
    path,
    file: named ?? root.fileAt(BASELINE_FILE),
    exists: existsSync(path),
  };
}

/** A baseline is for the whole of an ISMS, whatever part of it was named. */
function wholeRoots(request: AnalysisRequest): AnalysisRequest {
  const roots = request.roots.map((root) => ({
    ...root,
    scopes: root.scopes.map((scope) => ({ ...scope, path: '' })),
  }));
  return { ...request, roots };
}

function write(target: Target, { terminal }: CommandContext): ExitCode | Refusal {
  const { root, findings, path, file, exists } = target;
  const isms = root.project.isms();
  const text = writeBaseline(isms, findings);
  const left = findings.filter(
    (each) => !isSuppressible(each.ruleId) && each.path !== isms.baseline?.source.path,
  ).length;
  const count = findings.filter(({ ruleId }) => isSuppressible(ruleId)).length;
  const problem = writeText(path, file, text, exists);
  if (problem !== undefined) return problem;
  const rest = left === 0 ? '' : ` ${left} about suppressions cannot be accepted; "isms check" shows them.`;
  terminal.out(withoutCommands(`${printableLine(file)} accepts ${counted(count, 'finding')}.${rest}\n`));
  return EXIT.clean;
}

function prune(target: Target, { terminal }: CommandContext): ExitCode | Refusal {
  const { root, findings, path, file } = target;
  const isms = root.project.isms();
  if (isms.baseline === undefined) return noBaseline(file);
  if (!everythingWasRead(isms))
    return refuse(
      `"${file}" cannot be pruned now: a document could not be read, and may hold what an entry stands for. "isms check" says which.`,
    );
  const { stale } = matchBaseline(isms, findings);
  const { text, byteOrderMark } = isms.baseline.source;
  const problem =
    stale.length === 0 ? undefined : writeText(path, file, byteOrderMark + pruneBaseline(text, stale), true);
  if (problem !== undefined) return problem;
  const lines = stale.map((entry) => `- ${printableLine(entryLine(entry))}\n`).join('');
  const rest = isms.baseline.entries.length - stale.length;
  const done = stale.length === 0 ? 'Nothing to remove' : `Removed ${counted(stale.length, 'entry')}`;
  terminal.out(
    withoutCommands(`${lines}${done}; ${printableLine(file)} accepts ${counted(rest, 'finding')}.\n`),
  );
  return EXIT.clean;
}

function explain(target: Target, { terminal, paint }: CommandContext): ExitCode | Refusal {
  const { root, findings, file } = target;
  const isms = root.project.isms();
  if (isms.baseline === undefined) return noBaseline(file);
  const { accepted } = matchBaseline(isms, findings);
  const found = new Map([...accepted].map(([finding, entry]) => [entry, finding]));
  const workspace = root.check();
  const lines = isms.baseline.entries.flatMap((entry) => {
    const finding = found.get(entry);
    const title = paint.bold(printableLine(entryLine(entry)));
    if (finding === undefined) return [title, `  ${paint.yellow('stands for nothing any more')}`, ''];
    const { start } = rangeIn(workspace, finding);
    const place = `${root.fileAt(finding.path)}:${start.line + 1}:${start.character + 1}`;
    return [title, `  ${printableLine(`${place} ${finding.severity}: ${finding.message}`)}`, ''];
  });
  const stale = isms.baseline.entries.length - found.size;
  const summary = `${counted(found.size, 'finding')} accepted, ${counted(stale, 'entry')} that stand for nothing any more.`;
  terminal.out(withoutCommands(`${[...lines, summary].join('\n')}\n`));
  return EXIT.clean;
}

function noBaseline(file: string): Refusal {
  return refuse(`there is no baseline "${file}". "isms baseline write" makes one.`);
}

function counted(count: number, word: 'finding' | 'entry'): string {
  return `${count} ${count === 1 ? word : word === 'entry' ? 'entries' : 'findings'}`;
}

function writeText(path: string, file: string, text: string, exists: boolean): Refusal | undefined {
  if (exists && readText(path) === text) return undefined;
  const problem = writeAtomically(path, text);
  return problem === undefined ? undefined : refuse(`"${file}" cannot be written: ${problem}`);
}
