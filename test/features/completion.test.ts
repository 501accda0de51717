import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complete, type Offered } from '../harness/completion';
import { engine } from '../harness/engine';

function inFrontMatter(lines: string): Offered {
  return complete(`=== p.md\n---\ntitle: P\ntype: policy\n${lines}\n---\n# P\n`);
}

describe('control ids in front matter', () => {
  const CASES: readonly (readonly [string, string, string])[] = [
    ['flow list, empty', 'controls: [‸]', 'controls: ["A.5.15"]'],
    ['flow list, half typed', 'controls: [A.5.‸]', 'controls: ["A.5.15"]'],
    ['flow list, number alone', 'controls: [5.1‸]', 'controls: ["A.5.15"]'],
    ['flow list, word of the title', 'controls: [acc‸]', 'controls: ["A.5.15"]'],
    ['flow list, inside quotes', 'controls: ["A.5.‸"]', 'controls: ["A.5.15"]'],
    ['flow list, inside quotes, several words', 'controls: ["access con‸"]', 'controls: ["A.5.15"]'],
    ['flow list, in the middle of an id', 'controls: ["A.5‸.9"]', 'controls: ["A.5.15"]'],
    ['flow list, quote not closed', 'controls: ["A.5.‸', 'controls: ["A.5.15"'],
    ['flow list, second item', 'controls: ["A.5.1", "A.‸"]', 'controls: ["A.5.1", "A.5.15"]'],
    ['flow list, no blank behind the comma', 'controls: ["A.5.1",‸]', 'controls: ["A.5.1", "A.5.15"]'],
    ['flow list, single quotes', "controls: ['A.5.1', '‸']", "controls: ['A.5.1', 'A.5.15']"],
    ['flow list over several lines', 'controls: [\n  "A.5.1",\n  "A‸"\n]', '  "A.5.15"'],
    ['flow list over several lines, new line', 'controls: [\n  "A.5.1",\n  ‸\n]', '  "A.5.15"'],
    ['block list', 'controls:\n  - ‸', '  - "A.5.15"'],
    ['block list, no blank behind the hyphen', 'controls:\n  -‸', '  - "A.5.15"'],
    ['block list, half typed', 'controls:\n  - "A.5.1"\n  - A.5.‸', '  - "A.5.15"'],
    ['block list, inside quotes', 'controls:\n  - "A.5.1"\n  - "‸"', '  - "A.5.15"'],
    ['block list as far left as its key', 'controls:\n- A.5.‸', '- "A.5.15"'],
    ['block list, item without its hyphen', 'controls:\n  ‸', '  - "A.5.15"'],
    ['block list, line below a bare key', 'controls:\n‸', '  - "A.5.15"'],
    ['block list, half typed below a bare key', 'controls:\nA.5‸', '  - "A.5.15"'],
    ['block list of groups', 'controls:\n  - id: A.5.‸', '  - id: "A.5.15"'],
    ['bare key', 'controls:‸', 'controls: ["A.5.15"]'],
    ['bare key and a blank', 'controls: ‸', 'controls: ["A.5.15"]'],
    ['scalar', 'controls: A.5.‸', 'controls: ["A.5.15"]'],
    ['quoted scalar', 'controls: "A.5.‸"', 'controls: "A.5.15"'],
    ['ids in one scalar', 'controls: "A.5.1, A.5.‸"', 'controls: "A.5.1, A.5.15"'],
    ['ids in one plain scalar', 'controls: A.5.1, A.5.‸', 'controls: A.5.1, A.5.15'],
    ['another key', 'annex_a_controls: ["‸"]', 'annex_a_controls: ["A.5.15"]'],
    ['below a standard', 'satisfies:\n  ISO27001: [‸]', '  ISO27001: ["A.5.15"]'],
    ['below a framework', 'frameworks:\n  iso27001:\n    controls:\n      - ‸', '      - "A.5.15"'],
    ['behind broken YAML', 'title: "broken\ncontrols: ["A.5.‸"]', 'controls: ["A.5.15"]'],
  ];
  for (const [name, before, after] of CASES)
    it(name, () => assert.equal(inFrontMatter(before).take('A.5.15'), after));

  it('with Windows line breaks', () => {
    const offered = complete('=== p.md\n---\r\ntype: policy\r\ncontrols:\r\n  - A.5‸\r\n---\r\n');
    assert.equal(offered.take('A.5.15'), '  - "A.5.15"\r');
  });

  it('with a key from isms.yaml', () => {
    const offered = complete(
      '=== isms.yaml\ncontrolKeys: { ours: iso27001 }\n=== p.md\n---\nours: [‸]\n---\n',
    );
    assert.equal(offered.take('A.5.15'), 'ours: ["A.5.15"]');
  });

  it('offers all others, those already listed excluded, ranges expanded, in numeric order', () => {
    const { offers } = inFrontMatter('controls: ["A.5.1", "A.5.3-A.5.5", "‸"]');
    const expected = engine.catalog.controls
      .map((control) => control.id)
      .filter((id) => !['A.5.1', 'A.5.3', 'A.5.4', 'A.5.5'].includes(id));
    const inOrder = [...offers]
      .sort((a, b) => (a.sortText < b.sortText ? -1 : 1))
      .map((offer) => offer.control);
    assert.deepEqual(inOrder, expected);
    assert.equal(expected.length, 89);
  });

  it('keeps offering the id that is being typed', () => {
    assert.ok(inFrontMatter('controls: ["A.5.1‸"]').offers.some((offer) => offer.control === 'A.5.1'));
  });

  it('is found by the number and by the words of the title', () => {
    const offer = inFrontMatter('controls: ["‸"]').offers.find((each) => each.control === 'A.5.15');
    assert.deepEqual([offer?.label, offer?.filterText], ['A.5.15 Access control', 'A.5.15 Access control']);
  });

  const NOTHING: readonly (readonly [string, string])[] = [
    ['under clauses', 'clauses: ["‸"]'],
    ['under another framework', 'frameworks:\n  soc2:\n    controls: ["‸"]'],
    ['behind a closed list', 'controls: ["A.5.1"]‸'],
    ['in a comment', 'controls: ["A.5.1"] # see ‸'],
    ['under an unknown key', 'colour: ‸'],
    ['in a nested group', 'x:\n  controls2: [‸]'],
  ];
  for (const [name, lines] of NOTHING)
    it(`nothing ${name}`, () => assert.deepEqual(inFrontMatter(lines).offers, []));
});

