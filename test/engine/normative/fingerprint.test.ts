import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fingerprintOf, isFingerprint } from '../../../server/src/engine/normative/fingerprint';
import { normativeStatements } from '../../../server/src/engine/normative/statements';
import { engine } from '../../harness/engine';

function fingerprint(text: string): string {
  return fingerprintOf(normativeStatements(engine.read('policies/a.md', text, undefined), engine.vocabulary));
}

const TEXT = `---
title: Access
version: "1.0"
---

# Access

## Purpose

Why all this matters.

## Rules {#rules}

Every user must have an own account, and **nobody** may share it. See [the handbook](handbook.md#access "Handbook").
Access is reviewed every 90 days - without exception.

Staff must:

- lock their screens
- report events within 24 hours
- keep "secrets" secret

1. Ask the owner.
2. Wait for the answer.

| System | Outage |
| ------ | ------ |
| Mail | <= 4 h |
| Web | <= 8 h |
`;

const BEFORE = fingerprint(TEXT);

/** What somebody may do to the form: each must leave the fingerprint as it is. */
const FORMAL: Readonly<Record<string, (text: string) => string>> = {
  'Windows line breaks': (text) => text.replace(/\r?\n/g, '\r\n'),
  'other bullets': (text) => text.replace(/^- /gm, '* '),
  'bullets in another order': (text) => text.replace(/^([-*] .*screens)(\r?\n)([-*] report.*)$/m, '$3$2$1'),
  'rows in another order': (text) => text.replace(/^(\| Mail.*)(\r?\n)(\| Web.*)$/m, '$3$2$1'),
  'a wider table': (text) => text.replace('| Mail |', '| Mail              |'),
  'other line ends of a paragraph': (text) =>
    text.replace('account, and', 'account,\nand').replace('"Handbook").\n', '"Handbook"). '),
  emphasis: (text) => text.replace('**nobody**', '_nobody_').replace('lock their', '**lock** their'),
  typography: (text) => text.replace('"secrets"', '“secrets”').replace(' - ', ' — ').replaceAll('<=', '≤'),
  'another target of a link': (text) =>
    text.replace('(handbook.md#access "Handbook")', '(../guide/handbook.md)'),
  'another id of a heading': (text) => text.replace('{#rules}', '{#the-rules}'),
  'a renamed heading': (text) => text.replace('## Rules', '## 2. Our rules'),
  'another purpose': (text) => text.replace('Why all this matters.', 'What this is for.'),
  'a comment': (text) => `${text}\n<!-- must be checked by 10 people -->\n`,
  'front matter': (text) => text.replace('version: "1.0"', 'version: "1.1"\nowner: CISO'),
  'a version history': (text) =>
    `${text}\n## Version history\n\n| Version | Date | Change |\n| --- | --- | --- |\n| 1.0 | 2026-01-01 | First |\n`,
  'a missing full stop': (text) => text.replace('Ask the owner.', 'Ask the owner'),
  'a blank that does not break': (text) => text.replace('90 days', '90\u00a0days'),
};

/** What somebody may do to the rules: each must change it. */
const SUBSTANTIAL: Readonly<Record<string, (text: string) => string>> = {
  'a weaker modality': (text) => text.replace('user must', 'user should'),
  'another number': (text) => text.replace('90 days', '180 days'),
  'another unit': (text) => text.replace('24 hours', '24 days'),
  'another word': (text) => text.replace('own account', 'shared account'),
  'a word less': (text) => text.replace('nobody** may', 'nobody** in sales may'),
  'a bullet less': (text) => text.replace('- lock their screens\n', ''),
  'steps in another order': (text) =>
    text.replace('1. Ask the owner.\n2. Wait for the answer.', '1. Wait for the answer.\n2. Ask the owner.'),
  'another comparison': (text) => text.replace('<= 4 h', '>= 4 h'),
  'another cell': (text) => text.replace('| Mail | <= 4 h |', '| Mail <= 4 h | |'),
  'another header': (text) => text.replace('| Outage |', '| Loss |'),
};

describe('the fingerprint of the rules', () => {
  it('has its form', () => {
    assert.ok(isFingerprint(BEFORE), BEFORE);
    assert.ok(!isFingerprint('v1-123') && !isFingerprint('v2-00000000000000000000'));
  });

  for (const [name, change] of Object.entries(FORMAL)) {
    it(`stays with ${name}`, () => {
      assert.notEqual(change(TEXT), TEXT, 'the case changes nothing');
      assert.equal(fingerprint(change(TEXT)), BEFORE);
    });
  }

  for (const [name, change] of Object.entries(SUBSTANTIAL)) {
    it(`changes with ${name}`, () => {
      assert.notEqual(change(TEXT), TEXT, 'the case changes nothing');
      assert.notEqual(fingerprint(change(TEXT)), BEFORE);
    });
  }

  it('stays under any sequence of formal changes', () => {
    const changes = Object.values(FORMAL);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: changes.length - 1 }), { maxLength: 6 }), (picks) => {
        const text = picks.reduce((each, pick) => changes[pick]?.(each) ?? each, TEXT);
        assert.equal(fingerprint(text), BEFORE);
      }),
      { numRuns: 60 },
    );
  });

  const word = fc.stringMatching(/^[a-z]{3,8}$/).filter((each) => !each.startsWith('x'));
  const rule = fc.tuple(
    word,
    fc.constantFrom('must', 'shall', 'should', 'may'),
    word,
    fc.integer({ min: 1, max: 999 }),
  );
  const rules = fc.array(rule, { minLength: 1, maxLength: 6 });
  const sentences = (list: readonly (readonly [string, string, string, number])[]): string[] =>
    list.map(([who, modal, what, days]) => `The ${who} ${modal} ${what} it in ${days} days.`);

  it('does not see where lines end', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 20, max: 80 }), (list, width) => {
        const text = sentences(list).join(' ');
        const wrapped = text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n');
        assert.equal(fingerprint(`# R\n\n${wrapped}`), fingerprint(`# R\n\n${text}\n`));
      }),
      { numRuns: 60 },
    );
  });

  it('sees every changed word, number and modality', () => {
    fc.assert(
      fc.property(rules, fc.nat(), fc.nat({ max: 2 }), (list, at, part) => {
        const index = at % list.length;
        const changed = list.map(
          ([who, modal, what, days], each): readonly [string, string, string, number] =>
            each !== index
              ? [who, modal, what, days]
              : part === 0
                ? [`x${who}`, modal, what, days]
                : part === 1
                  ? [who, modal === 'must' ? 'should' : 'must', what, days]
                  : [who, modal, what, days + 1],
        );
        assert.notEqual(
          fingerprint(`# R\n\n${sentences(changed).join('\n')}`),
          fingerprint(`# R\n\n${sentences(list).join('\n')}`),
        );
      }),
      { numRuns: 60 },
    );
  });
});
