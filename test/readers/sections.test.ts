import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engine } from '../harness/engine';

/** Namespace, ids and section of every reference. */
function references(text: string): string[] {
  const { facts, source } = engine.read('a.md', text, undefined);
  return facts.references.map(({ mention, section }) => {
    assert.equal(source.text.slice(mention.span.start, mention.span.end), mention.text);
    return `${mention.namespace} ${mention.ids.join('+')} § ${section?.text}`;
  });
}

describe('controls of a section', () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'an annex line below a heading',
      '# P\n\n## Access\n\n(Annex A: A.5.15, A.5.17–A.5.18)\n',
      ['iso27001:2022 A.5.15 § Access', 'iso27001:2022 A.5.17+A.5.18 § Access'],
    ],
    [
      'an annex line in a heading',
      '# P\n\n## Access (Annex A: A.5.15)\n',
      ['iso27001:2022 A.5.15 § Access (Annex A: A.5.15)'],
    ],
    ['an annex line above all headings', '(Annex A: A.5.15)\n', ['iso27001:2022 A.5.15 § undefined']],
    [
      'an italic line of another framework',
      '## Access\n\n*(NIST CSF: PR.AC-1, PR.AC-3)*\n',
      ['other PR.AC-1 § Access', 'other PR.AC-3 § Access'],
    ],
    ['in a heading', '## Access *(SOC 2: CC6.1)*\n', ['other CC6.1 § Access (SOC 2: CC6.1)']],
    ['a framework that looks alike', '## Data\n\n*(ISO 42001: A.6.2)*\n', ['other A.6.2 § Data']],
    [
      'several frameworks',
      '## Access\n\n_(ISO 27001:2022: A.5.15; NIST CSF: PR.AC-1 Identities)_\n',
      ['iso27001:2022 A.5.15 § Access', 'other PR.AC-1 § Access'],
    ],
    [
      'the standard and its ids',
      '## Access\n\n*(ISO 27001 A.5.15, A.5.16)*\n',
      ['iso27001:2022 A.5.15 § Access', 'iso27001:2022 A.5.16 § Access'],
    ],
    ['the former edition', '## Access\n\n*(ISO 27001:2013: A.9.1.1)*\n', ['iso27001:2013 A.9.1.1 § Access']],
    ['a framework in a sentence', '## Access\n\nWe follow best practice (NIST CSF: PR.AC-1) here.\n', []],
    ['a bracket that names none', '## Access\n\n*(see also: A.5.15)*\n', []],
    [
      'a related list',
      '# P\n\n## Related controls\n\n- A.5.15 Access control\n- A.5.16\n',
      ['iso27001:2022 A.5.15 § Related controls', 'iso27001:2022 A.5.16 § Related controls'],
    ],
    [
      'a compliance table',
      '| Framework | Requirement | Policy section |\n| --- | --- | --- |\n| ISO 27001 | A.5.15 | § 4.2 |\n| ISO 27001 | A.5.16 | |\n',
      ['iso27001:2022 A.5.15 § § 4.2', 'iso27001:2022 A.5.16 § undefined'],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(references(text), expected));
});

describe('titles', () => {
  const title = (text: string): (string | undefined)[] =>
    engine.read('a.md', text, undefined).facts.body.headings.map((heading) => heading.text);
  it('reads a title in HTML above the headings', () => {
    assert.deepEqual(
      title('<p><img src="x"></p>\n\n<h1 align="center">🔑 Access &amp;\n<em>keys</em></h1>\n\n## Purpose\n'),
      ['🔑 Access & keys', 'Purpose'],
    );
  });
  it('leaves it alone below a title in Markdown, and further down', () => {
    assert.deepEqual(title('# Access\n\n<h1>Other</h1>\n'), ['Access']);
    assert.deepEqual(title('## Access\n\n<h1>Other</h1>\n'), ['Access']);
  });
});
