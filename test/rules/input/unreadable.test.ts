import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkFixture } from '../../harness/engine';

const SOA =
  '=== soa.md\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.15 | Yes | Contract with Nordbank |\n';

describe('input/unreadable', () => {
  it('names the file and the reason, once for each file', () => {
    const { findings } = checkFixture(
      '=== a.md (unreadable: it is UTF-16 text; save it as UTF-8)\n=== b.md (unreadable: permission denied)\n',
    );
    assert.deepEqual(
      findings.map(({ ruleId, path, severity, span, message }) => [
        ruleId,
        path,
        severity,
        span,
        message.split('. ')[0],
      ]),
      [
        [
          'input/unreadable',
          'a.md',
          'error',
          { start: 0, end: 0 },
          'This cannot be read: it is UTF-16 text; save it as UTF-8',
        ],
        ['input/unreadable', 'b.md', 'error', { start: 0, end: 0 }, 'This cannot be read: permission denied'],
      ],
    );
  });

  it('checks everything else, and calls no control unmapped that the file may hold', () => {
    const fixture = `${SOA}=== a.md\n---\ncontrols: ["A.5.99"]\n---\n`;
    const idsOf = (literal: string): string[] =>
      checkFixture(literal).findings.map((finding) => finding.ruleId);
    assert.ok(idsOf(fixture).includes('mapping/unmapped-control'));
    const withUnreadable = idsOf(`${fixture}=== b.md (unreadable: permission denied)\n`);
    assert.ok(withUnreadable.includes('mapping/unknown-control'));
    assert.ok(!withUnreadable.includes('mapping/unmapped-control'));
  });

  it('can be ignored in isms.yaml, as there is nowhere else to say it', () => {
    const { findings, suppressed } = checkFixture(
      '=== isms.yaml\nignore: [{ rule: input/unreadable, files: "old/**", reason: scans of 2009 }]\n=== old/a.md (unreadable: permission denied)\n',
    );
    assert.deepEqual(
      findings.filter((finding) => finding.ruleId === 'input/unreadable'),
      [],
    );
    assert.deepEqual(
      suppressed.map(({ finding, reason, where }) => [finding.path, reason, where]),
      [['old/a.md', 'scans of 2009', 'isms.yaml']],
    );
  });
});
