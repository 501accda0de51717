import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, assertFires, fixNamed } from '../../harness/rule';

const RULE = 'policy/broken-link';

/** A policy with this text beside a backup policy, a picture and a procedure further down. */
function isms(text: string, options: { readonly config?: string; readonly yaml?: string } = {}): string {
  return `=== isms.yaml
${options.config ?? 'organization: X'}
=== policies/access.md
---
id: POL-004
title: Access
controls: ["A.5.15"]
${options.yaml ?? 'owner: CISO'}
---

# Access

## Rules & duties {#duties}

${text}
=== policies/backup.md
---
id: POL-013
title: Backup policy
controls: ["A.8.13"]
---

# Backup

## 🔐 Keys and tapes

## Keys

## Keys

<a id="old-place"></a>

=== procedures/restore (new).md
# Restore
=== policies/plan.png
png
=== docs/guide/start.md
# Start
`;
}

describe(RULE, () => {
  for (const text of [
    'See [x](⟪bakcup.md⟫).',
    'See [x](⟪./missing.md⟫ "Title").',
    'See ![x](⟪plans.png⟫).',
    'See [x](⟪backup.md#tapes⟫).',
    'See [x](⟪#dutys⟫).',
    'See [x][ref].\n\n[ref]: ⟪missing.md⟫',
    'See [x](<⟪missing file.md⟫>).',
    '| A | B |\n| --- | --- |\n| a | [x](⟪missing.md⟫) |',
    'See [x](⟪backup.md#keys-2⟫).',
    'See [x](⟪../restore.md⟫).',
  ]) {
    it(`fires in "${text}"`, () => {
      assertFires(RULE, isms(text));
    });
  }

  for (const text of [
    'See [x](backup.md) and [y](./backup.md#keys-1) and [z](../policies/backup.md#keys).',
    'See [x](backup.md#-keys-and-tapes) and [y](backup.md#keys-and-tapes).',
    'See [x](backup.md#old-place), [y](#rules--duties-duties) and [z](#duties).',
    'See [x](BACKUP.md) not.'.replace('BACKUP', 'backup'),
    'See ![x](plan.png) and [y](../policies/) and [z](..).',
    'See [x](../procedures/restore%20\\(new\\).md).'.replace(/\\/g, ''),
    'See [x](<../procedures/restore (new).md>).',
    'See [x](https://example.com/missing.md), [y](mailto:a@b.c) and [z](//example.com).',
    'See [x](../../elsewhere/missing.md), outside the root.',
    'See [x](/missing.md) and [y](/policies/missing).',
    'See [x](missing) and [y](missing.html), pages of a site.',
    'See [x]({{ url }}) and [y](<[file].md>).',
    'See [x](#) and [y](#top).',
    'See [x] and [y][z].',
    'Write `[x](missing.md)`.',
    '```\n[x](missing.md)\n```',
    '<!-- [x](missing.md) -->',
    'See [x](backup.md?plain=1).',
  ]) {
    it(`does not fire in "${text}"`, () => {
      assertFires(RULE, isms(text));
    });
  }

  for (const [what, config, text] of [
    [
      'a page that is not there',
      'links: { site: true }',
      'See [x](⟪missing⟫), [y](backup), [z](../backup/), [w](backup.html).',
    ],
    [
      'a site-absolute link',
      'links: { root: docs, site: true }',
      'See [x](⟪/guide/end⟫) and [y](/guide/start).',
    ],
    [
      'nothing that is ignored',
      'links: { ignore: ["wiki/**"] }',
      'See [x](wiki/missing.md) and [y](⟪missing.md⟫).',
    ],
  ] as const) {
    it(`finds ${what} where isms.yaml says so`, () => {
      assertFires(RULE, isms(text, { config }));
    });
  }

  for (const [what, yaml] of [
    ['an id of a shape that is in use', 'related_documents: ["⟪POL-012⟫"]'],
    ['a file', 'related_documents:\n  - ⟪missing.md⟫'],
  ] as const) {
    it(`finds ${what} among related documents`, () => {
      assertFires(RULE, isms('Text.', { yaml }));
    });
  }

  for (const [what, yaml] of [
    ['an id', 'related_documents: [pol-013]'],
    ['a title', 'related_documents: ["Backup policy", backup]'],
    [
      'a path from the file or the root',
      'related_documents: [backup.md, policies/backup.md, ./backup.md#keys]',
    ],
    ['a title that nobody knows', 'related_documents: ["Works council agreement"]'],
    ['an id of another kind', 'related_documents: ["ISO-27001", "HR-7"]'],
  ] as const) {
    it(`leaves ${what} among related documents alone`, () => {
      assertFires(RULE, isms('Text.', { yaml }));
    });
  }

  for (const [what, text, expected] of [
    ['a misspelt file', 'See [x](⟪bakcup.md#keys⟫).', 'backup.md#keys'],
    ['a file that lies elsewhere', 'See [x](⟪start.md⟫).', '../docs/guide/start.md'],
    ['a misspelt anchor', 'See [x](⟪backup.md#kyes⟫).', 'backup.md#keys'],
    ['an anchor with more words now', 'See [x](⟪backup.md#tapes⟫).', 'backup.md#-keys-and-tapes'],
  ] as const) {
    it(`offers what was meant by ${what}`, () => {
      const literal = isms(text);
      const fix = fixNamed(assertFires(RULE, literal));
      const { texts, left } = afterFix(literal, RULE, fix);
      assert.ok(
        texts.get('policies/access.md')?.includes(`[x](${expected})`),
        texts.get('policies/access.md'),
      );
      assert.deepEqual(left, []);
    });
  }

  it('is one finding per target, and its fix mends all places', () => {
    const literal = isms('See [x](⟪bakcup.md⟫) and [y](bakcup.md).');
    const findings = assertFires(RULE, literal);
    assert.equal(findings.length, 1);
    assert.deepEqual(afterFix(literal, RULE, fixNamed(findings)).left, []);
  });

  it('offers the id that was meant', () => {
    const literal = isms('Text.', { yaml: 'related_documents: ["⟪POL-031⟫"]' });
    const { texts } = afterFix(literal, RULE, fixNamed(assertFires(RULE, literal)));
    assert.match(texts.get('policies/access.md') ?? '', /related_documents: \["POL-013"\]/);
  });

  it('leaves templates, what is retired and rows of the SoA alone', () => {
    assertFires(RULE, isms('See [x](missing.md).', { yaml: 'type: template' }));
    assertFires(RULE, isms('See [x](missing.md).', { yaml: 'status: retired' }));
    const soa =
      '=== soa.md\n# SoA\n\n| Control | Applicable | Documents |\n| --- | --- | --- |\n| A.5.15 | Yes | [x](missing.md) |\n';
    assertFires(RULE, `${isms('Text.')}${soa}`);
  });
});
