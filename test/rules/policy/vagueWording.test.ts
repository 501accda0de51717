import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFires } from '../../harness/rule';
import { controlledPolicy } from './controlled';

const RULE = 'policy/vague-wording';
const check = (text: string) =>
  assertFires(RULE, controlledPolicy('owner: CISO', `# Access\n\n## Rules\n\n${text}`));

describe(RULE, () => {
  for (const text of [
    'Access must be reviewed ⟪regularly⟫.',
    'Owners shall review access ⟪on a regular basis⟫.',
    '⟪Where feasible⟫, laptops must be encrypted.',
    'Laptops should be encrypted ⟪as far as possible⟫.',
    'Leavers must lose their rights ⟪in a timely manner⟫.',
    'Data must be classified ⟪as appropriate⟫.',
    'Suppliers must take ⟪appropriate security measures⟫.',
    'Copies of keys, passwords, tokens ⟪etc⟫. must not be shared.',
    'Staff must:\n\n- report events ⟪as soon as possible⟫\n- lock the screen',
    'Zugriffe müssen ⟪regelmäßig⟫ geprüft werden.',
    'Rechte sind ⟪zeitnah⟫ zu entziehen.',
    '⟪Soweit möglich⟫, sind Daten zu verschlüsseln.',
    'Dienstleister müssen ⟪geeignete Maßnahmen⟫ treffen.',
  ]) {
    it(`fires in "${text}"`, () => {
      check(text);
    });
  }

  for (const text of [
    'The team regularly talks about access.',
    'Access is reviewed regularly.',
    'Access must be reviewed regularly, at least every 90 days.',
    'Events must be reported promptly and in a timely manner, within 24 hours.',
    'Zugriffe müssen regelmäßig, mindestens jährlich, geprüft werden.',
    'Rechte sind rechtzeitig, spätestens am letzten Arbeitstag, zu entziehen.',
    'Staff who regularly travel must carry a second key.',
    'Mitarbeitende, die regelmäßig reisen, müssen einen zweiten Schlüssel tragen.',
    'Measures must be chosen as appropriate to the class of the information.',
    'Contracts must hold the clauses as required by law.',
    'Managers may grant exceptions where appropriate.',
    'Suppliers must take appropriate measures such as encryption.',
    'Ziel ist es, Daten soweit möglich zu schützen.',
    'Die Daten sind durch Ergänzungen wo möglich geschützt.',
    'Wer berechtigt ist, soweit möglich zu arbeiten, meldet sich an.',
    'An impossible access must be logged.',
  ]) {
    it(`does not fire in "${text}"`, () => {
      check(text);
    });
  }

  it('says what to say instead, once per sentence', () => {
    const [finding, ...more] = check('Access must be reviewed ⟪regularly⟫ and corrected as appropriate.');
    assert.equal(more.length, 0);
    assert.match(finding?.hint ?? '', /how often/);
    assert.match(finding?.related[0]?.message ?? '', /as appropriate.*condition/);
  });

  it('leaves drafts and purposes alone', () => {
    const text = '# Access\n\nAccess must be reviewed regularly.';
    assertFires(RULE, controlledPolicy('status: draft', text));
    assertFires(
      RULE,
      controlledPolicy('owner: CISO', '# Access\n\n## Purpose\n\nAccess is reviewed regularly.'),
    );
  });
});
