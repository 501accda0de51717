import { inspect } from '../../engine/features/inspect/inspection';
import { createIncludeFilter, isReadable } from '../../engine/index/include';
import type { Isms } from '../../engine/index/model';
import { loadRoot } from '../analyse';
import { EXIT, isRefusal, refuse, type ExitCode, type Refusal } from '../exitCodes';
import { inspectionJson, inspectionText } from '../formats/inspect';
import { valueOrDefault } from '../parse';
import { analysisRequest } from '../request';
import type { CommandContext } from './context';

/** `isms inspect FILE` */
export async function runInspect(context: CommandContext): Promise<ExitCode | Refusal> {
  const request = await analysisRequest(context);
  if (isRefusal(request)) return request;
  const [root] = request.roots;
  const [scope] = root?.scopes ?? [];
  if (root === undefined || scope?.kind !== 'file')
    return refuse(
      `"${scope?.name ?? '.'}" is a folder; "isms inspect" explains one file, "isms check" checks a folder.`,
    );
  const loaded = await loadRoot(root, request);
  if (isRefusal(loaded)) return loaded;
  const isms = loaded.project.isms();
  const inspection = inspect(isms, scope.path);
  if (inspection === undefined) return refuse(whyUnread(scope.path, scope.name, isms));
  const source = isms.files.get(scope.path)?.source;
  if (source === undefined) return refuse(whyUnread(scope.path, scope.name, isms));
  const file = loaded.fileAt(scope.path);
  context.terminal.out(
    valueOrDefault(context.options, 'format') === 'json'
      ? inspectionJson(inspection, { file, source, version: context.product.version })
      : inspectionText(inspection, { file, source, paint: context.paint, width: context.width }),
  );
  return EXIT.clean;
}

/** Why a file that exists was not read. */
function whyUnread(path: string, name: string, isms: Isms): string {
  const unreadable = isms.unreadable.find((file) => file.path === path);
  if (unreadable !== undefined) return `cannot read "${name}": ${unreadable.reason}.`;
  if (path === isms.config?.source.path)
    return `"${name}" is the configuration and no document; its keys are described in the documentation of isms.yaml.`;
  if (!isReadable(path))
    return `"${name}" is not read: documents are Markdown (.md), and registers also CSV, YAML or JSON.`;
  if (!createIncludeFilter(isms.config?.config)(path))
    return `"${name}" is not read: "documents" in ${isms.config?.source.path ?? 'isms.yaml'} leaves it out.`;
  return `"${name}" is not read: .gitignore leaves it out, or it lies in a folder that is never looked at, such as node_modules or one that begins with a dot.`;
}
