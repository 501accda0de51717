import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CrosswalkData } from '../../server/src/engine/catalog/crosswalkData';
import { frameworkCoverage } from '../../server/src/engine/check/frameworkCoverage';
import { createEngine } from '../../server/src/engine/engine';
import { hoverAt } from '../../server/src/engine/features/hover';
import type { CatalogText } from '../../server/src/engine/index/catalogFiles';
import type { Isms } from '../../server/src/engine/index/model';
import { catalogData } from '../harness/engine';
import { CUSTOMERS } from './customers';

const crosswalks = JSON.parse(
  readFileSync(new URL('../../server/src/generated/crosswalks.json', import.meta.url), 'utf8'),
) as CrosswalkData;
const engine = createEngine(catalogData, crosswalks);

/** An ISMS of files by path, with the catalogue files that `isms.yaml` names. */
function ismsOf(
  config: string,
  files: Readonly<Record<string, string>>,
  catalogFiles: Readonly<Record<string, CatalogText>> = {},
): Isms {
  const loaded = engine.withCatalogs(
    engine.loadConfig('isms.yaml', config),
    new Map(Object.entries(catalogFiles)),
  );
  const read = Object.entries(files).map(([path, text]) => [path, engine.read(path, text, loaded)] as const);
  return engine.build({ config: loaded, files: new Map(read) });
}

const CONFIG = 'catalogs: [./catalog/customers.yaml]\nsoa: soa.md\n';
const POLICY = `---
title: Customers
controls: ["A.5.15", CUST-1, "acme/CUST-2", "A.5.38", "CUST-9"]
---

We answer for CUST-1 (see also cust-2).
`;
const isms = ismsOf(CONFIG, { 'policy.md': POLICY, 'soa.md': '' }, { 'catalog/customers.yaml': CUSTOMERS });

test('own ids count as controls under a control key, in every accepted spelling', () => {
  assert.deepEqual([...isms.mappings.keys()], ['A.5.15', 'CUST-1', 'CUST-2', 'A.5.38']);
  const mentions = isms.documents[0]?.facts.references.map(({ mention }) => [
    mention.text,
    mention.namespace,
    mention.canonical,
  ]);
  assert.deepEqual(mentions, [
    ['A.5.15', 'iso27001:2022', true],
    ['CUST-1', 'own', true],
    ['acme/CUST-2', 'own', false],
    ['A.5.38', 'iso27001:2022', true],
  ]);
});

test('own ids are found in the text, at their places', () => {
  const cited = isms.documents[0]?.facts.citations.map(({ mention }) => [
    POLICY.slice(mention.span.start, mention.span.end),
    mention.ids[0],
  ]);
  assert.deepEqual(cited, [
    ['CUST-1', 'CUST-1'],
    ['cust-2', 'CUST-2'],
  ]);
});

test('an id of a sector extension is known, and unknown without its catalogue', () => {
  const unknown = (of: Isms): (string | undefined)[] =>
    engine
      .check(of, { today: '2026-11-22' })
      .findings.filter(({ ruleId }) => ruleId === 'mapping/unknown-control')
      .map(({ control }) => control);
  assert.deepEqual(unknown(isms), []);
  assert.deepEqual(unknown(ismsOf('soa: soa.md\n', { 'policy.md': POLICY, 'soa.md': '' })), ['A.5.38']);
});

test('a document with own controls alone is a policy', () => {
  const text = '---\ntitle: Customers\ncontrols: [CUST-1]\n---\n';
  const own = ismsOf(CONFIG, { 'p.md': text }, { 'catalog/customers.yaml': CUSTOMERS });
  assert.equal(own.documents[0]?.kind, 'policy');
  assert.equal(own.documents[0]?.basis, 'controls');
});

test('Annex A stays the 93 controls that it is', () => {
  assert.equal(isms.catalog.controls.length, 93);
  assert.equal(isms.catalog.control('CUST-1'), undefined);
  assert.equal(isms.catalog.ownControl('CUST-1')?.title, 'Customer data stays in the EU');
  assert.ok(isms.catalog.knows('CUST-1') && isms.catalog.knows('A.5.15') && !isms.catalog.knows('CUST-9'));
});

