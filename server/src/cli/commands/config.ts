import type { Severity } from '../../engine/check/finding';
import type { Engine } from '../../engine/engine';
import { writeYaml } from '../../engine/syntax/yaml';
import { loadRoots, type LoadedRoot } from '../analyse';
import { EXIT, isRefusal, refuse, type ExitCode, type Refusal } from '../exitCodes';
import { toJson } from '../formats/json';
import { code, pageText, paragraph, table, type Block } from '../formats/page';
import { valueOrDefault } from '../parse';
import { analysisRequest } from '../request';
import { printableLine, withoutCommands } from '../text/printable';
import type { CommandContext } from './context';

/** `isms config verify|show [PATH]` */
export async function runConfig(context: CommandContext): Promise<ExitCode | Refusal> {
  const request = await analysisRequest(context);
  if (isRefusal(request)) return request;
  const roots = await loadRoots(request);
  if (isRefusal(roots)) return roots;
  const configured = roots.filter(({ project }) => project.isms().config !== undefined);
  if (context.action === 'verify') return verify(configured, context);
  const shown = (configured.length === 0 ? roots : configured).map((root) =>
    describe(root, context.engine, request.severities),
  );
  const { terminal, product } = context;
  if (valueOrDefault(context.options, 'format') === 'json')
    terminal.out(
      toJson({ schemaVersion: 1, tool: { name: 'isms', version: product.version }, workspaces: shown }),
    );
  else terminal.out(shown.map((each) => shownText(each, context)).join('\n'));
  return EXIT.clean;
}

/** A configuration with a fault is refused before it gets here, each fault with its place. */
function verify(roots: readonly LoadedRoot[], { terminal }: CommandContext): ExitCode | Refusal {
  if (roots.length === 0)
    return refuse('there is no isms.yaml here or in a folder above, so there was nothing to verify.');
  for (const { project, fileAt } of roots) {
    const file = fileAt(project.isms().config?.source.path ?? '');
    terminal.out(withoutCommands(`${printableLine(file)} is sound.\n`));
  }
  return EXIT.clean;
}

interface Shown {
  readonly root: string;
  readonly file: string | null;
  readonly documents: number;
  readonly baseline: string | null;
  readonly config: object;
  /** What each rule's findings are, with everything that decides over it. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

function describe(
  { name, fileAt, project }: LoadedRoot,
  engine: Engine,
  severities: Readonly<Record<string, Severity | 'off'>>,
): Shown {
  const { config, baseline, documents } = project.isms();
  const configured: Readonly<Record<string, Severity | 'off'>> = { ...config?.config.rules, ...severities };
  return {
    root: name,
    file: config === undefined ? null : fileAt(config.source.path),
    documents: documents.length,
    baseline: baseline === undefined ? null : fileAt(baseline.source.path),
    config: config?.config ?? {},
    rules: Object.fromEntries(engine.rules.map(({ id, severity }) => [id, configured[id] ?? severity])),
  };
}

function shownText(shown: Shown, context: CommandContext): string {
  const { root, file, documents, baseline, config, rules } = shown;
  const own = new Map(context.engine.rules.map((rule) => [rule.id, rule.severity]));
  const changed = Object.entries(rules).filter(([id, severity]) => own.get(id) !== severity);
  const facts = [
    ['Root', root],
    ['Configuration', file ?? 'none'],
    ['Baseline', baseline ?? 'none'],
    ['Documents', String(documents)],
  ];
  const blocks: Block[] = [
    table(['What', 'Value'], facts),
    ...(Object.keys(config).length === 0 ? [] : [code(writeYaml(config).trimEnd())]),
    changed.length === 0
      ? paragraph('Every rule has its own severity.')
      : table(
          ['Rule', 'Severity', 'Of its own'],
          changed.map(([id, severity]) => [id, severity, own.get(id) ?? '']),
        ),
  ];
  return pageText({ title: `Configuration of ${root}`, blocks }, context);
}
