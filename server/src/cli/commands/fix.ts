import { analyse } from '../analyse';
import { writeAtomically } from '../atomicWrite';
import { readText } from '../configuration';
import { convertAll } from '../convertAll';
import { EXIT, isRefusal, refuse, type ExitCode, type Refusal } from '../exitCodes';
import { fixJson, fixText, type FixReport } from '../formats/fix';
import { mend, type MendedFile } from '../mend';
import { valueOrDefault } from '../parse';
import { analysisRequest } from '../request';
import { withoutCommands } from '../text/printable';
import type { CommandContext } from './context';

/** `isms fix [PATH…] [--convert] [--dry-run]` */
export async function runFix(context: CommandContext): Promise<ExitCode | Refusal> {
  const { terminal, options, product } = context;
  const request = await analysisRequest(context);
  if (isRefusal(request)) return request;
  const analysis = await analyse(request);
  if (isRefusal(analysis)) return analysis;
  const files: MendedFile[] = [];
  const convert = options.has('convert');
  for (const root of analysis.roots) files.push(...(convert ? convertAll(root) : mend(root)));
  const dryRun = options.has('dry-run');
  const problem = dryRun ? undefined : writeAll(files);
  if (problem !== undefined) return problem;
  const report: FixReport = {
    version: product.version,
    dryRun,
    convert,
    files,
    remaining: analysis.roots.flatMap((root) => root.check().findings),
  };
  const { paint, width } = context;
  if (valueOrDefault(options, 'format') === 'json') terminal.out(fixJson(report));
  else {
    const { patch, summary } = fixText(report, { paint, width });
    // A patch must stay byte for byte what it is, unless a terminal or a build machine reads it as it goes by.
    terminal.out(terminal.isTerminal || isBuildMachine(terminal.env) ? withoutCommands(patch) : patch);
    if (!options.has('quiet')) (dryRun ? terminal.err : terminal.out)(summary);
  }
  if (!options.has('quiet')) for (const note of analysis.notes) terminal.err(`isms: ${note}\n`);
  return dryRun && files.length > 0 ? EXIT.findings : EXIT.clean;
}

/** Writes every file, or none where one of them changed since it was read. */
function writeAll(files: readonly MendedFile[]): Refusal | undefined {
  const changed = files.find(({ path, before }) => readText(path) !== before);
  if (changed !== undefined)
    return refuse(
      `"${changed.file}" changed while it was being fixed; nothing was written. Run "isms fix" again.`,
    );
  for (const { path, file, after } of files) {
    const problem = writeAtomically(path, after);
    if (problem !== undefined) return refuse(`"${file}" cannot be written: ${problem}`);
  }
  return undefined;
}

function isBuildMachine(env: Readonly<Record<string, string | undefined>>): boolean {
  return ['CI', 'GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION'].some((name) => env[name] !== undefined);
}
