import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { parseConfig } from '../../server/src/engine/config/parse';
import { schemaFiles } from '../../server/tools/docs/schemas';
import { textOf } from '../tidy/sources';

function schema(name: string): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
  formats(ajv);
  return ajv.compile(JSON.parse(schemaFiles('https://example.test').get(`docs/schemas/${name}.schema.json`) ?? '{}') as object);
}

const CONFIGURATIONS: readonly string[] = [
  'organization: ACME\n',
  'soa: [people.md, physical.md]\nreviewCycle: 12\n',
  'documents: { include: ["**/*.md"], exclude: [] }\n',
  'rules: { soa/missing: "off" }\nstatuses: { in kraft: approved }\ncontrolKeys: { ours: iso27001 }\n',
  'requiredFields: [title, approver]\nriskMatrix: { "1": { "1": 1 } }\nriskAppetite: 8\n',
  'ignore: [{ rule: soa/missing, reason: a, until: "2026-12-31", by: b, files: x, controls: [A.5.1] }]\n',
  'impact: { levels: { IMP131: decision, IMP103: "off" }, versionBump: pr }\n',
  'impact: { levels: { IMP131: grave } }\n',
  'impact: { levels: { weakened: decision } }\n',
  'organisation: ACME\n',
  'documents: { inclde: [] }\n',
  'soa: 5\n',
  'rules: { soa/missing: eror }\n',
  'requiredFields: [titel]\n',
  'ignore: [{ reason: a }]\n',
  'ignore: [{ rule: a, until: soon }]\n',
  '- a\n',
];

describe('the JSON Schema of isms.yaml', () => {
  const validate = schema('isms');

  for (const text of CONFIGURATIONS) {
    it(`agrees with the loader: ${text.trim()}`, () => {
      const sound = parseConfig(text, ['soa/missing']).problems.length === 0;
      assert.equal(validate(parse(text)), sound, JSON.stringify(validate.errors));
    });
  }

  it('holds examples/acme', () => {
    assert.ok(validate(parse(textOf('examples/acme/isms.yaml'))), JSON.stringify(validate.errors));
  });

  it('describes every key, with an example that is valid', () => {
    const { properties } = JSON.parse(schemaFiles('').get('docs/schemas/isms.schema.json') ?? '{}') as {
      properties: Record<string, { description?: string; examples?: unknown[] }>;
    };
    for (const [key, { description, examples = [] }] of Object.entries(properties)) {
      assert.ok(description !== undefined && description.length > 10, key);
      assert.ok(examples.length > 0, key);
      for (const example of examples) assert.ok(validate({ [key]: example }), `${key}: ${JSON.stringify(validate.errors)}`);
    }
  });
});

describe('the JSON Schema of check --format json', () => {
  const validate = schema('check');
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
  const diagnostic = { ruleId: 'soa/missing', severity: 'warning', message: 'm', file: 'soa.md', range, fix: 'none', related: [] };
  const report = {
    schemaVersion: 1,
    tool: { name: 'isms', version: '0.1.0' },
    today: '2026-11-22',
    workspaces: [],
    diagnostics: [{ ...diagnostic, control: 'A.5.1' }],
    suppressed: [{ ruleId: 'soa/missing', file: 'soa.md', range, reason: 'r', where: 'inline' }],
  };

  it('takes what the contract says', () => {
    assert.ok(validate(report), JSON.stringify(validate.errors));
  });

  const WRONG: readonly (readonly [name: string, value: object])[] = [
    ['another version', { ...report, schemaVersion: 2 }],
    ['a key that is not in the contract', { ...report, extra: true }],
    ['a severity that is none', { ...report, diagnostics: [{ ...diagnostic, severity: 'info' }] }],
    ['a finding without its fix kind', { ...report, diagnostics: [{ ...diagnostic, fix: undefined }] }],
    ['a suppression without a reason', { ...report, suppressed: [{ ...report.suppressed[0], reason: '' }] }],
    ['a day that is none', { ...report, today: 'today' }],
    ['a negative line', { ...report, diagnostics: [{ ...diagnostic, range: { ...range, start: { line: -1, character: 0 } } }] }],
  ];
  for (const [name, value] of WRONG) {
    it(`refuses ${name}`, () => {
      assert.ok(!validate(JSON.parse(JSON.stringify(value))));
    });
  }
});
