import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { RULES } from '../../server/src/engine/rules/registry';
import { documentAt, type IsmsDocument } from '../../server/src/engine/index/model';
import { catalogData, checkFixture, engine, TODAY } from '../harness/engine';
import { choicesOf, dateVariables, expandSnippet } from '../harness/snippet';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const markdown = load('isms.code-snippets');
const yaml = load('isms-yaml.code-snippets');
const variables = dateVariables(new Date(`${TODAY}T12:00:00`));

function load(name: string): Record<string, Snippet> {
  const text = readFileSync(new URL(`../../snippets/${name}`, import.meta.url), 'utf8');
  return JSON.parse(text.replace(/^\/\/.*$/m, '')) as Record<string, Snippet>;
}

function body(name: string): string {
  const snippet = markdown[name] ?? yaml[name];
  assert.ok(snippet, `no snippet "${name}"`);
  return snippet.body.join('\n');
}

function expanded(name: string): string {
  return expandSnippet(body(name), variables);
}

/** The one document of an ISMS that holds nothing else. */
function documentOf(text: string): IsmsDocument {
  const { isms } = checkFixture(`=== document.md\n${text}\n`);
  const document = documentAt(isms, 'document.md');
  assert.ok(document, `no document of the ISMS:\n${text}`);
  return document;
}

const CANONICAL_KEYS = [
  ...['id', 'title', 'type', 'version', 'status', 'classification', 'owner', 'approver', 'approved_date'],
  ...['effective_date', 'review_cycle', 'next_review', 'controls', 'clauses', 'related_documents', 'date'],
];

describe('snippets', () => {
  it('have a prefix of ours that no other has, and a description', () => {
    for (const snippets of [markdown, yaml]) {
      const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
      assert.deepEqual(new Set(prefixes).size, prefixes.length);
      for (const { prefix, description } of Object.values(snippets)) {
        assert.match(prefix, /^isms-[a-z-]+$/);
        assert.ok(description.length > 0, prefix);
      }
    }
  });

  it('are no "Surround With" action, which would show in any Markdown', () => {
    for (const snippets of [markdown, yaml])
      assert.doesNotMatch(JSON.stringify(snippets), /TM_SELECTED_TEXT|SELECTION/);
  });

  it('leave nothing of their own syntax behind', () => {
    for (const name of [...Object.keys(markdown), ...Object.keys(yaml)]) {
      assert.doesNotMatch(expanded(name), /\$[\d{A-Z]|[|]\}/, name);
    }
  });

  it('offer the rules that there are', () => {
    const ids = RULES.map((rule) => rule.id);
    const offered = [...Object.keys(markdown), ...Object.keys(yaml)]
      .filter((name) => /suppression|accepted/.test(name))
      .map((name) => choicesOf(body(name))[0]);
    assert.ok(offered.length >= 7);
    for (const choice of offered) assert.deepEqual(choice, ids);
  });

  it('set the next review a year ahead, over decades and on the 29th of February', () => {
    for (const [today, review] of [
      ['2026-11-22', '2027-11-22'],
      ['2029-01-05', '2030-01-05'],
      ['2030-12-31', '2031-12-31'],
      ['2039-06-30', '2040-06-30'],
      ['2028-02-29', '2029-02-28'],
    ]) {
      const text = expandSnippet(body('ISMS policy'), dateVariables(new Date(`${today}T12:00:00`)));
      assert.match(text, new RegExp(`^next_review: ${review}$`, 'm'));
    }
  });
});

