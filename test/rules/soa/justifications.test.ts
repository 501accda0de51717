import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { judgeJustification } from '../../../server/src/engine/rules/soa/judgeJustification';
import {
  LABELS,
  measureJustifications,
  readJustifications,
} from '../../../server/tools/catalog/justifications';
import { engine } from '../../harness/engine';

const read = (name: string): ReturnType<typeof readJustifications> =>
  readJustifications(readFileSync(new URL(`justifications/${name}.txt`, import.meta.url), 'utf8'));

/** What each half is held to; README.md beside the texts says what each was used for. */
const HALVES = [
  { name: 'development', precision: 0.95, recall: { weak: 0.9, placeholder: 0.95, 'not-assessed': 0.95 } },
  { name: 'held-out', precision: 0.95, recall: { weak: 0.6, placeholder: 0.6, 'not-assessed': 0.9 } },
] as const;

const judge = (text: string): string | undefined =>
  judgeJustification(text, { ids: ['A.5.1'], titles: [] }, engine.catalog);

describe('the labelled justifications', () => {
  for (const { name, precision, recall } of HALVES) {
    const measure = measureJustifications(read(name), engine.catalog);
    const of = (label: string): (typeof measure.labels)[number] => {
      const found = measure.labels.find((each) => each.label === label);
      assert.ok(found, label);
      return found;
    };

    it(`${name}: what is called weak, a placeholder or not assessed is that, and most of it is found`, () => {
      for (const label of ['weak', 'placeholder', 'not-assessed'] as const) {
        assert.ok(of(label).precision >= precision, `${label}: ${measure.errors.join('\n')}`);
        assert.ok(of(label).recall >= recall[label], `${label}: recall ${of(label).recall}`);
      }
    });

    it(`${name}: no more than one good reason in a hundred is called anything else`, () =>
      assert.ok(of('good').recall >= 0.99, measure.errors.join('\n')));

    it(`${name}: holds every label, in both languages, and many traps`, () => {
      const texts = read(name);
      for (const label of LABELS)
        for (const language of ['en', 'de'])
          assert.ok(
            texts.some((each) => each.label === label && each.language === language),
            label,
          );
      assert.ok(texts.length >= 150);
      assert.ok(measure.traps >= texts.length * 0.3);
    });
  }

  it('stand in one half only, and a third of them are traps', () => {
    const all = [...read('development'), ...read('held-out')];
    const keys = all.map(({ control, text }) => `${control} ${text}`);
    assert.equal(new Set(keys).size, keys.length);
    assert.ok(all.filter(({ trap }) => trap).length * 3 >= all.length);
  });
});

describe('judgeJustification', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['Under review', 'not-assessed'],
    ['Review by the customer', undefined],
    ['$REASON', 'placeholder'],
    ['$400,000', undefined],
    ['Describe the reason here', 'placeholder'],
    ['Required', 'category'],
    ['Required by the management of our organisation for security reasons', 'boilerplate'],
    ['', 'placeholder'],
  ];
  for (const [text, verdict] of cases)
    it(`calls "${text}" ${verdict ?? 'good'}`, () => assert.equal(judge(text), verdict));

  it('lets a number, a name or an obligation among empty words be a reason', () => {
    const empty = 'This control is required to ensure an appropriate level of protection of all information';
    assert.equal(judge(`${empty} always and everywhere`), 'boilerplate');
    assert.equal(judge(`${empty} in Rotterdam`), undefined);
    assert.equal(judge(`${empty} of 58 ports`), undefined);
    assert.equal(judge(`${empty} of customers`), undefined);
  });

  it('copes with texts of any length', () => {
    assert.equal(judge('required '.repeat(200_000)), undefined);
    assert.equal(judge('<'.repeat(200_000)), 'placeholder');
  });
});
