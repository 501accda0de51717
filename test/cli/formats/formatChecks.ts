import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CheckFormat } from '../../../server/src/cli/formatNames';
import {
  assertPlace,
  assertSchema,
  assertXml,
  bytesBetween,
  elements,
  parse,
  type BytePosition,
  type Reported,
} from '../../harness/reportChecks';
import { BITBUCKET, GITLAB, RDJSON, RDJSON_DIAGNOSTIC } from './schemas';

type Check = (text: string, reported: Reported) => void | Promise<void>;

/** What each format has to hold to. A new format does not compile without its check. */
export const FORMAT_CHECKS: Readonly<Record<CheckFormat, Check>> = {
  text: (text, { findings }) => {
    for (const { ruleId } of findings) assert.ok(text.includes(ruleId), ruleId);
  },
  json: (text) =>
    assertSchema(
      JSON.parse(
        readFileSync(new URL('../../../docs/schemas/check.schema.json', import.meta.url), 'utf8'),
      ) as object,
      parse(text),
    ),
  // Regions, fingerprints and rules: test/cli/sarif.test.ts.
  sarif: (text, { findings }) => {
    const { version, runs } = parse(text) as { version: string; runs: { results: { ruleId: string }[] }[] };
    assert.equal(version, '2.1.0');
    assert.deepEqual(
      runs.flatMap(({ results }) => results.map(({ ruleId }) => ruleId)),
      findings.map(({ ruleId }) => ruleId),
    );
  },
  github: (text, reported) => {
    for (const line of lines(text)) {
      const [, file = '', at = ''] =
        /^::(?:error|warning|notice) file=([^,]+),line=(\d+),endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[^,]+::\S/.exec(
          line,
        ) ?? assert.fail(line);
      assertPlace(reported, unescape(file), Number(at));
    }
  },
  azure: (text, reported) => {
    for (const line of lines(text)) {
      const [, file = '', at = ''] =
        /^##vso\[task\.logissue type=(?:error|warning);sourcepath=([^;\]]+);linenumber=([1-9]\d*);columnnumber=[1-9]\d*;code=[^;\]]+;\][^\]]+$/.exec(
          line,
        ) ?? assert.fail(line);
      assertPlace(
        reported,
        file.replaceAll('%3B', ';').replaceAll('%5D', ']').replaceAll('%AZP25', '%'),
        Number(at),
      );
    }
  },
  gitlab: (text, reported) => {
    const entries = parse(text) as {
      description: string;
      check_name: string;
      fingerprint: string;
      location: { path: string; lines: { begin: number } };
    }[];
    assertSchema(GITLAB, entries);
    assert.equal(entries.length, reported.findings.length);
    assert.equal(new Set(entries.map((each) => each.fingerprint)).size, entries.length);
    for (const { description, check_name, location } of entries) {
      assert.ok(description.startsWith(`${check_name}: `), 'GitLab shows the description alone');
      assertPlace(reported, location.path, location.lines.begin);
    }
  },
  rdjson: (text, reported) => {
    const value = parse(text) as { diagnostics: RdDiagnostic[] };
    assertSchema(RDJSON, value);
    assertDiagnostics(value.diagnostics, reported);
  },
  rdjsonl: (text, reported) => {
    const diagnostics = lines(text).map((line) => parse(line) as RdDiagnostic);
    for (const each of diagnostics) assertSchema(RDJSON_DIAGNOSTIC, each);
    assertDiagnostics(diagnostics, reported);
  },
  checkstyle: async (text, reported) => {
    await assertXml('checkstyle.xsd', text);
    assert.equal(elements(text, 'error').length, reported.findings.length);
    for (const { name = '' } of elements(text, 'file')) assertPlace(reported, name, 1);
  },
  junit: async (text, reported) => {
    await assertXml('junit.xsd', text);
    const failures = reported.findings.length;
    const [totals] = elements(text, 'testsuites');
    const suites = elements(text, 'testsuite');
    const sum = (key: string): number => suites.reduce((total, each) => total + Number(each[key]), 0);
    assert.deepEqual([sum('failures'), elements(text, 'failure').length], [failures, failures]);
    assert.deepEqual([totals?.['tests'], totals?.['failures']], [String(sum('tests')), String(failures)]);
    assert.equal(sum('tests'), elements(text, 'testcase').length);
    for (const { name = '' } of failures === 0 ? [] : suites) assertPlace(reported, name, 1);
  },
  bitbucket: (text, reported) => {
    const value = parse(text) as {
      report: { result: string };
      annotations: { external_id: string; path: string; line: number }[];
    };
    assertSchema(BITBUCKET, value);
    assert.equal(
      value.report.result,
      reported.findings.some(({ severity }) => severity === 'error') ? 'FAILED' : 'PASSED',
    );
    assert.equal(value.annotations.length, reported.findings.length);
    assert.equal(new Set(value.annotations.map((each) => each.external_id)).size, value.annotations.length);
    for (const { path, line } of value.annotations) assertPlace(reported, path, line);
  },
  markdown: (text, { findings }) => {
    assert.match(text, /^## (?:❌|✅) ISMS check: /);
    for (const { ruleId } of findings) assert.ok(text.includes(`[${ruleId}](https://`), ruleId);
    const shown = text.replace(/`[^`\n]*`/g, '');
    assert.doesNotMatch(shown, /(?<![\w/.])@\w/, 'nobody is called');
    assert.doesNotMatch(shown, /#\d|GH-\d/, 'nothing becomes a link to an issue');
    assert.doesNotMatch(shown, /(?<!\\)<(?!\/?(?:details|summary|sub|br)>)/, 'no HTML but our own');
    for (const row of text.split('\n').filter((line) => /^\| (?:`|Where|:-)/.test(line)))
      assert.equal(row.replace(/\\\|/g, '').split('|').length, 4, row);
  },
  html: (text, { findings }) => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? assert.fail('no style');
    const hash = createHash('sha256').update(style).digest('base64');
    assert.ok(
      text.includes(
        `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
      ),
    );
    const tags = text.replace(style, '').match(/<[^>]+>/g) ?? [];
    for (const tag of tags) assert.doesNotMatch(tag, ACTIVE);
    assert.doesNotMatch(style, /url\(|@import/);
    assert.equal(text.match(/<article /g)?.length ?? 0, findings.length);
    assert.equal(balance(text), '');
  },
};

/** Whatever loads, runs, sends or escapes the page's policy. */
const ACTIVE =
  /^<(?:script|img|link|iframe|object|embed|base|form)\b|\son\w+=|\sstyle=|(?:href|src)="(?!https:\/\/)/i;

interface RdRange {
  readonly start: BytePosition;
  readonly end: BytePosition;
}
interface RdDiagnostic {
  readonly location: { readonly path: string; readonly range: RdRange };
  readonly code: { readonly value: string };
  readonly suggestions?: readonly { readonly range: RdRange; readonly text: string }[];
}

/** A column in the middle of a character would cut it in two. */
function assertDiagnostics(diagnostics: readonly RdDiagnostic[], reported: Reported): void {
  assert.deepEqual(
    diagnostics.map(({ code }) => code.value),
    reported.findings.map(({ ruleId }) => ruleId),
  );
  for (const { location, suggestions = [] } of diagnostics) {
    assertPlace(reported, location.path, location.range.start.line);
    for (const range of [location.range, ...suggestions.map((each) => each.range)])
      assert.ok(
        !bytesBetween(reported.read(location.path), range).includes('\ufffd'),
        JSON.stringify(location),
      );
  }
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

const unescape = (text: string): string =>
  text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0A', '\n').replaceAll('%25', '%');

/** The elements that are left open, or closed without having been opened. */
function balance(html: string): string {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z]+\d?)\b([^>]*)>/g)) {
    if (['meta', 'input', 'rect'].includes(name) || rest.endsWith('/')) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return `</${name}>`;
  }
  return open.join(' ');
}
