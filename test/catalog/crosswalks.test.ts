import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import {
  CONFIDENCES,
  FRAMEWORK_IDS,
  type CrosswalkData,
} from '../../server/src/engine/catalog/crosswalkData';
import { createCrosswalks, type FrameworkItem } from '../../server/src/engine/catalog/crosswalks';
import { compileCatalog, compileCrosswalks } from '../../server/tools/catalog/compile';
import {
  countTargets,
  crosswalkProblems,
  EXPECTED_BASELINES,
  EXPECTED_EDGES,
} from '../../server/tools/catalog/validateCrosswalks';

const directory = fileURLToPath(new URL('../../catalog', import.meta.url));
const catalog = compileCatalog(directory);
const data = compileCrosswalks(directory, catalog);
const crosswalks = createCrosswalks(data);
const known = {
  controls: new Set(catalog.controls.map((control) => control.id)),
  clauses: new Set(catalog.clauses.map((clause) => clause.id)),
};

const item = (framework: string, id: string): FrameworkItem => {
  const found = crosswalks.findItem(id, framework);
  assert.ok(found, `${framework} has ${id}`);
  return found;
};
const controlsOf = (framework: string, id: string, source?: string): string[] =>
  crosswalks
    .controlsOf(item(framework, id))
    .filter((edge) => source === undefined || edge.source.id === source)
    .map((edge) => edge.control);

test('every source has the number of edges that was counted in it', () => {
  const counts = Object.fromEntries(Object.entries(data.edges).map(([id, rows]) => [id, countTargets(rows)]));
  assert.deepEqual(counts, EXPECTED_EDGES);
  assert.equal(
    Object.values(counts).reduce((sum, count) => sum + count, 0),
    1194,
  );
});

test('sources disagree on how many controls they reach', () => {
  const reached = (source: string): number =>
    new Set((data.edges[source] ?? []).flatMap(([, targets]) => targets.split(' '))).size;
  assert.equal(reached('nist-one-to-one'), 93);
  assert.equal(reached('nist-olir-155'), 91);
  assert.equal(reached('iso27701-2025-table-a3'), 29);
  assert.equal(reached('gdpr-via-27701'), 29);
  assert.equal(reached('soc2-derived'), 25);
});

test('every edge has a source with a label and a credit, and a confidence of the closed list', () => {
  for (const control of known.controls) {
    for (const edge of crosswalks.itemsOf(control)) {
      assert.notEqual(edge.source.label, '');
      assert.notEqual(edge.source.attribution, '');
      assert.ok(CONFIDENCES.includes(edge.confidence), `${control}: ${edge.confidence}`);
    }
  }
});

test('the two NIST sets for CSF 2.0 stay apart', () => {
  assert.deepEqual(
    crosswalks.sourcesOf('nist-csf-2.0').map((source) => source.id),
    ['nist-olir-154', 'nist-one-to-one'],
  );
  assert.deepEqual(controlsOf('nist-csf-2.0', 'GV.OC-05', 'nist-olir-154'), ['A.5.3']);
  assert.deepEqual(controlsOf('nist-csf-2.0', 'GV.OC-05', 'nist-one-to-one'), ['A.5.8']);
});

test('SOC 2 and HIPAA ship well supported pairs only, as derived', () => {
  assert.deepEqual(controlsOf('soc2-tsc', 'CC6.2'), ['A.5.15', 'A.5.18', 'A.8.2']);
  assert.deepEqual(controlsOf('soc2-tsc', 'CC1.3'), [], 'its pairs are of medium support');
  assert.equal(crosswalks.items('hipaa').length, 22);
  assert.equal(crosswalks.findItem('164.308(a)(1)(ii)(A)'), undefined, 'specifications do not ship');
  for (const framework of ['soc2-tsc', 'hipaa']) {
    for (const each of crosswalks.items(framework)) {
      for (const edge of crosswalks.controlsOf(each)) {
        assert.equal(edge.source.label, 'related (derived)');
        assert.equal(edge.confidence, 'derived_consensus');
      }
    }
  }
  assert.ok(
    crosswalks.items('soc2-tsc').every((each) => each.title === undefined),
    'the wording of the criteria is not ours',
  );
});

test('ENISA says nothing of point 12.5, so no edge does', () => {
  assert.deepEqual(controlsOf('nis2', '12.5'), []);
  assert.deepEqual(controlsOf('nis2', '11.2'), ['A.5.3', 'A.5.18']);
  assert.equal(crosswalks.sourcesOf('nis2')[0]?.label, 'ENISA maps');
});

test('an article of the GDPR is related through subclauses of ISO/IEC 27701, which the edge names', () => {
  const edges = crosswalks.controlsOf(item('gdpr', '32'));
  assert.ok(edges.every((edge) => edge.source.label === 'via ISO/IEC 27701' && edge.via.length > 0));
  assert.deepEqual(edges.find((edge) => edge.control === 'A.8.24')?.via, ['6.7.1.1']);
  assert.deepEqual(controlsOf('gdpr', 'Art. 17'), []);
});

