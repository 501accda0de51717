import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readCards, type WrittenControl } from '../../server/tools/catalog/compile';
import { HIGHEST_OVERLAP, overlapsOf, qualityProblems } from '../../server/tools/catalog/quality';
import type { WrittenCard } from '../../server/tools/catalog/readCard';
import { writtenCards } from './writtenCards';

const files = readCards(fileURLToPath(new URL('../../catalog/iso27001-2022/controls', import.meta.url)));

describe('quality of the cards', () => {
  it('is without a breach', () => {
    assert.deepEqual(qualityProblems(writtenCards, files), []);
  });

  it('keeps all cards apart', () => {
    const [highest] = overlapsOf(writtenCards.controls);
    assert.ok(
      highest !== undefined && highest.share > 0 && highest.share <= HIGHEST_OVERLAP,
      JSON.stringify(highest),
    );
  });

  const card = cardOf('A.5.15');
  const [element] = card.elements;
  const [relation, second] = card.related;
  assert.ok(element !== undefined && relation !== undefined && second !== undefined);
  const words = (count: number): string =>
    Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

  const breaches: readonly (readonly [what: string, change: Partial<WrittenCard>, problem: string])[] = [
    ['too few steps', { how: card.how.slice(-4) }, 'has 4 × how'],
    [
      'too many wording sentences',
      { wording: [...card.wording, ...card.wording].slice(0, 7) },
      'has 7 × wording',
    ],
    ['too few elements', { elements: card.elements.slice(0, 2) }, 'has 2 × elements'],
    [
      'an element that stands twice',
      { elements: [element, ...card.elements.slice(0, 7)] },
      `has the element ${element.id} twice`,
    ],
    [
      'too few words',
      { why: '', how: card.how.map(() => 'Larger or regulated: no.'), findings: ['a', 'b'], wording: [] },
      'has only ',
    ],
    [
      'a first step that fills the hover',
      { how: [words(41), ...card.how.slice(1)] },
      'has a first step of 41 words',
    ],
    [
      'no step for larger organisations',
      { how: card.how.map((step) => step.replace('Larger or regulated', 'Big')) },
      'has no step that begins with',
    ],
    ['filler', { why: `${card.why} Review it regularly.` }, 'says "regularly"'],
    ['a claim', { summary: 'Then you are compliant.' }, 'says "compliant"'],
    ["the standard's manner", { summary: 'Access rights shall be reviewed.' }, 'says "shall be reviewed"'],
    [
      'the passive with an irregular participle',
      { summary: 'Logs must not be kept.' },
      'says "must not be kept"',
    ],
    [
      'wording without an actor',
      { wording: [...card.wording.slice(1), 'When people leave, the owner must act.'] },
      'wording begins without a named actor',
    ],
    [
      'wording without a duty',
      { wording: [...card.wording.slice(1), 'The owner decides.'] },
      'wording has neither "must" nor "shall"',
    ],
    [
      'a malformed placeholder',
      { wording: [...card.wording.slice(1), 'The {{Owner Role}} must decide.'] },
      'wording has a placeholder',
    ],
    [
      'an element without German terms',
      { elements: [{ ...element, terms: { ...element.terms, de: [] } }, ...card.elements.slice(1)] },
      'has no terms under "de"',
    ],
    [
      'a malformed term',
      {
        elements: [
          { ...element, terms: { ...element.terms, en: ['access+owner'] } },
          ...card.elements.slice(1),
        ],
      },
      'has a term that has a "+"',
    ],
    [
      'a term that names the subject only',
      {
        elements: [
          { ...element, terms: { ...element.terms, en: ['access control'] } },
          ...card.elements.slice(1),
        ],
      },
      'the mere title satisfies',
    ],
    [
      'a reason in two words',
      { related: [{ ...relation, reason: 'Same subject.' }, ...card.related.slice(1)] },
      'hardly says why it is related',
    ],
    [
      'one reason for two relations',
      { related: [{ ...relation, reason: second.reason }, ...card.related.slice(1)] },
      'for a reason given elsewhere',
    ],
    ['a control related twice', { related: [relation, relation] }, `is related to ${relation.id} twice`],
    [
      'a sentence of another card',
      { why: `${card.why} ${cardOf('A.5.1').why}` },
      'a sentence stands on A.5.1 as well',
    ],
    [
      'a paragraph of another card',
      { why: cardOf('A.5.1').why.replaceAll('.', ',') },
      'of its five-word runs with',
    ],
    ['what is new on a card that is not new', { newIn2022: 'robust' }, 'says "robust"'],
  ];
  for (const [what, change, problem] of breaches) {
    it(`reports ${what}`, () => {
      const problems = qualityProblems({ ...writtenCards, controls: withCard('A.5.15', change) }, files);
      assert.ok(
        problems.some((each) => each.includes(problem)),
        `no "${problem}" in\n${problems.join('\n')}`,
      );
    });
  }

  it('reports "New in 2022" on a card of an old control', () => {
    const controls = writtenCards.controls.map((control) =>
      control.id === 'A.5.7' ? { ...control, newIn2022: false } : control,
    );
    assert.ok(
      qualityProblems({ ...writtenCards, controls }, files).some((problem) =>
        problem.startsWith('A.5.7: has the sections Summary, Why, How, New in 2022'),
      ),
    );
  });

  it('reports a group that no term names and a malformed phrase in a group', () => {
    const problems = qualityProblems(
      { ...writtenCards, termGroups: { ...writtenCards.termGroups, nobody: ['a+b'] } },
      files,
    );
    assert.deepEqual(problems, [
      'term-groups.yaml: no term names "@nobody"',
      'term-groups.yaml: "nobody" holds a sign that is neither letter, digit nor "*": "a+b"',
    ]);
  });
});

function cardOf(id: string): WrittenCard {
  const control = writtenCards.controls.find((each) => each.id === id);
  assert.ok(control !== undefined);
  return control.card;
}

function withCard(id: string, change: Partial<WrittenCard>): readonly WrittenControl[] {
  return writtenCards.controls.map((control) =>
    control.id === id ? { ...control, card: { ...control.card, ...change } } : control,
  );
}
