import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toFrontMatter } from '../../../server/src/engine/edits/toFrontMatter';
import type { IsmsDocument } from '../../../server/src/engine/index/model';
import { applyEdits } from '../../../server/src/engine/text/edits';
import { documentOf, FRONT_MATTER, IN_TEXT, layout, writtenIn, type Written } from '../../harness/carriers';
import { engine } from '../../harness/engine';

const config = engine.loadConfig('isms.yaml', 'organization: ACME\n');

function documentIn(text: string): {
  readonly document: IsmsDocument | undefined;
  readonly mapped: string[];
} {
  const isms = engine.build({ config, files: new Map([['a.md', engine.read('a.md', text, config)]]) });
  return { document: isms.documents[0], mapped: [...isms.mappings.keys()].sort() };
}

/** What the document says, wherever it says it. */
function meaningOf(text: string): unknown {
  const { document, mapped } = documentIn(text);
  if (document === undefined) return undefined;
  const { kind, controlled, maps, status, title, facts } = document;
  const said = facts.metadata.filter(({ field }) => field !== 'title').map(({ field }) => field);
  // Of what a document lists, the first carrier that lists it counts as a whole.
  const valueOf = (field: (typeof said)[number]): string | undefined => {
    const first = document.field(field);
    const all = facts.metadata.filter((fact) => fact.keySpan.start === first?.keySpan.start);
    return all
      .map(({ value }) => value)
      .join(', ')
      .replace(/[,;]\s*/g, ', ');
  };
  const values = Object.fromEntries([...new Set(said)].sort().map((field) => [field, valueOf(field)]));
  return { kind, controlled, maps, status, title, values, mapped };
}

function converted(text: string): string {
  const { document } = documentIn(text);
  if (document === undefined) return text;
  const { source } = document;
  const edits = toFrontMatter(document, engine.catalog);
  for (const { span } of edits) assert.equal(span.start, span.end, 'nothing is replaced');
  return source.byteOrderMark + applyEdits(source.text, edits);
}

function assertConverts(text: string): void {
  const after = converted(text);
  assert.deepEqual(meaningOf(after), meaningOf(text), after);
  assert.equal(converted(after), after, 'a second time changes nothing');
  assert.deepEqual(
    documentIn(after).document?.facts.problems ?? [],
    documentIn(text).document?.facts.problems ?? [],
  );
  if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/);
}

const controls = fc.constantFrom(
  '',
  '(Annex A: A.5.15, A.5.17–A.5.18)\n\n',
  '## Related controls\n\n- A.5.15 Access control\n- A 5.16\n\n',
  '| Framework | Requirement |\n| --- | --- |\n| ISO 27001 | A.5.15 |\n| ISO 42001 | A.6.2 |\n\n',
  '| Control | Applicable |\n| --- | --- |\n| A.5.15 | Yes |\n\n',
);

describe('converting to front matter', () => {
  it('keeps every byte and the meaning of a text with one carrier', () => {
    fc.assert(
      fc.property(writtenIn(IN_TEXT), controls, layout, (written, body, how) => {
        const text = documentOf([written], how, body);
        assertConverts(text);
        const { document } = documentIn(converted(text));
        assert.equal(document?.facts.frontMatter?.readable, true);
        assert.equal(document.field('version')?.carrier, 'front-matter');
      }),
      { numRuns: 250 },
    );
  });

  it('keeps them where several carriers say parts of it, front matter in any form among them', () => {
    const parts = fc.tuple(
      fc.array(writtenIn(FRONT_MATTER), { maxLength: 1 }),
      fc.array(writtenIn(IN_TEXT), { minLength: 1, maxLength: 3 }),
    );
    fc.assert(
      fc.property(parts, controls, layout, ([top, below], body, how) => {
        assertConverts(documentOf([...top, ...below] as Written[], how, body));
      }),
      { numRuns: 250 },
    );
  });

  it('keeps them in any text at all', () => {
    const piece = fc.constantFrom(
      '---\n',
      '\n',
      '\r\n',
      '# H\n',
      '> ',
      '**Owner:** ',
      'Version: ',
      '| Owner | "A" |\n',
      '|---|---|\n',
      '(Annex A: A.5.15)\n',
      'CISO\n',
      '"x": [\n',
      "'\n",
      '#',
      ': ',
      '🔐\n',
      '<!--',
      '-->\n',
      '+++\n',
      'title: x\n',
      'owner = "y"\n',
      '\\',
      '&amp;\n',
      '-',
      '\u2028',
      '\u0007',
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (any) => {
        const after = converted(any);
        assert.deepEqual(meaningOf(after), meaningOf(any), JSON.stringify(after));
      }),
      { numRuns: 1000 },
    );
  });
});
