import { parseYaml, type YamlNode } from '../syntax/yaml';
import {
  problemOfYaml,
  problemsOfIssue,
  unknownRules,
  type ConfigProblem,
  type PathStep,
  type SchemaIssue,
} from './problems';
import { configSchema, ignoreEntrySchema, type Config } from './schema';

export type { ConfigProblem } from './problems';

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** The YAML tree, for the places of its entries. */
  readonly root: YamlNode | undefined;
}

/**
 * Reads `isms.yaml`. Never throws: where it does not hold to its schema, the problems say where and why, and the parts
 * that are sound are used. `ruleIds` are the ids that `rules:` may name.
 */
export function parseConfig(text: string, ruleIds: readonly string[]): ParsedConfig {
  const { root, errors } = parseYaml(text);
  if (errors.length > 0) return { config: {}, problems: errors.map(problemOfYaml), root };
  if (root === undefined) return { config: {}, problems: [], root };
  const value = plain(root);
  const parsed = configSchema.safeParse(value);
  const issues = parsed.success ? [] : (parsed.error.issues as unknown as readonly SchemaIssue[]);
  const config = parsed.success ? parsed.data : soundParts(value, issues);
  const file = { text, root };
  const problems = [
    ...issues.flatMap((issue) => problemsOfIssue(issue, file)),
    ...unknownRules(file, ruleIds),
  ];
  return { config, problems: problems.sort((a, b) => a.span.start - b.span.start), root };
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
  if (key === 'ignore' && Array.isArray(value))
    return value.filter((entry) => ignoreEntrySchema.safeParse(entry).success);
  if (key !== 'rules' || typeof value !== 'object' || value === null) return undefined;
  const faulty = new Set(issues.filter((issue) => issue.path[0] === 'rules').map((issue) => issue.path[1]));
  return Object.fromEntries(Object.entries(value).filter(([id]) => !faulty.has(id)));
}

/** The entries of `ignore` that hold to the schema, in the order of `config.ignore`: where each stands. */
export function ignoreNodes(root: YamlNode): YamlNode[] {
  const node = nodeAt(root, ['ignore']);
  return node?.type === 'list'
    ? node.items.filter((item) => ignoreEntrySchema.safeParse(plain(item)).success)
    : [];
}

/** The node at a path of keys and indices; the deepest one that exists. */
export function nodeAt(root: YamlNode, path: readonly PathStep[]): YamlNode | undefined {
  let node = root;
  for (const step of path) {
    const next = childAt(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function childAt(node: YamlNode, step: PathStep): YamlNode | undefined {
  if (node.type === 'list') return node.items[Number(step)];
  return node.type === 'map' ? node.entries.find((entry) => entry.key === String(step))?.value : undefined;
}

function plain(node: YamlNode): unknown {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(plain);
  return Object.fromEntries(
    node.entries.map((entry) => [entry.key, entry.value === undefined ? undefined : plain(entry.value)]),
  );
}