test('an excerpt belongs to its control and names where it is from', () => {
  assert.deepEqual(isms.catalog.excerpts('A.5.15'), [
    {
      text: 'Our own words on access control.',
      source: 'Our licensed copy, page 40',
      catalog: 'Requirements of our customers',
    },
  ]);
  assert.deepEqual(isms.catalog.excerpts('A.5.16'), []);
});

test('a framework of the organisation has a coverage like those that ship', () => {
  const coverage = frameworkCoverage(isms, 'harbour-contract');
  const [set] = coverage?.sets ?? [];
  assert.equal(set?.source.label, 'your own mapping');
  assert.deepEqual(set?.counts, { 'in-place': 1, open: 0, unrelated: 1 });
  assert.deepEqual(
    set.items[0]?.controls.map(({ edge, title, documents }) => [
      edge.control,
      edge.confidence,
      title,
      documents,
    ]),
    [
      ['A.5.15', 'own', 'Access control', ['policy.md']],
      ['CUST-2', 'own', 'Customers hear of an incident within 24 hours', ['policy.md']],
    ],
  );
});

test('the hover on an own id shows its own text, on a control the excerpts marked as theirs', () => {
  const linkTo = (path: string): string => path;
  const own = hoverAt(isms, 'policy.md', POLICY.indexOf('CUST-1'), linkTo)?.markdown ?? '';
  assert.match(own, /CUST-1 Customer data stays in the EU/);
  assert.match(own, /runs in a data centre in the EU/);
  assert.match(own, /Mapped by Customers/);
  const annex = hoverAt(isms, 'policy.md', POLICY.indexOf('A.5.15'), linkTo)?.markdown ?? '';
  assert.match(
    annex,
    /Your own text\*\* \(Requirements of our customers, Our licensed copy, page 40\)\n\nOur own words/,
  );
});

const invalid = (of: Isms): (readonly [string, string])[] =>
  engine
    .check(of, { today: '2026-11-22' })
    .findings.filter(({ ruleId }) => ruleId === 'config/invalid')
    .map(({ path, message }) => [path, message]);

test('config/invalid reports a fault in the catalogue file, with its fix there', () => {
  const broken = ismsOf(
    CONFIG,
    { 'soa.md': '' },
    { 'catalog/customers.yaml': CUSTOMERS.replace('theme:', 'theem:') },
  );
  const finding = engine
    .check(broken, { today: '2026-11-22' })
    .findings.find(({ ruleId }) => ruleId === 'config/invalid');
  assert.equal(finding?.path, 'catalog/customers.yaml');
  assert.match(finding.message, /"theem" is not a key of a control/);
  assert.deepEqual(finding.fixes[0]?.edits, [
    { path: 'catalog/customers.yaml', span: finding.span, newText: 'theme' },
  ]);
});

test('config/invalid reports a catalogue that cannot be used, on its entry', () => {
  const missing: CatalogText = { failure: 'it does not exist', missing: true };
  const gone = ismsOf(CONFIG, { 'soa.md': '' }, { 'catalog/customers.yaml': missing });
  assert.deepEqual(
    invalid(gone).map(([path]) => path),
    ['isms.yaml'],
  );
  assert.match(
    invalid(gone)[0]?.[1] ?? '',
    /"\.\/catalog\/customers\.yaml" cannot be used: it does not exist/,
  );
  assert.match(invalid(ismsOf('catalogs: [../iso.yaml]\n', {}))[0]?.[1] ?? '', /it lies outside the folder/);
  assert.match(
    invalid(ismsOf('catalogs: [/etc/iso.yaml]\n', {}))[0]?.[1] ?? '',
    /it lies outside the folder/,
  );
  const denied: CatalogText = { failure: 'there is no permission to read it', missing: false };
  assert.equal(invalid(ismsOf('catalogs: [iso.local.yaml]\n', {}, { 'iso.local.yaml': denied })).length, 1);
});

test('a local catalogue may be missing: licensed text stays on one machine', () => {
  const missing: CatalogText = { failure: 'it does not exist', missing: true };
  assert.deepEqual(
    invalid(ismsOf('catalogs: [catalog/iso.local.yaml]\n', {}, { 'catalog/iso.local.yaml': missing })),
    [],
  );
});
