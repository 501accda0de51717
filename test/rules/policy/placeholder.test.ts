import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFires } from '../../harness/rule';
import { controlledPolicy } from './controlled';

const RULE = 'policy/placeholder';

describe(RULE, () => {
  for (const text of [
    'Access at ⟪[Company Name]⟫ is restricted.',
    'Access at ⟪[ORGANISATION_NAME]⟫ is restricted.',
    'Ask ⟪[insert the name of the officer here]⟫.',
    'Reviews take place every ⟪[number]⟫ months.',
    'Der Zugriff bei ⟪[Name des Unternehmens]⟫ ist beschränkt.',
    'Fristen: ⟪[bitte Anzahl der Tage eintragen]⟫.',
    'The ⟪{{top_management_role}}⟫ decides.',
    'Access at ⟪<Company Name>⟫ is restricted.',
    'The period is ⟪TBD⟫.',
    'The "owner" at ⟪[Company Name]⟫ is the "risk owner".',
    'Call 040 ⟪XXX⟫ at night.',
    '⟪TODO⟫: describe the exceptions.',
    '⟪Lorem ipsum⟫ dolor sit amet.',
    '| Role | Person |\n| --- | --- |\n| Officer | ⟪[Name]⟫ |',
    '\\⟪[Company Name\\]⟫ is restricted.',
  ]) {
    it(`fires in "${text}"`, () => {
      // A mark before the backslash would stand inside the escape.
      assertFires(RULE, controlledPolicy('owner: CISO', `# Access\n\n${text.replace('\\⟪[', '⟪\\[')}`));
    });
  }

  for (const text of [
    'See [the company](company.md) and [name][1].\n\n[1]: company.md',
    'As described in [1] and [NIST SP 800-53].',
    '- [ ] open\n- [x] done',
    'Answer [Yes/No] or [optional].',
    'Write `[Company Name]` or `{{name}}` or `TBD`.',
    '```\n[Company Name] TBD\n```',
    'The state "TBD" means that nobody decided.',
    'Titles follow the pattern "Havenwerk – [Document Name]".',
    'Titel lauten „[Name des Dokuments] – Havenwerk“.',
    'Masked addresses look like 192.168.2.XXX in tests.',
    'Sites use {{ site.title }} and {% include name %}.',
    'Replace the placeholder [Company Name] by yours.',
    'A note.[^name]\n\n[^name]: text',
    'Use <https://example.com/name> or <br> here.',
    '![Company Name](logo.png)',
    'The todo list and the tbd team.',
    '<!-- [Company Name] -->',
  ]) {
    it(`does not fire in "${text}"`, () => {
      assertFires(RULE, controlledPolicy('owner: CISO', `# Access\n\n${text}`));
    });
  }

  for (const [what, yaml] of [
    ['an owner in brackets', 'owner: ⟪"[Owner]"⟫'],
    ['a date still to come', 'next_review: ⟪YYYY-MM-DD⟫'],
    ['TBD', 'version: ⟪TBD⟫'],
  ] as const) {
    it(`fires on ${what} in the front matter`, () => {
      assertFires(RULE, controlledPolicy(yaml));
    });
  }

  it('is one finding per document, the others with it', () => {
    const [finding, ...more] = assertFires(
      RULE,
      controlledPolicy('owner: ⟪"[Owner]"⟫\nversion: TBD', '# Access\n\n[Company Name] and {{x}}.'),
    );
    assert.equal(more.length, 0);
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      ['TBD', '[Company Name]', '{{x}}'],
    );
  });

  for (const [what, literal] of [
    ['a draft', controlledPolicy('status: draft\nowner: TBD')],
    ['a template', controlledPolicy('owner: TBD').replace('policies/', 'templates/')],
    ['a template by type', controlledPolicy('type: template\nowner: TBD')],
    ['what is retired', controlledPolicy('status: retired\nowner: TBD')],
  ] as const) {
    it(`leaves ${what} alone`, () => {
      assertFires(RULE, literal);
    });
  }
});
