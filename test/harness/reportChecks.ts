import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { linesOf } from './difficultWorkspace';

/** What a report is checked against: the findings of the JSON report, and the files of the repository. */
export interface Reported {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly message: string;
    readonly file: string;
    readonly line: number;
  }[];
  readonly read: (file: string) => string;
}

export const parse = (text: string): unknown => JSON.parse(text) as unknown;

/** Fails with what a JSON Schema says against the value. */
export function assertSchema(schema: object, value: unknown): void {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
  formats(ajv);
  assert.ok(ajv.validate(schema, value), ajv.errorsText(ajv.errors, { separator: '\n' }));
}

/** Fails with what libxml2 says against the document: not well-formed, or other than its schema. */
export async function assertXml(xsd: string, xml: string): Promise<void> {
  const schema = readFileSync(new URL(`../cli/formats/${xsd}`, import.meta.url), 'utf8');
  const result = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [schema] });
  assert.ok(result.valid, result.errors.map((error) => error.message).join('\n'));
}

/** The attributes of every element of a name, read as an XML reader does; the document is known to be sound. */
export function elements(xml: string, name: string): Readonly<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<${name}((?: [\\w-]+="[^"]*")*)\\s*/?>`, 'g'))].map(([, list = '']) =>
    Object.fromEntries(
      [...list.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescapeXml(value)]),
    ),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name = '') =>
    code === undefined ? (ENTITIES[name as string] ?? '?') : String.fromCharCode(Number(code)),
  );
}

/** The part of a file between two positions in bytes of UTF-8, as reviewdog counts: one-based, the end exclusive. */
export function bytesBetween(
  text: string,
  { start, end }: { readonly start: BytePosition; readonly end: BytePosition },
): string {
  const lines = text.split(/(?<=\n)/).map((line) => Buffer.from(line));
  const offset = ({ line, column }: BytePosition): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length, 0) + column - 1;
  return Buffer.from(text).subarray(offset(start), offset(end)).toString('utf8');
}

export interface BytePosition {
  readonly line: number;
  readonly column: number;
}

/** What a place is about must be found where a report says: a file of the repository, and a line of it. */
export function assertPlace(reported: Reported, file: string, line: number): void {
  assert.doesNotMatch(file, /^\/|^\.\/|\\|(?:^|\/)\.\.(?:\/|$)/, 'a path is relative to the git root');
  assert.ok(line >= 1 && line <= linesOf(reported.read(file)).length, `${file}:${line}`);
}

/** Workflow commands as GitHub's runner and the Azure agent find them in what a job prints. */
export function commandsIn(output: string): string[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => {
    const github = /^\s*::([\w-]+)(?: [^:]*)?::/.exec(line)?.[1];
    return [
      ...(github === undefined ? [] : [`::${github}::`]),
      ...[...line.matchAll(/##[\w.-]*\[/g)].map(([text]) => text),
    ];
  });
}
