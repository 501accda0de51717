import picomatch from 'picomatch/posix';
import type { Config } from '../config/schema';
import { structuredFormat } from '../facts/formats';

const DEFAULT_INCLUDE: readonly string[] = ['**/*.md', '**/*.markdown'];

/**
 * Tells whether `documents.include` and `exclude` take a path in. Without patterns all Markdown is included. CSV, YAML and
 * JSON need no pattern: they are looked at wherever they are not excluded, and only an SoA or a register among them counts.
 */
export function createIncludeFilter(config: Config | undefined): (path: string) => boolean {
  const include = picomatch([...(config?.documents?.include ?? DEFAULT_INCLUDE)]);
  const excluded = config?.documents?.exclude ?? [];
  const exclude = excluded.length === 0 ? () => false : picomatch([...excluded]);
  return (path) =>
    (structuredFormat(path) !== undefined ? !TOOL_FILE.test(path) : include(path)) && !exclude(path);
}

/** What tools keep for themselves: never an SoA, and often large. */
const TOOL_FILE =
  /(?:^|\/)(?:isms\.yaml|package(?:-lock)?\.json|[^/]*\.lock\.json|tsconfig[^/]*\.json|pnpm-lock\.yaml|docker-compose[^/]*\.ya?ml)$/i;

/** True for files that can hold something of an ISMS: Markdown, and SoAs and registers as CSV, YAML or JSON. */
export function isReadable(path: string): boolean {
  return isMarkdown(path) || (structuredFormat(path) !== undefined && !TOOL_FILE.test(path));
}

export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** The files that `isms.yaml` names: they are read even where a pattern would leave them out. */
export function namedPaths(config: Config | undefined): string[] {
  return [config?.soa, config?.riskRegister, config?.evidenceRegister, config?.requirementsRegister].flatMap(
    (value) => [value ?? []].flat().map(normalPath),
  );
}

/** A path in `isms.yaml` as the paths of files are written here: without `./`, with `/`. */
export function normalPath(path: string): string {
  return path.replace(/\\/g, '/').replace(/^(?:\.\/)+/, '');
}
