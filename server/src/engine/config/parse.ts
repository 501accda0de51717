import { parseYaml, type YamlNode } from '../syntax/yaml';
import { plainConfig, plainIgnoreEntry } from './plainConfig';
import { problemOfYaml, unknownRules, type ConfigProblem, type PathStep } from './problems';
import type { Config } from './schema';
import type * as SchemaCheck from './schemaCheck';

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
  const file = { text, root };
  const sound = plainConfig(value);
  const checked =
    sound === undefined ? schemaCheck().checkAgainstSchema(value, file) : { config: sound, problems: [] };
  const problems = [...checked.problems, ...unknownRules(file, ruleIds)];
  const ordered = problems.sort((a, b) => a.span.start - b.span.start);
  return { config: checked.config, problems: ordered, root };
}

/** The entries of `ignore` that hold to the schema, in the order of `config.ignore`: where each stands. */
export function ignoreNodes(root: YamlNode): YamlNode[] {
  const node = nodeAt(root, ['ignore']);
  return node?.type === 'list' ? node.items.filter((item) => isIgnoreEntry(plain(item))) : [];
}

function isIgnoreEntry(value: unknown): boolean {
  return plainIgnoreEntry(value) !== undefined || schemaCheck().isIgnoreEntry(value);
}

/** The schema's library takes longer to load than most configurations to read: it is loaded by the first that is not plain. */
function schemaCheck(): typeof SchemaCheck {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be evaluated at the start
  return require('./schemaCheck') as typeof SchemaCheck;
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
