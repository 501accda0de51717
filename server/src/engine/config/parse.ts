import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import { parseYaml, type YamlEntry, type YamlNode } from '../syntax/yaml';
import { configSchema, type Config } from './schema';

export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
  /** The key that was probably meant. */
  readonly suggestion?: string;
}

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
  if (errors.length > 0) return { config: {}, problems: errors, root };
  if (root === undefined) return { config: {}, problems: [], root };
  const value = plain(root);
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return { config: parsed.data, problems: unknownRules(parsed.data, root, ruleIds), root };
  const problems = parsed.error.issues.map((issue) => problemOf(issue as unknown as Issue, root));
  return { config: soundParts(value, parsed.error.issues as unknown as Issue[]), problems, root };
}

interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly keys?: readonly string[];
}

function problemOf(issue: Issue, root: YamlNode): ConfigProblem {
  if (issue.code !== 'unrecognized_keys' || issue.keys === undefined) {
    const where = issue.path.length === 0 ? 'isms.yaml' : `"${issue.path.join('.')}"`;
    return { message: `${where} is not as expected: ${issue.message}`, span: nodeAt(root, issue.path)?.span ?? root.span };
  }
  const [key = ''] = issue.keys;
  const parent = nodeAt(root, issue.path);
  const span = parent?.type === 'map' ? parent.entries.find((entry) => entry.key === key)?.keySpan : undefined;
  const suggestion = nearest(key, knownKeys(issue.path));
  const message = `"${key}" is no key of ${issue.path.length === 0 ? 'isms.yaml' : `"${issue.path.join('.')}"`}${suggestion === undefined ? '' : `; did you mean "${suggestion}"?`}`;
  return { message, span: span ?? parent?.span ?? root.span, ...(suggestion !== undefined && { suggestion }) };
}

/** The keys that the schema knows at a path: the top level, `documents` and the entries of `ignore`. */
function knownKeys(path: readonly (string | number)[]): string[] {
  if (path[0] === 'documents') return ['include', 'exclude'];
  if (path[0] === 'ignore') return ['rule', 'files', 'controls', 'reason', 'until', 'by'];
  return Object.keys(configSchema.shape);
}

function unknownRules(config: Config, root: YamlNode, ruleIds: readonly string[]): ConfigProblem[] {
  return Object.keys(config.rules ?? {})
    .filter((id) => !ruleIds.includes(id))
    .map((id) => {
      const suggestion = nearest(id, ruleIds);
      const rules = nodeAt(root, ['rules']);
      const entry = rules?.type === 'map' ? rules.entries.find((each) => each.key === id) : undefined;
      return {
        message: `There is no rule "${id}"${suggestion === undefined ? '' : `; did you mean "${suggestion}"?`}`,
        span: entry?.keySpan ?? root.span,
        ...(suggestion !== undefined && { suggestion }),
      };
    });
}

/** The top-level keys without a fault: one slip must not switch off all configuration in the editor. */
function soundParts(value: unknown, issues: readonly Issue[]): Config {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const faulty = new Set(issues.flatMap((issue) => (issue.path.length === 0 ? (issue.keys ?? []) : [String(issue.path[0])])));
  const sound = Object.fromEntries(Object.entries(value).filter(([key]) => !faulty.has(key)));
  const parsed = configSchema.safeParse(sound);
  return parsed.success ? parsed.data : {};
}

/** The node at a path of keys and indices; the deepest one that exists. */
export function nodeAt(root: YamlNode, path: readonly (string | number)[]): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) {
    const next: YamlNode | undefined = node?.type === 'list' ? node.items[Number(step)] : node?.type === 'map' ? entryValue(node.entries, String(step)) : undefined;
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function entryValue(entries: readonly YamlEntry[], key: string): YamlNode | undefined {
  return entries.find((entry) => entry.key === key)?.value;
}

function plain(node: YamlNode): unknown {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, entry.value === undefined ? undefined : plain(entry.value)]));
}
