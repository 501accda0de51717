import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readCatalogFile, type CatalogFile } from '../../server/src/engine/catalog/ownCatalogs';
import { createSource } from '../../server/src/engine/text/source';
import { oscalFaults } from './oscal/structure';

/**
 * Valid by NIST's `oscal_catalog_schema.json` of OSCAL 1.1.3 (SHA-256
 * 5e120afbd14c480a9498ab6388857ef32b3b880e458525e966ff7c7f59333d90), which no package brings along.
 */
const SAMPLE = readFileSync(new URL('./oscal/sample.json', import.meta.url), 'utf8');

const read = (text: string): CatalogFile => readCatalogFile(createSource('catalog/oscal.json', text));
const faultsOf = (text: string): (readonly [string, string])[] =>
  read(text).problems.map(({ message, span }) => [text.slice(span.start, span.end), message]);

test('the sample is an OSCAL catalog by the rules of its model', () => {
  assert.deepEqual(oscalFaults(JSON.parse(SAMPLE)), []);
  assert.deepEqual(oscalFaults({ catalog: { uuid: '1', controls: [{ id: 'a b' }] } }).length, 8);
});

test('controls are read with label, group, parent and statement', () => {
  const { catalog, problems } = read(SAMPLE);
  assert.deepEqual(problems, []);
  assert.equal(catalog.title, 'Harbour Authority Security Catalog');
  assert.deepEqual(
    catalog.controls.map(({ id, theme, parent }) => [id, theme, parent?.id]),
    [
      ['loose-1', undefined, undefined],
      ['HB-1', 'Harbour operations', undefined],
      ['HB-1(1)', 'Harbour operations', 'HB-1'],
      ['pilot-cards-1', 'Pilots', undefined],
    ],
  );
  assert.equal(
    catalog.controls.find((control) => control.id === 'HB-1')?.text,
    'The crane master locks every console:\n- a. within […] of the last lift;\n- b. before a shift change.',
  );
});

test('a control knows its place in the file', () => {
  const { catalog } = read(SAMPLE);
  const places = catalog.controls.map(({ idSpan }) => SAMPLE.slice(idSpan.start, idSpan.end));
  assert.deepEqual(places, ['"loose-1"', '"hb-1"', '"hb-1.1"', '"pilot-cards-1"']);
});

test('OSCAL written as YAML is read the same way', () => {
  const yaml =
    'catalog:\n  metadata:\n    title: Harbour\n  controls:\n    - id: hb-1\n      title: Crane consoles\n';
  const { catalog, problems } = readCatalogFile(createSource('catalog/oscal.yaml', yaml));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    catalog.controls.map(({ id }) => id),
    ['hb-1'],
  );
});

const FAULTS: readonly (readonly [name: string, from: string, to: string, place: string, message: RegExp])[] =
  [
    [
      'a control without a title',
      '"title": "Pilot cards"',
      '"class": "x"',
      '"id"',
      /Control "pilot-cards-1" has no title/,
    ],
    ['a group without a title', '"title": "Pilots",', '', '"controls"', /A group has no title/],
    ['a control without an id', '"id": "pilot-cards-1", ', '', '"title"', /A control has no id/],
    [
      'a catalog without a title',
      '"title": "Harbour Authority Security Catalog",',
      '',
      '"last-modified"',
      /The catalog has no title/,
    ],
    [
      'an id that is a bare number',
      '"id": "pilot-cards-1"',
      '"id": "12"',
      '"12"',
      /"12" cannot serve as the id/,
    ],
    [
      'controls that are no list',
      '"controls": [{ "id": "pilot-cards-1", "title": "Pilot cards" }]',
      '"controls": {}',
      '"controls"',
      /"controls" is not a list/,
    ],
    [
      'a control that is no object',
      '[{ "id": "pilot-cards-1", "title": "Pilot cards" }]',
      '[true]',
      't',
      /An entry of "controls" is no object/,
    ],
  ];
for (const [name, from, to, place, message] of FAULTS) {
  test(`reports ${name}, at its place, and keeps the rest`, () => {
    const text = SAMPLE.replace(from, to);
    assert.notEqual(text, SAMPLE);
    const faults = faultsOf(text);
    assert.equal(faults.length, 1, JSON.stringify(faults));
    assert.equal(faults[0]?.[0], place);
    assert.match(faults[0]?.[1] ?? '', message);
    assert.ok(read(text).catalog.controls.some((control) => control.id === 'HB-1'));
  });
}

const BROKEN: readonly (readonly [name: string, text: string, place: string, message: RegExp])[] = [
  ['a comma that is missing', '{"catalog": {"a": 1 "b": 2}}', '"', /a comma or a closing "}" is missing/],
  ['a comma too many', '{"catalog": [1, ]}', ']', /this is not a JSON value/],
  ['a bracket that is missing', '{"catalog": {"a": 1}', '', /the file ends before a closing "}"/],
  ['a text that is not closed', '{"catalog": "abc\n}', '"', /not closed on its line/],
  ['a key without quotes', '{catalog: 1}', 'c', /a key is missing or stands without quotes/],
  ['a key that stands twice', '{"a": 1, "a": 2}', '"a"', /the key "a" stands twice/],
  ['more behind the end', '{"a": 1} x', 'x', /more text behind the end/],
];
for (const [name, text, place, message] of BROKEN) {
  test(`broken JSON: ${name}`, () => {
    const faults = faultsOf(text);
    assert.equal(faults.length, 1);
    assert.equal(faults[0]?.[0], place);
    assert.match(faults[0]?.[1] ?? '', message);
  });
}

test('a profile, which holds no controls, is told so', () => {
  const [fault] = faultsOf('{"catalog": {"metadata": {"title": "Baseline"}}}');
  assert.match(fault?.[1] ?? '', /has no control/);
});
