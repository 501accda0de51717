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

/** Tells whether `isms.yaml` names a file: such files are read even where a pattern would leave them out. */
export function isNamed(config: Config | undefined, path: string): boolean {
  return [config?.soa, config?.riskRegister, config?.evidenceRegister, config?.requirementsRegister].some(
    (entries) => namesPath(entries, path),
  );
}

/** True where one of the entries is the path itself, a pattern for it (`risks/*.yaml`), or a folder above it (`risks/`). */
export function namesPath(entries: string | readonly string[] | undefined, path: string): boolean {
  return [entries ?? []].flat().some((entry) => {
    const normal = normalPath(entry);
    return normal === path || (isPattern(normal) && picomatch(normal.replace(/\/$/, '/**'))(path));
  });
}

/** The entries for which no file is known. */
export function missingPaths(
  entries: string | readonly string[] | undefined,
  known: ReadonlySet<string>,
): string[] {
  const missing = [entries ?? []]
    .flat()
    .map(normalPath)
    .filter((path) => !known.has(path));
  return missing.filter((path) => !isPattern(path) || ![...known].some((each) => namesPath(path, each)));
}

/** True for an entry that may stand for several files. */
export function isPattern(path: string): boolean {
  return /[*?{[]|\/$/.test(path);
}

/** A path in `isms.yaml` as the paths of files are written here: without `./`, with `/`. */
export function normalPath(path: string): string {
  return path.replace(/\\/g, '/').replace(/^(?:\.\/)+/, '');
}
