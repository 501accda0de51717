import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson } from '../../server/src/engine/syntax/json';
import type { YamlNode } from '../../server/src/engine/syntax/yaml';

/** The value of a tree; a key with null has no value in it. */
function plain(node: YamlNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

test('reads what JSON.parse reads, at any indentation', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const { root, errors } = parseJson(text);
      assert.deepEqual(errors, []);
      assert.deepEqual(plain(root), plainOf(JSON.parse(text)));
    }),
  );
});

/** `__proto__` as a key is one of `Object.fromEntries` too, so both sides go the same way. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainOf(each)]));
}

/** The signs that JSON is made of, so that random texts are nearly JSON. */
const SIGNS = Array.from('{}[]",:0-1.e\\u tnrfals\n');

test('refuses what JSON.parse refuses, with a place inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...SIGNS) }), (text) => {
      const { root, errors } = parseJson(text);
      let sound = true;
      try {
        JSON.parse(text);
      } catch {
        sound = false;
      }
      const twice = errors.some((error) => error.message.includes('stands twice'));
      assert.equal(errors.length === 0, sound && !twice);
      assert.equal(root !== undefined, sound && !twice);
      for (const { span } of errors)
        assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end);
    }),
    { numRuns: 2000 },
  );
});

test('every node covers its own text', () => {
  const text = '{"a": [1, "b\\n", {"c": true}]}';
  const { root } = parseJson(text);
  const spans: string[] = [];
  const visit = (node: YamlNode): void => {
    spans.push(text.slice(node.span.start, node.span.end));
    if (node.type === 'list') node.items.forEach(visit);
    if (node.type === 'map') node.entries.forEach(({ value }) => value !== undefined && visit(value));
  };
  assert.ok(root);
  visit(root);
  assert.deepEqual(spans, [text, '[1, "b\\n", {"c": true}]', '1', '"b\\n"', '{"c": true}', 'true']);
});

test('nesting without end is refused, not followed', () => {
  const { errors } = parseJson('['.repeat(100_000));
  assert.match(errors[0]?.message ?? '', /nested too deeply/);
});
