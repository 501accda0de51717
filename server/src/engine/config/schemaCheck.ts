import type { ConfigProblem, ConfigText } from './problems';
import { configSchema, ignoreEntrySchema, type Config } from './schema';
import { problemsOfIssue, type SchemaIssue } from './schemaProblems';

/** What the schema says of a configuration: the parts of it that are sound, and what is wrong with the others. */
export function checkAgainstSchema(
  value: unknown,
  file: ConfigText,
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return { config: parsed.data, problems: [] };
  const issues = parsed.error.issues as unknown as readonly SchemaIssue[];
  return {
    config: soundParts(value, issues),
    problems: issues.flatMap((issue) => problemsOfIssue(issue, file)),
  };
}

/** Whether the schema holds for an entry of `ignore`. */
export function isIgnoreEntry(value: unknown): boolean {
  return ignoreEntrySchema.safeParse(value).success;
}

/** What is without a fault: one slip must not switch off all configuration in the editor. */
function soundParts(value: unknown, issues: readonly SchemaIssue[]): Config {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const faulty = new Set(
    issues.flatMap((issue) => (issue.path.length === 0 ? (issue.keys ?? []) : [String(issue.path[0])])),
  );
  const sound = Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    const kept = faulty.has(key) ? soundEntries(key, each, issues) : each;
    return kept === undefined ? [] : [[key, kept]];
  });
  const parsed = configSchema.safeParse(Object.fromEntries(sound));
  return parsed.success ? parsed.data : {};
}

/** `rules` and `ignore` hold entries that have nothing to do with one another: the sound ones stay. */
function soundEntries(key: string, value: unknown, issues: readonly SchemaIssue[]): unknown {
  if (key === 'ignore' && Array.isArray(value)) return value.filter(isIgnoreEntry);
  if (key !== 'rules' || typeof value !== 'object' || value === null) return undefined;
  const faulty = new Set(issues.filter((issue) => issue.path[0] === 'rules').map((issue) => issue.path[1]));
  return Object.fromEntries(Object.entries(value).filter(([id]) => !faulty.has(id)));
}
