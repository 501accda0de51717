import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { documentOf, FRONT_MATTER, IN_TEXT, layout, writtenIn } from '../harness/carriers';
import { engine } from '../harness/engine';

describe('any carrier', () => {
  it('written for a set of facts reads back to that set, each fact with its place', () => {
    fc.assert(
      fc.property(writtenIn([...FRONT_MATTER, ...IN_TEXT]), layout, (written, how) => {
        const { facts, source } = engine.read('a.md', documentOf([written], how), undefined);
        const read = facts.metadata.filter((fact) => fact.carrier === written.carrier);
        assert.deepEqual(Object.fromEntries(read.map(({ field, value }) => [field, value])), written.facts);
        assert.equal(read.length, facts.metadata.length);
        assert.deepEqual(facts.problems, []);
        for (const { keySpan, key, span, value, carrier } of read) {
          const at = source.text.slice(span.start, span.end);
          if (carrier === 'badge') continue;
          assert.equal(source.text.slice(keySpan.start, keySpan.end).replace(/^🔐 /u, ''), key);
          assert.ok(at === value || at === JSON.stringify(value), at);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('beside another one reads back to both, the one with precedence first', () => {
    fc.assert(
      fc.property(writtenIn(FRONT_MATTER), writtenIn(IN_TEXT), layout, (top, below, how) => {
        const { facts } = engine.read('a.md', documentOf([top, below], how), undefined);
        const valuesIn = (carrier: string): object =>
          Object.fromEntries(
            facts.metadata
              .filter((fact) => fact.carrier === carrier)
              .map(({ field, value }) => [field, value]),
          );
        assert.deepEqual(valuesIn(top.carrier), top.facts);
        assert.deepEqual(valuesIn(below.carrier), below.facts);
        assert.equal(facts.metadata.find(({ field }) => field === 'owner')?.carrier, 'front-matter');
      }),
      { numRuns: 200 },
    );
  });
});

const id = fc.constantFrom('A.5.1', 'A.5.15', 'A.5.37', 'A.6.8', 'A.7.4', 'A.8.34');
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 6 });

/** Every carrier of controls. */
const CONTROLS: readonly ((ids: readonly string[]) => string)[] = [
  (all) => `---\ncontrols: ${JSON.stringify(all)}\n---\n`,
  (all) => `---\nannex_a_controls:\n${all.map((each) => `  - ${each} # why`).join('\n')}\n---\n`,
  (all) => `---\niso27001: ${all.join(', ')}\n...\n`,
  (all) => `---\nsatisfies:\n  ISO27001: [${all.join(', ')}]\n  TSC: [CC6.1]\n---\n`,
  (all) => `---\nframeworks:\n  iso27001:\n    controls: [${all.join(', ')}]\n---\n`,
  (all) => `---\nreferences: ${JSON.stringify(all.map((each) => `ISO/IEC 27001:2022 ${each}`))}\n---\n`,
  (all) => `title: A\ncontrols: ${JSON.stringify(all)}\n---\n`,
  (all) => `<!--\ntitle: A\ncontrols: ${JSON.stringify(all)}\n-->\n`,
  (all) => `+++\ncontrols = ${JSON.stringify(all)}\n+++\n`,
  (all) => `# T\n\n## Access\n\n(Annex A: ${all.join(', ')})\n`,
  (all) => `# T\n\n## Access\n\n*(ISO 27001: ${all.join(', ')}; NIST CSF: PR.AC-1)*\n`,
  (all) => `# T\n\n## Related controls\n\n${all.map((each) => `- **${each}** Something`).join('\n')}\n`,
  (all) =>
    `# T\n\n| Framework | Requirement |\n| --- | --- |\n${all.map((each) => `| ISO 27001:2022 | ${each} |`).join('\n')}\n| SOC 2 | CC6.1 |\n`,
];

describe('any carrier of controls', () => {
  it('written for a set of controls reads back to that set, each id at its place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CONTROLS), ids, fc.boolean(), (write, all, crlf) => {
        const text = crlf ? write(all).replace(/\n/g, '\r\n') : write(all);
        const { facts } = engine.read('a.md', text, undefined);
        const ours = facts.references.filter(({ mention }) => mention.namespace === 'iso27001:2022');
        assert.deepEqual(
          ours.flatMap(({ mention }) => mention.ids),
          all,
        );
        for (const { mention } of ours)
          assert.equal(text.slice(mention.span.start, mention.span.end), mention.text);
      }),
      { numRuns: 300 },
    );
  });
});