describe('keys and values of front matter', () => {
  it('offers the keys that are missing, in our order', () => {
    const { offers, take } = inFrontMatter('document_owner: X\n‸');
    const labels = offers.map((offer) => offer.label);
    assert.deepEqual(labels.slice(0, 4), ['id', 'version', 'status', 'classification']);
    assert.ok(!labels.includes('owner') && !labels.includes('title'), 'a key that is there is offered again');
    assert.equal(take('status'), 'status: ');
  });

  it('replaces the half-typed key', () =>
    assert.equal(inFrontMatter('next_‸').take('next_review'), 'next_review: '));

  it('offers keys in an empty block', () => {
    const offered = complete('=== isms.yaml\n\n=== p.md\n---\n‸\n---\n');
    assert.equal(offered.take('title'), 'title: ');
  });

  const VALUES: readonly (readonly [string, string, string])[] = [
    ['status: ‸', 'approved', 'status: approved'],
    ['status:‸', 'draft', 'status: draft'],
    ['status: dr‸', 'draft', 'status: draft'],
    ['status: "‸"', 'in-review', 'status: "in-review"'],
    ['doc_type: ‸', 'procedure', 'doc_type: procedure'],
    ['review_cycle: ‸', 'P1Y', 'review_cycle: P1Y'],
  ];
  for (const [before, label, after] of VALUES)
    it(`${before} → ${after}`, () => assert.equal(inFrontMatter(before).take(label), after));

  const OTHERS = `=== a.md\n---\nid: POL-1\ntitle: Access\ntype: policy\nowner: "Ada (CISO), London"\nclassification: internal\n---\n=== b.md\n---\nid: POL-2\ntitle: Backup\ntype: policy\nclassification: internal\nowner: Bo\n---\n`;
  const withOthers = (line: string): Offered =>
    complete(`${OTHERS}=== p.md\n---\ntype: policy\nrelated_documents: ["POL-2"]\n${line}\n---\n`);

  it('offers what this ISMS uses elsewhere, quoted where YAML needs it', () => {
    assert.equal(withOthers('classification: ‸').take('internal'), 'classification: internal');
    assert.equal(withOthers('owner: A‸').take('Ada'), 'owner: "Ada (CISO), London"');
    assert.equal(withOthers('owner: "Ada (CISO), L‸"').take('Ada'), 'owner: "Ada (CISO), London"');
  });

  it('offers other documents by id, those already named excluded', () => {
    const offered = withOthers('related: [‸]');
    assert.deepEqual(
      offered.offers.map((offer) => [offer.label, offer.detail]),
      [['POL-1', 'Access']],
    );
    assert.equal(offered.take('POL-1'), 'related: ["POL-1"]');
  });
});

describe('completion in other Markdown', () => {
  it('offers nothing where there is no ISMS', () => {
    assert.deepEqual(complete('=== blog.md\n---\ncontrols: [‸]\n---\n').offers, []);
  });

  it('offers controls in a new file of an ISMS', () => {
    assert.equal(
      complete('=== isms.yaml\n\n=== new.md\n---\ncontrols: [‸]\n---\n').take('A.5.1'),
      'controls: ["A.5.1"]',
    );
  });
});
