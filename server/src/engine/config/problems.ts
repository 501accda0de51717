import { nearest } from '../text/nearest';
import { firstLineOf } from '../text/lines';
import type { Span } from '../text/span';
import type { YamlError, YamlNode } from '../syntax/yaml';

/** A place where `isms.yaml` does not hold to its schema. */
export interface ConfigProblem {
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to do, as a sentence. */
  readonly hint: string;
  readonly span: Span;
  /** The key, rule or word that was probably meant; it replaces the text at `span`. */
  readonly suggestion?: string;
}

export type PathStep = string | number;

/** The file as the problems are placed in it. */
export interface ConfigText {
  readonly text: string;
  readonly root: YamlNode;
}

export function problemOfYaml(error: YamlError): ConfigProblem {
  return { message: `isms.yaml cannot be read: ${error.message}.`, hint: error.hint, span: error.span };
}

/** `rules:` names rules by id: one that does not exist would be switched off without effect. */
export function unknownRules(file: ConfigText, ruleIds: readonly string[]): ConfigProblem[] {
  const { value } = locate(file, ['rules']);
  const unknown = value?.type === 'map' ? value.entries.filter((entry) => !ruleIds.includes(entry.key)) : [];
  return unknown.map(({ key, keySpan }) => {
    const message = `There is no rule "${key}", so this line changes nothing.`;
    return withSuggestion(
      message,
      'Name one of the rules that "isms rules" lists.',
      keySpan,
      nearest(key, ruleIds),
    );
  });
}

export function withSuggestion(
  message: string,
  otherwise: string,
  span: Span,
  suggestion: string | undefined,
): ConfigProblem {
  return suggestion === undefined
    ? { message, hint: otherwise, span }
    : { message, hint: `Did you mean "${suggestion}"?`, span, suggestion };
}

export interface Place {
  readonly span: Span;
  readonly value: YamlNode | undefined;
  /** True where the key is there, if without a value. */
  readonly found: boolean;
}

/** The first line of what stands at a path, or of the deepest part of it that exists. */
export function locate({ text, root }: ConfigText, path: readonly PathStep[]): Place {
  let node = root;
  for (const step of path) {
    if (node.type === 'scalar') break;
    const entry = node.type === 'map' ? node.entries.find((each) => each.key === String(step)) : undefined;
    const value = node.type === 'list' ? node.items[Number(step)] : entry?.value;
    if (value === undefined)
      return {
        span: entry?.keySpan ?? firstLineOf(text, node.span),
        value: undefined,
        found: entry !== undefined,
      };
    node = value;
  }
  return { span: firstLineOf(text, node.span), value: node, found: true };
}
