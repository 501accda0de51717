import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPaint, PLAIN } from '../../server/src/cli/text/paint';
import { explain, type Explanation } from '../../server/src/cli/explain/explain';
import { isRefusal } from '../../server/src/cli/exitCodes';
import { pageMarkdown, pageText } from '../../server/src/cli/formats/page';
import { columnsOf } from '../../server/src/cli/text/wrap';
import { RULES } from '../../server/src/engine/rules/registry';
import { isms } from '../harness/cli';
import { engine, engineWithCrosswalks } from '../harness/engine';

const BASE = 'https://isms-policy.example/rules/';

function explained(id: string): Explanation & { readonly text: string } {
  const found = explain(id, engineWithCrosswalks, BASE);
  assert.ok(!isRefusal(found), `${id} is refused`);
  return { ...found, text: pageText(found.page, { paint: PLAIN, width: 100 }) };
}

describe('isms explain', () => {
  it('explains every rule, with both of its examples', () => {
    for (const rule of RULES) {
      const { text, page } = explained(rule.id);
      const running = text.replace(/\s+/g, ' ');
      assert.ok(running.includes(rule.summary.replace(/[`*]/g, '').replace(/\s+/g, ' ')), rule.id);
      assert.ok(running.includes(`Severity: ${rule.severity}.`), rule.id);
      assert.ok(text.includes(`${BASE}${rule.id}`), rule.id);
      assert.equal(page.blocks.filter((block) => block.kind === 'code').length, 4, rule.id);
      assert.doesNotMatch(text, /[⟪⟫‸]/, rule.id);
    }
  });

  it('explains every control of the catalogue, in lines that fit', () => {
    for (const control of engine.catalog.controls) {
      const { text } = explained(control.id);
      assert.ok(text.replace(/\n/, ' ').startsWith(`${control.id} ${control.title}`), control.id);
      for (const line of text.split('\n')) assert.ok(columnsOf(line) <= 100, line);
      assert.equal(text.includes('\nNew in 2022\n'), control.newIn2022, control.id);
    }
  });

  it('takes a control in any spelling', () => {
    for (const spelling of [
      'A.5.15',
      '5.15',
      'a.5.15',
      'A 5.15',
      'A5.15',
      'Annex A 5.15',
      'ISO27001-A.5.15',
      'ISO/IEC 27001:2022 A.5.15',
      '5.1',
      'A.05.15',
    ]) {
      assert.match(explained(spelling).page.title, spelling === '5.1' ? /^A\.5\.1 / : /^A\.5\.15 /, spelling);
    }
    assert.equal(explained('MAPPING/UNKNOWN-CONTROL').page.title, 'mapping/unknown-control');
  });

  it('says of every control of 2013 what became of it', () => {
    for (const id of ['A.9.2.1', 'A.18.2.3', 'A.5.1.1', 'A.12.6.1']) {
      const { data, text } = explained(id);
      const { successors } = data as { successors: { id: string }[] };
      assert.deepEqual(
        successors.map((each) => each.id),
        engine.catalog.successors(id),
      );
      for (const successor of successors) assert.ok(text.includes(successor.id));
    }
    assert.match(explained('A.9').text, /a domain of ISO\/IEC 27001:2013/);
    assert.match(explained('A.9.2').text, /an objective of ISO\/IEC 27001:2013/);
  });

  const others: readonly (readonly [id: string, kind: string, title: RegExp, text: RegExp])[] = [
    ['6.1.3 d)', 'clause', /^Clause 6\.1\.3 /, /Statement of Applicability \(6\.1\.3 d\), document\)/],
    ['9.2', 'clause', /^Clause 9\.2 Internal audit$/, /Below it\n {2}- 9\.2\.1 General/],
    ['clause 5.1', 'clause', /^Clause 5\.1 Leadership/, /Not to be confused with the control A\.5\.1 /],
    ['#preventive', 'attribute', /^#Preventive$/, /Control type\. \d+ of 93 controls carry it\./],
    ['CC6.1', 'framework-item', /^CC6\.1/, /Related controls of Annex A, not equivalent ones/],
    ['pr.aa-05', 'framework-item', /^PR\.AA-05/, /A\.5\.15 Access control/],
    ['AC-2', 'framework-item', /^AC-2 /, /A\.5\.16 /],
  ];
  for (const [id, kind, title, content] of others) {
    it(`explains "${id}"`, () => {
      const { data, page, text } = explained(id);
      assert.equal((data as { kind: string }).kind, kind);
      assert.match(page.title, title);
      assert.match(text, content);
    });
  }

  it('names the source and the confidence of every relation to another framework', () => {
    const { related } = explained('CC6.1').data as { related: Record<string, string>[] };
    assert.ok(related.length > 0);
    for (const edge of related) assert.ok(edge['relation'] && edge['source'] && edge['confidence']);
  });

  const refused: readonly (readonly [id: string, message: RegExp])[] = [
    ['A.5.99', /no control A\.5\.99 .*; did you mean A\.5\.9 /],
    ['A.5', /names no single control/],
    ['A.5.15-A.5.18', /names no single control/],
    ['soa/missing-contrl', /did you mean soa\/missing-control/],
    ['missing-control', /did you mean|neither a rule/],
    ['nonsense', /neither a rule, such as .*, nor a control/],
    ['A.9.99.9', /no control A\.9\.99\.9/],
    ['', /neither a rule/],
  ];
  for (const [id, message] of refused) {
    it(`refuses "${id}"`, () => {
      const found = explain(id, engine, BASE);
      assert.ok(isRefusal(found));
      assert.match(found.refusal, message);
    });
  }

  it('writes Markdown that holds the same, and colours that change no letter', () => {
    const { page, text } = explained('A.5.7');
    const markdown = pageMarkdown(page);
    assert.match(markdown, /^# A\.5\.7 Threat intelligence\n\n/);
    for (const heading of ['Why', 'How', 'Evidence', 'Related'])
      assert.match(markdown, new RegExp(`^## ${heading}$`, 'm'));
    assert.match(markdown, /^\| Evidence \| Frequency \| Typical source \|\n\| --- \| --- \| --- \|\n\| /m);

    assert.equal(pageText(page, { paint: createPaint(true), width: 100 }).replace(/\u001b\[\d+m/g, ''), text);
  });
});

describe('isms explain, rules: on the command line', { concurrency: 2 }, () => {
  it('explain writes text, JSON and Markdown, of one id or several', async () => {
    const one = await isms(['explain', '5.15', '--format', 'json']);
    assert.equal((JSON.parse(one.stdout) as { id: string }).id, 'A.5.15');
    const two = await isms(['explain', 'A.5.15', 'mapping/numeric-id', '--format', 'json']);
    assert.deepEqual(
      (JSON.parse(two.stdout) as { id: string; kind: string }[]).map(({ id, kind }) => [kind, id]),
      [
        ['control', 'A.5.15'],
        ['rule', 'mapping/numeric-id'],
      ],
    );
    assert.match(
      (await isms(['explain', 'A.5.15', '--format', 'markdown'])).stdout,
      /^# A\.5\.15 Access control\n/,
    );
    assert.match((await isms(['explain', 'A.5.15'])).stdout, /^A\.5\.15 Access control\n/);
  });

  it('explain refuses what it does not know, on standard error', async () => {
    const run = await isms(['explain', 'A.5.15', 'A.5.99']);
    assert.deepEqual([run.code, run.stdout], [2, '']);
    assert.match(run.stderr, /^isms: there is no control A\.5\.99/);
  });

  it('rules lists every rule in each format', async () => {
    const json = JSON.parse((await isms(['rules', '--format', 'json'])).stdout) as {
      rules: { id: string; severity: string; fix: string; documentation: string }[];
    };
    assert.deepEqual(
      json.rules.map(({ id, severity, fix }) => [id, severity, fix]),
      RULES.map(({ id, severity, fix }) => [id, severity, fix]),
    );
    assert.ok(json.rules.every(({ id, documentation }) => documentation.endsWith(`/rules/${id}`)));
    const [text, markdown] = await Promise.all([isms(['rules']), isms(['rules', '--format', 'markdown'])]);
    for (const { id } of RULES) {
      assert.ok(text.stdout.includes(`\n${id} `), id);
      assert.ok(markdown.stdout.includes(`| [${id}](`), id);
    }
  });
});
