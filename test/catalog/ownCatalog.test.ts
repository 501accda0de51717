import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createCatalog } from '../../server/src/engine/catalog/catalog';
import type { CrosswalkData } from '../../server/src/engine/catalog/crosswalkData';
import {
  combineCatalogs,
  readCatalogFile,
  type OwnCatalogs,
} from '../../server/src/engine/catalog/ownCatalogs';
import { createSource } from '../../server/src/engine/text/source';
import { catalogData } from '../harness/engine';
import { CUSTOMERS } from './customers';

const crosswalks = JSON.parse(
  readFileSync(new URL('../../server/src/generated/crosswalks.json', import.meta.url), 'utf8'),
) as CrosswalkData;
const shipped = createCatalog(catalogData, crosswalks);

/** The catalogues of files by path, checked together. */
function catalogs(files: Readonly<Record<string, string>>): OwnCatalogs {
  const read = Object.entries(files).map(([path, text]) => readCatalogFile(createSource(path, text)));
  return combineCatalogs(read, shipped);
}

/** What each problem of one file marks, and what it says. */
function faults(text: string, path = 'catalog/own.yaml'): (readonly [string, string])[] {
  return catalogs({ [path]: text }).problems.map(({ span, message }) => [
    text.slice(span.start, span.end),
    message,
  ]);
}

test('a sound catalogue has no problem', () => {
  const { files, problems } = catalogs({ 'catalog/customers.yaml': CUSTOMERS });
  assert.deepEqual(problems, []);
  const [file] = files;
  assert.deepEqual(
    file?.catalog.controls.map(({ id, theme }) => [id, theme]),
    [
      ['CUST-1', 'Customers'],
      ['CUST-2', undefined],
      ['A.5.38', undefined],
    ],
  );
  assert.match(file?.catalog.controls[0]?.text ?? '', /^Every system that holds/);
});

const FAULTS: readonly (readonly [name: string, text: string, place: string, message: RegExp])[] = [
  ['broken YAML', 'title: x\ncontrols:\n  - id: "CUST-1\n', '"CUST-1', /cannot be read as YAML/],
  ['no title of the catalogue', 'controls: []', 'controls', /The catalogue has no title/],
  ['no keys at all', 'Just a sentence.', 'Just a sentence.', /holds no "key: value" lines/],
  ['an unknown key', 'title: x\ncontrol: []', 'control', /"control" is not a key of a catalogue/],
  ['a control without a title', 'title: x\ncontrols:\n  - id: CUST-1', 'id', /Control CUST-1 has no title/],
  ['a control without an id', 'title: x\ncontrols:\n  - title: Lock', 'title', /The control has no id/],
  [
    'an empty title',
    'title: x\ncontrols:\n  - id: CUST-1\n    title: ""',
    'title',
    /Control CUST-1 has no title/,
  ],
  [
    'a title that is a list',
    'title: x\ncontrols:\n  - id: CUST-1\n    title: [a]',
    'title',
    /"title" must be one text/,
  ],
  ['controls that are no list', 'title: x\ncontrols: CUST-1', 'controls', /"controls" must be a list/],
  ['a control without keys', 'title: x\ncontrols:\n  - CUST-1', 'C', /holds no "key: value" lines/],
  [
    'an id that is a number',
    'title: x\ncontrols:\n  - id: 5.15\n    title: y',
    '5.15',
    /cannot serve as the id/,
  ],
  [
    'an id that is a word',
    'title: x\ncontrols:\n  - id: Access\n    title: y',
    'Access',
    /cannot serve as the id/,
  ],
  [
    'an id of Annex A',
    'title: x\ncontrols:\n  - id: A.5.15\n    title: y',
    'A.5.15',
    /taken: it stands in ISO\/IEC 27001:2022 Annex A/,
  ],
  [
    'an id of the former edition',
    'title: x\ncontrols:\n  - id: A.9.2.1\n    title: y',
    'A.9.2.1',
    /2013 Annex A/,
  ],
  [
    'an excerpt of nothing',
    'title: x\nexcerpts:\n  - of: A.5.150\n    text: y',
    'A.5.150',
    /belongs to "A\.5\.150", which no catalogue holds/,
  ],
  ['an excerpt without text', 'title: x\nexcerpts:\n  - of: A.5.15', 'of', /The excerpt has no text/],
  [
    'an item related to nothing',
    'title: x\nframeworks:\n  - id: f\n    title: y\n    items:\n      - { id: "1", title: z, controls: [A.5.99] }',
    'A.5.99',
    /related to "A\.5\.99"/,
  ],
  [
    'a framework that ships',
    'title: x\nframeworks:\n  - id: gdpr\n    title: y',
    'gdpr',
    /another framework with the id "gdpr"/,
  ],
  [
    'an item twice',
    'title: x\nframeworks:\n  - id: f\n    title: y\n    items:\n      - { id: "1", title: z }\n      - { id: "1", title: z }',
    '"1"',
    /another item with the id "1"/,
  ],
];
for (const [name, text, place, message] of FAULTS) {
  test(`reports ${name}, once and at its place`, () => {
    const found = faults(text);
    assert.equal(found.length, 1, JSON.stringify(found));
    assert.equal(found[0]?.[0], place);
    assert.match(found[0]?.[1] ?? '', message);
  });
}

