import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Analysis } from '../../server/src/action/analyse';
import { summaryOf } from '../../server/src/action/summary';

const MIB = 1_048_576;

function analysis(impact: string | undefined, checkSummary: string): Analysis {
  return {
    annotations: '',
    counts: { errors: 0, warnings: 0, mapped: 0, total: 93 },
    comparison: undefined,
    impact:
      impact === undefined
        ? undefined
        : { decisions: 0, changes: 1, comment: '', summary: impact, jsonFile: '', summaryFile: '' },
    jsonFile: '',
    sarifFile: '',
    summaryFile: '',
    checkSummary,
    failure: undefined,
  };
}

describe('the summary of a job', () => {
  it('says what the change does, then what was found', () => {
    assert.equal(summaryOf(analysis('impact', 'findings')), 'impact\n\nfindings');
    assert.equal(summaryOf(analysis(undefined, 'findings')), 'findings');
  });

  it('stays within what GitHub shows, and says where the rest is', () => {
    const summary = summaryOf(analysis('ü'.repeat(MIB / 4), 'x'.repeat(MIB)));
    assert.ok(Buffer.byteLength(summary) <= MIB);
    assert.match(summary, /`json-file` names the file that has them all/);
    assert.equal(summaryOf(analysis('x'.repeat(MIB), 'findings')), 'x'.repeat(MIB));
  });
});
