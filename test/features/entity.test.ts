import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  definitionsOf,
  entityAt,
  occurrencesOf,
  type EntityPlace,
} from '../../server/src/engine/features/entity';
import { renameableAt, renameEdits } from '../../server/src/engine/features/rename';
import { symbolsOf } from '../../server/src/engine/features/symbols';
import { applyEdits } from '../../server/src/engine/text/edits';
import { ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

/** Where a cursor stands: in one of these places instead of the word that it replaces. */
const FILES = `
=== policies/access.md
---
id: "POL-01"
title: Access
type: policy
controls: ["A.5.15"]
related_documents: ["POL-02"]
---

# Access (A.5.15)

It treats R-001. See also A.9.2.1 and POL-02; POL-020 is another one, and so is R-0012.

=== policies/backup.md
---
id: "POL-02"
title: Backup
type: policy
controls: ["A.8.13"]
---

=== risks.md
| Risk ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-001 | Stolen accounts | CISO | Mitigate | A.5.15 |

=== soa.md
| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | Stolen accounts (R001) | Implemented |
| A.5.16 | Identity management | Yes | Stolen accounts (r-001) | Planned |
`;

const isms = ismsOf(parseFixture(FILES));

function offsetOf(path: string, text: string): number {
  const at = isms.files.get(path)?.source.text.indexOf(text) ?? -1;
  assert.ok(at >= 0, `${text} is not in ${path}`);
  return at + 1;
}

function entity(path: string, text: string) {
  return entityAt(isms, path, offsetOf(path, text))?.entity;
}

/** `path:line text` */
function shown(places: readonly EntityPlace[]): string[] {
  return places.map(({ path, span }) => {
    const text = isms.files.get(path)?.source.text ?? '';
    return `${path}:${text.slice(0, span.start).split('\n').length} ${text.slice(span.start, span.end)}`;
  });
}

describe('what an id stands for', () => {
  const cases: readonly (readonly [path: string, text: string, definitions: readonly string[]])[] = [
    ['policies/access.md', 'A.5.15"', ['soa.md:3 A.5.15']],
    ['policies/access.md', 'A.5.15)', ['soa.md:3 A.5.15']],
    ['policies/access.md', 'A.9.2.1', ['soa.md:4 A.5.16']],
    ['policies/access.md', 'R-001', ['risks.md:3 R-001']],
    ['soa.md', 'R001', ['risks.md:3 R-001']],
    ['policies/access.md', 'POL-02;', ['policies/backup.md:2 POL-02']],
    ['policies/access.md', 'POL-020', []],
    ['policies/access.md', 'R-0012', []],
    ['policies/access.md', 'another', []],
  ];
  for (const [path, text, definitions] of cases) {
    it(`${text} in ${path}`, () => {
      const found = entity(path, text);
      assert.deepEqual(found === undefined ? [] : shown(definitionsOf(isms, found)), definitions);
    });
  }

  it('is found everywhere, in each spelling', () => {
    const risk = entity('risks.md', 'R-001');
    assert.ok(risk !== undefined);
    assert.deepEqual(shown(occurrencesOf(isms, risk)), [
      'policies/access.md:11 R-001',
      'risks.md:3 R-001',
      'soa.md:3 R001',
      'soa.md:4 r-001',
    ]);
    const control = entity('soa.md', 'A.5.15');
    assert.ok(control !== undefined);
    assert.deepEqual(shown(occurrencesOf(isms, control)), [
      'policies/access.md:5 A.5.15',
      'policies/access.md:9 A.5.15',
      'risks.md:3 A.5.15',
      'soa.md:3 A.5.15',
    ]);
  });
});

describe('renaming', () => {
  /** What stands there after the id at a place was given another name. */
  function renamed(path: string, text: string, name: string): Map<string, string> | string {
    const found = renameableAt(isms, path, offsetOf(path, text));
    if ('refusal' in found) return found.refusal;
    const edits = renameEdits(isms, found.entity, name);
    if ('refusal' in edits) return edits.refusal;
    const paths = [...new Set(edits.map((edit) => edit.path))];
    return new Map(
      paths.map((each) => [
        each,
        applyEdits(
          isms.files.get(each)?.source.text ?? '',
          edits.filter((edit) => edit.path === each),
        ),
      ]),
    );
  }

  it('changes every mention of a risk, and nothing else', () => {
    const after = renamed('soa.md', 'R001', 'R-101');
    assert.ok(after instanceof Map);
    assert.deepEqual([...after.keys()], ['policies/access.md', 'risks.md', 'soa.md']);
    assert.match(after.get('policies/access.md') ?? '', /treats R-101\. .* R-0012\./);
    assert.match(after.get('soa.md') ?? '', /\(R-101\)[^]*\(R-101\)/);
  });

  it('changes the id of a document where it is listed and where it is named', () => {
    const after = renamed('policies/access.md', 'POL-02;', 'POL-22');
    assert.ok(after instanceof Map);
    assert.match(after.get('policies/backup.md') ?? '', /^---\nid: "POL-22"\n/);
    assert.match(
      after.get('policies/access.md') ?? '',
      /related_documents: \["POL-22"\][^]* POL-22; POL-020 /,
    );
  });

  const refusals: readonly (readonly [path: string, text: string, name: string, why: RegExp])[] = [
    ['policies/access.md', 'A.5.15"', 'A.5.16', /cannot be renamed/],
    ['policies/access.md', 'another', 'X-1', /nothing to rename here/],
    ['policies/access.md', 'POL-02;', 'POL-01', /POL-01 exists already/],
    ['risks.md', 'R-001', '17', /has letters and at least one digit/],
    ['risks.md', 'R-001', 'R 17', /has letters and at least one digit/],
    ['risks.md', 'R-001', 'R|17', /has letters and at least one digit/],
  ];
  for (const [path, text, name, why] of refusals) {
    it(`refuses to make ${text} ${name}`, () => {
      const said = renamed(path, text, name);
      assert.ok(typeof said === 'string');
      assert.match(said, why);
    });
  }
});

describe('symbols of the ISMS', () => {
  it('are documents, rows of the SoA and entries of registers, found by their letters', () => {
    const names = (query: string): string[] => symbolsOf(isms, query, 100).map(({ name }) => name);
    assert.deepEqual(names('access'), ['Access', 'A.5.15 Access control']);
    assert.deepEqual(names('stolen'), ['R-001 Stolen accounts']);
    assert.deepEqual(names('a515'), ['A.5.15 Access control']);
    assert.deepEqual(names('zzz'), []);
    assert.equal(symbolsOf(isms, '', 2).length, 2);
  });
});
