import * as z from 'zod';
import { describeSettings } from '../../src/engine/config/editorSettings';
import { configSchema } from '../../src/engine/config/schema';
import type { Rule } from '../../src/engine/rules/rule';
import { stringify } from 'yaml';
import { code, fenced, GENERATED, page, table } from './markdown';

/** What is used here of a JSON Schema. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly required?: readonly string[];
}

/** `docs/configuration.md`: every key of `isms.yaml` and every setting of the editor, from their schemas. */
export function configurationPage(rules: readonly Rule[]): ReadonlyMap<string, string> {
  const schema = z.toJSONSchema(configSchema) as SchemaNode;
  const keys = Object.entries(schema.properties ?? {});
  return new Map([
    [
      'docs/configuration.md',
      page([
        GENERATED,
        '# Configuration',
        INTRODUCTION,
        '## `isms.yaml`',
        'Every key is optional. A key that is not listed here is an error, with the nearest known one.',
        'A [JSON Schema](schemas/isms.schema.json) of the file ships with the extension and in `docs/schemas`. Editors with a YAML language server take it from a comment in the first line: `# yaml-language-server: $schema=PATH/isms.schema.json`.',
        ...keys.flatMap(([key, node]) => keySection(key, node)),
        '## Settings of the editor',
        table(
          ['Setting', 'Default', 'What it does'],
          describeSettings(rules).map(({ key, schema: setting }) => [code(key), code(JSON.stringify(setting['default'])), String(setting['markdownDescription'])]),
        ),
      ]),
    ],
  ]);
}

const INTRODUCTION = `What belongs to the ISMS stands in \`isms.yaml\` in its root folder. The nearest folder upwards that has one is the root.

The severity of a rule is decided by, in this order: the command line (\`--rule RULE=SEVERITY\`), the settings of the editor, \`rules\` in \`isms.yaml\`, the [rule's own](rules/README.md).`;

function keySection(key: string, node: SchemaNode): string[] {
  const inner = node.properties ?? node.items?.properties;
  const example = node.examples?.[0];
  return [
    `### \`${key}\``,
    `${node.description ?? ''} Type: ${typeOf(node)}.`,
    ...(example === undefined ? [] : [fenced('yaml', stringify({ [key]: example }, { lineWidth: 0 }))]),
    ...(inner === undefined ? [] : [innerTable(inner, node.items?.required ?? node.required ?? [])]),
  ];
}

function innerTable(properties: Readonly<Record<string, SchemaNode>>, required: readonly string[]): string {
  return table(
    ['Key', 'Type', 'Meaning'],
    Object.entries(properties).map(([key, node]) => [
      code(key),
      typeOf(node),
      `${node.description ?? ''}${required.includes(key) ? ' Required.' : ''}${exampleOf(node)}`,
    ]),
  );
}

function exampleOf({ examples }: SchemaNode): string {
  return examples?.[0] === undefined ? '' : ` Example: ${code(JSON.stringify(examples[0]))}`;
}

const TYPES: Readonly<Record<string, string>> = { string: 'text', number: 'number', boolean: '`true` or `false`' };

function typeOf(node: SchemaNode): string {
  if (node.enum !== undefined) return `one of ${node.enum.map((word) => code(String(word))).join(', ')}`;
  if (node.anyOf !== undefined) return node.anyOf.map(typeOf).join(', or ');
  if (node.type === 'array') return `list of ${node.items === undefined ? 'values' : plural(node.items)}`;
  if (node.type !== 'object') return [node.type ?? []].flat().map((type) => TYPES[type] ?? type).join(', or ');
  const values = node.additionalProperties;
  return typeof values === 'object' ? `names, each with ${withArticle(values)}` : 'the keys below';
}

function plural(node: SchemaNode): string {
  if (node.enum !== undefined) return node.enum.map((word) => code(String(word))).join(', ');
  return node.type === 'object' ? 'entries' : `${typeOf(node)}s`;
}

function withArticle(node: SchemaNode): string {
  const type = typeOf(node);
  return /^(?:text|number)$/.test(type) ? `a ${type}` : type.replace(/^names,/, 'names of its own,');
}
