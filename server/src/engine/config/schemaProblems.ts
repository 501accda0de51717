import * as z from 'zod';
import { scalarText, type YamlNode } from '../syntax/yaml';
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import { locate, withSuggestion, type ConfigProblem, type ConfigText, type PathStep } from './problems';
import { configSchema } from './schema';

/** What the schema library reports; only what is used here. */
export interface SchemaIssue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly PathStep[];
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
  readonly errors?: readonly (readonly SchemaIssue[])[];
}

/** The problems of one issue: one for each unknown key, one for anything else. */
export function problemsOfIssue(issue: SchemaIssue, file: ConfigText): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => unknownKey(key, issue.path, file));
  const { value, found, span } = locate(file, issue.path);
  if (value !== undefined && issue.code === 'invalid_value') return [unknownWord(issue, value)];
  const fault = value !== undefined ? 'not as expected' : found ? 'empty' : 'missing';
  const message = `${sentence(nameOf(issue.path))} is ${fault}${expectation(issue)}.`;
  return [{ message, hint: inQuotes(issue, value) ?? exampleFor(issue.path), span }];
}

function unknownKey(key: string, path: readonly PathStep[], file: ConfigText): ConfigProblem {
  const known = knownKeys(path);
  const where = path.length === 0 ? 'isms.yaml' : nameOf(path);
  const message = `"${key}" is not a key of ${where}, so what it says has no effect.`;
  return withSuggestion(
    message,
    `Remove it. The keys are ${listed(known, 'and')}.`,
    keyPlace(file, path, key),
    nearest(key, known),
  );
}

function unknownWord(issue: SchemaIssue, value: YamlNode): ConfigProblem {
  const words = (issue.values ?? []).map(String);
  const written = value.type === 'scalar' ? scalarText(value) : '';
  const message = `${sentence(nameOf(issue.path))} is "${written}", and must be one of ${listed(words, 'or')}.`;
  return withSuggestion(message, `Write ${listed(words, 'or')}.`, value.span, nearest(written, words));
}

function keyPlace(file: ConfigText, path: readonly PathStep[], key: string): Span {
  const parent = locate(file, path);
  const entry =
    parent.value?.type === 'map' ? parent.value.entries.find((each) => each.key === key) : undefined;
  return entry?.keySpan ?? parent.span;
}

/** `"until" of entry 1 of "ignore"`. */
function nameOf(path: readonly PathStep[]): string {
  if (path.length === 0) return 'isms.yaml';
  const own = path.at(-1);
  const parent = path.slice(0, -1);
  const name = typeof own === 'number' ? `entry ${own + 1}` : `"${own}"`;
  return parent.length === 0 ? name : `${name} of ${nameOf(parent)}`;
}

function sentence(text: string): string {
  return text.startsWith('entry') ? `E${text.slice(1)}` : text;
}

const SHAPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  object: '"key: value" lines',
  record: '"key: value" lines',
};

function expectation(issue: SchemaIssue): string {
  if (issue.code === 'invalid_value')
    return `; it must be one of ${listed((issue.values ?? []).map(String), 'or')}`;
  const words = [...new Set(shapesOf(issue).flatMap((shape) => SHAPES[shape] ?? []))];
  if (words.length > 0) return `; it must be ${listed(words, 'or')}`;
  return issue.code === 'invalid_format' || issue.code === 'custom' ? `; it must be ${issue.message}` : '';
}

function shapesOf(issue: SchemaIssue): string[] {
  const branches =
    issue.code === 'invalid_union'
      ? (issue.errors ?? []).flat().filter((error) => error.path.length === 0)
      : [issue];
  return branches.flatMap((branch) => branch.expected ?? []);
}

/** `version: 3` is a number to YAML where a text was meant. */
function inQuotes(issue: SchemaIssue, value: YamlNode | undefined): string | undefined {
  if (value?.type !== 'scalar' || value.quoted || !shapesOf(issue).includes('string')) return undefined;
  return `Put it in quotes: "${value.source.trim()}"`;
}

/** An example of the deepest key on the path that has one. */
function exampleFor(path: readonly PathStep[]): string {
  for (let length = path.length; length > 0; length--) {
    const example = schemaAt(path.slice(0, length))?.meta()?.examples;
    const key = path[length - 1];
    if (Array.isArray(example) && typeof key === 'string')
      return `For example: ${key}: ${flowYaml(example[0])}`;
  }
  return 'Write "key: value" lines, for example organization: ACME GmbH.';
}

/** A value on one line of YAML. */
function flowYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${flowYaml(each)}`)
      .join(', ')} }`;
  return JSON.stringify(value);
}

function knownKeys(path: readonly PathStep[]): string[] {
  const schema = unwrapped(schemaAt(path));
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The part of the schema that decides over a path. */
function schemaAt(path: readonly PathStep[]): z.ZodType | undefined {
  let schema: z.ZodType | undefined = configSchema;
  for (const step of path) {
    const outer = unwrapped(schema);
    if (outer instanceof z.ZodObject) schema = (outer.shape as Record<string, z.ZodType>)[step];
    else schema = outer instanceof z.ZodArray ? (outer.element as z.ZodType) : undefined;
  }
  return schema;
}

/** Without the wrapping that makes a key optional. */
function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
}

function listed(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
