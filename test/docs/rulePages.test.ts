import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseExample } from '../../server/src/engine/rules/example';
import { isSuppressible } from '../../server/src/engine/suppression/active';
import { writeSuppression } from '../../server/src/engine/suppression/write';
import { applyEdits } from '../../server/src/engine/text/edits';
import { checkExample } from '../../server/tools/docs/exampleIsms';
import { code, fenced, prose, replaceBetween } from '../../server/tools/docs/markdown';
import { rulePages } from '../../server/tools/docs/rulePages';
import { engine } from '../harness/engine';

const pages = rulePages(engine);

describe('the page of a rule', () => {
  for (const rule of engine.rules) {
    const page = pages.get(`docs/rules/${rule.id}.md`) ?? '';

    it(`${rule.id}: shows what the engine finds`, () => {
      const { findings } = checkExample(engine, parseExample(rule.docs.bad));
      const own = findings.filter((finding) => finding.ruleId === rule.id);
      assert.ok(own.length > 0);
      for (const finding of own) assert.ok(page.includes(prose(finding.message)) && page.includes(prose(finding.hint)));
    });

    it(`${rule.id}: has every section, and no mark of the examples`, () => {
      for (const heading of ['Why an auditor cares', 'Example', 'How to fix it', 'Change its severity', 'Accept one finding']) {
        assert.ok(page.includes(`\n## ${heading}\n`), heading);
      }
      assert.doesNotMatch(page, /[⟪⟫‸]/);
      assert.doesNotMatch(page, /\b(?:is|are|be) (?:compliant|certified)\b/i);
    });

    it(`${rule.id}: the suppression that it shows suppresses the finding`, () => {
      const example = parseExample(rule.docs.bad);
      const { findings, isms } = checkExample(engine, example);
      const [finding] = findings.filter((each) => each.ruleId === rule.id);
      assert.ok(finding !== undefined);
      const written = writeSuppression(isms, finding, 'why this is accepted');
      assert.equal(written !== undefined, isSuppressible(rule.id));
      if (written === undefined) return;
      const { edit } = written;
      const known = example.files.some((file) => file.path === edit.path);
      const files = [...example.files, ...(known ? [] : [{ path: edit.path, text: '', marks: [], cursor: undefined, unreadable: undefined }])];
      const suppressed = checkExample(engine, {
        files: files.map((file) => (file.path === edit.path ? { ...file, text: applyEdits(file.text, [edit]) } : file)),
      });
      assert.ok(suppressed.suppressed.some((each) => each.finding.ruleId === rule.id && each.finding.message === finding.message));
      assert.ok(!suppressed.findings.some((each) => each.ruleId.startsWith('suppression/') && !rule.id.startsWith('suppression/')));
      const shown = edit.newText.trim().split('\n').at(-1) ?? '';
      assert.ok(page.includes(shown.trim()), shown);
    });
  }
});

describe('Markdown of the pages', () => {
  it('a fence is longer than any in the code', () => {
    assert.equal(fenced('markdown', 'a\n```\nb\n```\n'), '````markdown\na\n```\nb\n```\n````');
    assert.equal(fenced('yaml', 'a: b'), '```yaml\na: b\n```');
  });

  it('code with back-ticks keeps them', () => {
    assert.equal(code('a'), '`a`');
    assert.equal(code('`a`'), '`` `a` ``');
  });

  it('text is shown as it is', () => {
    assert.equal(prose('a *b* <!-- c --> `d`'), 'a \\*b\\* \\<!-- c --> \\`d\\`');
  });

  it('replaces what stands between the markers, and nothing where there are none', () => {
    const text = 'a\n<!-- generated:x -->\nold\n<!-- /generated:x -->\nb\n';
    assert.equal(replaceBetween(text, 'x', 'new'), 'a\n<!-- generated:x -->\nnew\n<!-- /generated:x -->\nb\n');
    assert.equal(replaceBetween(text, 'y', 'new'), undefined);
  });
});