test('an id twice is reported where it stands again, in one file and across files', () => {
  const twice = 'title: x\ncontrols:\n  - { id: CUST-1, title: a }\n  - { id: cust-1, title: b }\n';
  assert.deepEqual(faults(twice), [
    [
      'cust-1',
      'The id "cust-1" is taken: it stands further up in this file already, and nobody could tell which of the two a document means.',
    ],
  ]);
  const { problems, files } = catalogs({
    'a.yaml': 'title: x\ncontrols: [{ id: X-1, title: a }]',
    'b.yaml': 'title: y\ncontrols: [{ id: X-1, title: b }]',
  });
  assert.deepEqual(
    problems.map(({ path }) => path),
    ['b.yaml'],
  );
  assert.match(problems[0]?.message ?? '', /it stands in a\.yaml already/);
  assert.deepEqual(
    files.flatMap((file) => file.catalog.controls.map(({ title }) => title)),
    ['a'],
    'the first one counts',
  );
});

test('parents in a circle are reported once for each circle', () => {
  const circle = `title: x
controls:
  - { id: X-1, title: a, parent: X-3 }
  - { id: X-2, title: b, parent: X-1 }
  - { id: X-3, title: c, parent: X-2 }
  - { id: X-4, title: d, parent: X-3 }
  - { id: X-5, title: e, parent: X-5 }
`;
  const found = faults(circle);
  assert.equal(found.length, 2, JSON.stringify(found));
  assert.match(found[0]?.[1] ?? '', /X-1 → X-3 → X-2 → X-1/);
  assert.match(found[1]?.[1] ?? '', /X-5 → X-5/);
});

test('a slip offers what was probably meant', () => {
  const { problems } = catalogs({
    'a.yaml': CUSTOMERS.replace('of: A.5.15', 'of: A.5.15.').replace('parent: CUST-1', 'parent: CUTS-1'),
  });
  assert.deepEqual(
    problems.map(({ suggestion }) => suggestion),
    ['CUST-1', 'A.5.15'],
  );
});

test('the example of the documentation is a sound catalogue', () => {
  const page = readFileSync(new URL('../../docs/catalogues.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const example = blocks.find((block) => block.startsWith('title:')) ?? '';
  const { files, problems } = catalogs({ 'catalog/customers.yaml': example });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    files.flatMap(({ catalog }) => [
      catalog.controls.length,
      catalog.excerpts.length,
      catalog.frameworks.length,
    ]),
    [2, 1, 1],
  );
});