test('a FedRAMP baseline is a selection of SP 800-53 and borrows its edges', () => {
  for (const baseline of ['fedramp-low', 'fedramp-moderate', 'fedramp-high'] as const)
    assert.equal(crosswalks.items(baseline).length, EXPECTED_BASELINES[baseline]);
  const low = new Set(crosswalks.items('fedramp-low'));
  assert.ok(low.size > 0 && [...low].every((each) => each.baselines.includes('fedramp-moderate')));
  assert.equal(crosswalks.findItem('AC-5', 'fedramp-low'), undefined);
  assert.equal(crosswalks.findItem('AC-5', 'fedramp-moderate')?.framework.id, 'nist-800-53r5');
  assert.ok(crosswalks.itemsOf('A.5.3', 'fedramp-moderate').some((edge) => edge.item.id === 'AC-5'));
  assert.deepEqual(crosswalks.itemsOf('A.5.3', 'fedramp-low'), []);
});

test('clauses have edges where their source states a confidence', () => {
  const clauses = crosswalks.clausesOf(item('nis2', '7')).map((edge) => edge.clause);
  assert.deepEqual(clauses, ['6.2', '9.1', '9.3.1', '9.3.2', '9.3.3']);
  assert.ok(
    crosswalks.itemsOfClause('10.2').some((edge) => edge.item.id === '5.8.1'),
    'the editions swapped 10.1 and 10.2',
  );
});

const SPELLINGS: readonly (readonly [string, string, string])[] = [
  ['CC6.1', 'soc2-tsc', 'CC6.1'],
  ['cc6.1', 'soc2-tsc', 'CC6.1'],
  ['SOC 2 CC6.1', 'soc2-tsc', 'CC6.1'],
  ['PI1.3', 'soc2-tsc', 'PI1.3'],
  ['PR.AA-05', 'nist-csf-2.0', 'PR.AA-05'],
  ['PR.AA-5', 'nist-csf-2.0', 'PR.AA-05'],
  ['PR.AA', 'nist-csf-2.0', 'PR.AA'],
  ['AC-2', 'nist-800-53r5', 'AC-2'],
  ['AC-2(1)', 'nist-800-53r5', 'AC-2(1)'],
  ['ac-02 (01)', 'nist-800-53r5', 'AC-2(1)'],
  ['164.308(a)(1)(i)', 'hipaa', '164.308(a)(1)(i)'],
  ['45 CFR § 164.312(e)(1)', 'hipaa', '164.312(e)(1)'],
];
for (const [spelling, framework, id] of SPELLINGS) {
  test(`"${spelling}" is ${id} of ${framework}`, () => {
    const found = crosswalks.findItem(spelling);
    assert.equal(found?.id, id);
    assert.equal(found?.framework.id, framework);
  });
}

test('an id whose shape names no framework is found only within one', () => {
  for (const id of ['A.1.2.2', 'A.5.15', '5.1', '11.2', '32', '6.2.1.1', 'PR.AC-1', 'AC-99', ''])
    assert.equal(crosswalks.findItem(id), undefined, id);
  assert.equal(crosswalks.findItem('A.1.2.2', 'iso27701-2025')?.title, 'Identify and document purpose');
  assert.equal(crosswalks.findItem('Article 32', 'gdpr')?.title, 'Security of processing');
  assert.equal(crosswalks.findItem('6.2.1.1', 'iso27701-2019')?.id, '6.2.1.1');
  assert.equal(crosswalks.findItem('CC6.1', 'hipaa'), undefined);
});

test('every item is found by its own id within its framework, and none hides another', () => {
  for (const framework of FRAMEWORK_IDS) {
    const items = crosswalks.items(framework);
    assert.ok(items.length > 0, framework);
    for (const each of items) assert.equal(crosswalks.findItem(each.id, framework), each);
  }
});

const BROKEN: readonly (readonly [name: string, row: readonly string[], message: RegExp])[] = [
  [
    'a control that does not exist',
    ['CC1.4', 'A.5.99', 'own'],
    /CC1\.4 is related to A\.5\.99, which does not exist/,
  ],
  ['an item that does not exist', ['CC99', 'A.5.1', 'own'], /soc2-tsc has no CC99/],
  ['a confidence outside the list', ['CC1.4', 'A.6.1', 'certain'], /unknown confidence "certain"/],
  ['a control twice', ['CC1.4', 'A.6.1 A.6.1', 'own'], /CC1\.4 names A\.6\.1 twice/],
];
for (const [name, row, message] of BROKEN) {
  test(`the build refuses ${name}`, () => {
    const rows = [...(data.edges['soc2-derived'] ?? []), row];
    const broken = { ...data, edges: { ...data.edges, 'soc2-derived': rows } } as unknown as CrosswalkData;
    assert.deepEqual(crosswalkProblems(data, known), []);
    assert.match(crosswalkProblems(broken, known).join('\n'), message);
  });
}

test('documented information: 26 explicit entries, 30 hints, under labels of our own', () => {
  const { documentedInformation } = catalog;
  assert.equal(documentedInformation.filter((each) => each.basis === 'explicit').length, 26);
  assert.equal(documentedInformation.filter((each) => each.basis === 'implied').length, 30);
  assert.equal(
    documentedInformation.find((each) => each.ref === '6.1.3 d)')?.label,
    'Statement of Applicability',
  );
  assert.ok(documentedInformation.every((each) => each.label.length <= 60));
});

test('the crosswalks stay small enough for every bundle', () => {
  assert.ok(JSON.stringify(data).length < 160_000, `${JSON.stringify(data).length} characters`);
});