describe('snippets of front matter', () => {
  const kinds = Object.keys(catalogData.vocabulary.documentKinds).filter(
    (kind) => kind !== 'template' && kind !== 'readme',
  );

  for (const kind of kinds) {
    it(`${kind}: is read as one, with its document control and no finding against its front matter`, () => {
      const text = expanded(`ISMS front matter: ${kind}`);
      const document = documentOf(text);
      assert.equal(document.kind, kind);
      assert.deepEqual(document.facts.problems, []);
      for (const field of ['id', 'title', 'classification', 'owner'] as const)
        assert.ok(document.field(field), field);
      const { findings } = checkFixture(`=== document.md\n${text}\n`);
      assert.deepEqual(
        findings.filter((finding) => finding.ruleId.startsWith('policy/')),
        [],
      );
    });

    it(`${kind}: has quoted ids, and its keys in the order of the conventions`, () => {
      const text = expanded(`ISMS front matter: ${kind}`);
      assert.match(text, /^id: ".+"$/m);
      const keys = [...text.matchAll(/^([a-z_]+):/gm)].map(([, key = '']) => key);
      assert.deepEqual(
        keys,
        [...keys].sort((a, b) => CANONICAL_KEYS.indexOf(a) - CANONICAL_KEYS.indexOf(b)),
      );
      assert.ok(
        keys.every((key) => CANONICAL_KEYS.includes(key)),
        keys.join(' '),
      );
      assert.doesNotMatch(text, /^(?:controls|clauses):.*[[, ]\d/m);
    });
  }

  it('offer statuses, classifications and cycles that are understood', () => {
    const [statuses = [], , cycles = []] = choicesOf(body('ISMS front matter: policy'));
    assert.deepEqual(
      statuses.map((word) => engine.vocabulary.documentStatus(word)),
      ['draft', 'in-review', 'approved', 'retired'],
    );
    for (const cycle of cycles) assert.match(cycle, /^P\d+[YM]$/);
  });

  it('map nothing until the author names a control', () => {
    const { isms } = checkFixture(`=== document.md\n${expanded('ISMS policy')}\n`);
    assert.equal(isms.mappings.size, 0);
    const filled = expanded('ISMS policy').replace('"A.5.x"', '"A.5.15"');
    assert.deepEqual([...checkFixture(`=== document.md\n${filled}\n`).isms.mappings.keys()], ['A.5.15']);
  });
});

describe('snippets of tables', () => {
  it('policy: has the title as heading, and no finding but that it maps nothing', () => {
    const document = documentOf(expanded('ISMS policy'));
    assert.equal(document.facts.body.headings[0]?.text, document.title);
    assert.equal(document.facts.body.headings.length, 7);
  });

  for (const name of ['ISMS SoA table', 'ISMS Statement of Applicability']) {
    it(`${name}: is read with every column`, () => {
      const [table] = documentOf(expanded(name)).facts.soaTables;
      assert.deepEqual(
        table?.columns.map((column) => column.meaning),
        ['id', 'title', 'applicable', 'justification', 'status', 'documents', 'risks'],
      );
      assert.deepEqual(
        table?.rows.map((row) => [row.mention.ids[0], row.applicability, row.status]),
        [['A.5.1', 'not-assessed', 'planned']],
      );
    });
  }

  it('SoA row: offers words that are understood', () => {
    const [applicable = [], statuses = []] = choicesOf(body('ISMS SoA row'));
    assert.deepEqual(
      applicable.map((word) => engine.vocabulary.applicability(word)),
      ['not-assessed', 'applicable', 'not-applicable'],
    );
    assert.deepEqual(
      statuses.map((word) => engine.vocabulary.implementationStatus(word)),
      ['planned', 'implemented', 'partial', 'not-started', 'not-assessed', 'not-applicable'],
    );
  });

  for (const name of ['ISMS risk table', 'ISMS risk register']) {
    it(`${name}: is read with its treatment`, () => {
      const [table] = documentOf(expanded(name)).facts.registers.risk;
      const [row] = table?.rows ?? [];
      assert.deepEqual([row?.id, row?.treatment, row?.cells.owner?.text], ['R-001', 'mitigate', '[Name]']);
    });
  }

  it('risk row: offers treatments that are understood', () => {
    const treatments = choicesOf(body('ISMS risk row')).at(-1) ?? [];
    assert.deepEqual(
      treatments.map((word) => engine.vocabulary.treatment(word)),
      treatments,
    );
  });

  it('a row goes below the header that the table snippet writes', () => {
    const [header = '', delimiter = ''] = expanded('ISMS SoA table').split('\n');
    const cells = (line: string): number => line.split('|').length;
    assert.equal(cells(expanded('ISMS SoA row')), cells(header));
    assert.equal(cells(delimiter), cells(header));
  });
});

describe('snippets of suppressions', () => {
  const cases = [
    ['ISMS suppression: next line', 'next-line'],
    ['ISMS suppression: table row', 'line'],
    ['ISMS suppression: block', 'block'],
    ['ISMS suppression: file', 'file'],
  ] as const;

  for (const [name, kind] of cases) {
    it(`${name}: is read, and has no reason before the author gives one`, () => {
      const read = (text: string) =>
        engine.read('document.md', `# Title\n\n${text}\n\nText\n`, undefined).facts.suppressions;
      const [empty] = read(expanded(name));
      assert.deepEqual([empty?.kind, empty?.rule, empty?.reason], [kind, RULES[0]?.id, undefined]);
      const [filled] = read(expanded(name).replace(/--\s+-->/, '-- Signed by the board -->'));
      assert.equal(filled?.reason, 'Signed by the board');
    });
  }

  it('front matter: is read as a suppression of its line', () => {
    const comment = expanded('ISMS suppression: front matter');
    const text = `---\ntitle: x ${comment}Agreed\n---\n`;
    const [directive] = engine.read('document.md', text, undefined).facts.suppressions;
    assert.deepEqual([directive?.kind, directive?.rule, directive?.reason], ['line', RULES[0]?.id, 'Agreed']);
  });
});

describe('snippets of isms.yaml', () => {
  it('the configuration holds to its schema', () => {
    assert.deepEqual(engine.loadConfig('isms.yaml', expanded('ISMS configuration')).problems, []);
  });

  it('an accepted finding holds to its schema, and ignores nothing before it has a reason', () => {
    const entry = expanded('ISMS accepted finding').replace(/^/gm, '  ');
    const { config, problems } = engine.loadConfig('isms.yaml', `ignore:\n${entry}\n`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config.ignore, [
      { rule: RULES[0]?.id, files: ['policies/**'], reason: '', until: '2027-11-22', by: 'CISO' },
    ]);
  });
});
