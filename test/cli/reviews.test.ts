import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { isms, REPOSITORY, temporaryWorkspace } from '../harness/cli';

const FILES = `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
id: POL-1
title: "Access, devices; and more"
status: approved
owner: CISO
next_review: 2026-11-01
controls: ["A.5.15"]
---
=== policies/backup.md
---
title: Backup
last_review: 1 December 2025
review_cycle: annual
controls: ["A.8.13"]
---
=== policies/logging.md
---
title: Protokollierung und Überwachung aller Systeme und Anwendungen der Organisation
next_review: June 2027
controls: ["A.8.15"]
---
=== policies/people.md
---
title: People
controls: ["A.6.1"]
---
=== policies/new.md
---
title: New rules
status: in-review
effective_date: 2026-12-05
next_review: 2027-12-05
controls: ["A.6.2"]
---
=== policies/draft.md
---
title: Draft
status: draft
next_review: 2020-01-01
controls: ["A.6.3"]
---
=== soa.md
| Control | Applicable | Justification |
| --- | --- | --- |
| A.7.4 | No | The landlord operates the cameras, until: 2027-01-31 |
| A.5.15 | Yes | R-001 |
=== risks.md
| Risk ID | Risk | Treatment | Controls | Owner | Next review |
| --- | --- | --- | --- | --- | --- |
| R-001 | Stolen account | Mitigate | A.5.15 | CISO | 2026-10-31 |
`;

const TODAY = ['--today', '2026-11-22'];

async function reviews(...args: string[]): Promise<string> {
  const { folder } = temporaryWorkspace(FILES);
  const run = await isms(['reviews', ...TODAY, ...args], { cwd: folder });
  assert.deepEqual([run.code, run.stderr], [0, '']);
  return run.stdout;
}

interface ReviewJson {
  readonly kind: string;
  readonly id: string;
  readonly state: string;
  readonly due: string | null;
  readonly owner: string | null;
}

describe('isms reviews', () => {
  it('lists what is to be looked at again, with its state', async () => {
    const json = JSON.parse(await reviews('--format', 'json')) as {
      readonly workspaces: readonly { readonly reviews: readonly ReviewJson[] }[];
    };
    const list = json.workspaces.flatMap((workspace) => workspace.reviews);
    assert.deepEqual(
      list.map(({ kind, id, state, due, owner }) => [kind, id, state, due, owner].join(' | ')),
      [
        'risk | R-001 | overdue | 2026-10-31 | CISO',
        'document | POL-1 | overdue | 2026-11-01 | CISO',
        'document | policies/backup.md | due | 2026-12-01 | ',
        'approval | policies/new.md | due | 2026-12-05 | ',
        'exclusion | A.7.4 | later | 2027-01-31 | ',
        'document | policies/logging.md | later | 2027-06-30 | ',
        'document | policies/new.md | later | 2027-12-05 | ',
        'document | policies/people.md | unknown |  | ',
        'document | risks.md | unknown |  | ',
        'document | soa.md | unknown |  | ',
      ],
    );
    const ajv = new Ajv({ strict: true, strictTypes: false });
    formats(ajv);
    const schema = readFileSync(join(REPOSITORY, 'docs/schemas/reviews.schema.json'), 'utf8');
    assert.ok(ajv.validate(JSON.parse(schema) as object, json), JSON.stringify(ajv.errors));
  });

  it('prints them for people, what is overdue first', async () => {
    const text = await reviews();
    assert.match(
      text,
      /^Overdue \(2\)\n {2}2026-10-31 {2}review of risk: R-001 Stolen account, CISO \(risks\.md:3\)/,
    );
    assert.match(text, /\nDue within 30 days \(2\)\n/);
    assert.match(text, /As of 2026-11-22\.\n$/);
  });

  it('writes a calendar that holds to RFC 5545', async () => {
    const text = await reviews('--format', 'ics');
    assert.ok(text.endsWith('END:VCALENDAR\r\n'));
    assert.ok(!/[^\r]\n/.test(text), 'a line break is not CRLF');
    const lines = text.split('\r\n');
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
    const unfolded = text.replace(/\r\n /g, '').split('\r\n');
    const count = (name: string): number => unfolded.filter((line) => line.startsWith(name)).length;
    // What has no date is no event.
    assert.deepEqual([count('BEGIN:VEVENT'), count('END:VEVENT'), count('DTSTART;VALUE=DATE:')], [7, 7, 7]);
    const uids = unfolded.filter((line) => line.startsWith('UID:'));
    assert.equal(new Set(uids).size, uids.length);
    assert.ok(unfolded.includes('DTSTAMP:20261122T000000Z'));
    assert.ok(
      unfolded.includes('DTSTART;VALUE=DATE:20261101') && unfolded.includes('DTEND;VALUE=DATE:20261102'),
    );
    assert.ok(unfolded.includes('SUMMARY:Review of document: POL-1 Access\\, devices\\; and more'));
    const long = 'Protokollierung und Überwachung aller Systeme und Anwendungen der Organisation';
    assert.ok(unfolded.includes(`SUMMARY:Review of document: ${long}`));
  });

  it('gives an event the same UID on another day and with another date', async () => {
    const { folder, read, write } = temporaryWorkspace(FILES);
    const uids = async (day: string): Promise<readonly string[]> => {
      const run = await isms(['reviews', '--format', 'ics', '--today', day], { cwd: folder });
      return run.stdout
        .split('\r\n')
        .filter((line) => line.startsWith('UID:'))
        .sort();
    };
    const before = await uids('2026-11-22');
    write('policies/access.md', read('policies/access.md').replace('2026-11-01', '2027-11-01'));
    assert.deepEqual(await uids('2027-01-01'), before);
  });

  it('says that there is nothing where there is nothing', async () => {
    const { folder } = temporaryWorkspace(
      '=== isms.yaml\norganization: X\n=== minutes.md\n---\ntype: minutes\n---\n# M\n',
    );
    const run = await isms(['reviews', ...TODAY], { cwd: folder });
    assert.deepEqual([run.code, run.stdout], [0, 'Nothing here is to be reviewed.\n\nAs of 2026-11-22.\n']);
  });
});
