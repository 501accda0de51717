import * as z from 'zod';
import { SEVERITIES } from '../../src/engine/check/finding';
import { CHANGE_LEVELS } from '../../src/engine/impact/change';

const position = z
  .strictObject({ line: z.int().min(0), character: z.int().min(0) })
  .meta({ description: 'Zero-based; characters are UTF-16 units, as in the Language Server Protocol.' });
const range = z.strictObject({ start: position, end: position }).meta({ description: 'The end is exclusive.' });
const count = z.int().min(0);
const file = z.string().meta({ description: 'Relative to the working directory, with "/".' });
const place = z.strictObject({
  file,
  range,
  before: z.boolean().meta({ description: 'True where the place is to be found in the base only.' }),
});
const revision = z.strictObject({
  name: z.string().meta({ description: 'As it was named.' }),
  commit: z
    .string()
    .regex(/^[\da-f]{40,64}$/)
    .nullable()
    .meta({ description: 'null for the files on disk.' }),
});

const change = z.strictObject({
  id: z
    .string()
    .regex(/^IMP\d{3}$/)
    .meta({ description: 'The kind of change. An id, once released, never changes its meaning.' }),
  kind: z.string().meta({ description: 'The kind in words.' }),
  level: z.enum(CHANGE_LEVELS as [string, ...string[]]),
  subject: z.string().meta({ description: 'The control, document, risk or rule that changed.' }),
  message: z.string(),
  before: z.string(),
  after: z.string(),
  place: place.nullable(),
  related: z.array(place),
  fingerprint: z
    .string()
    .regex(/^[\da-f]{16}$/)
    .meta({ description: 'The same as long as the change is the same, whatever else is pushed.' }),
});

const requirement = z.strictObject({
  before: z.string().nullable(),
  after: z.string().nullable(),
  verdict: z.enum(['weaker', 'stronger', 'same']),
  reasons: z.array(z.string()),
});

const document = z.strictObject({
  file,
  fileBefore: file.optional().meta({ description: 'Present where the file was renamed.' }),
  name: z.string(),
  text: z
    .enum(['none', 'editorial', 'normative', 'content'])
    .meta({ description: '"normative": what the document asks for changed; "editorial": only how it says so; "content": it is a register or record.' }),
  fields: z.array(
    z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  requirements: z.array(requirement),
});

const finding = {
  ruleId: z.string(),
  severity: z.enum(SEVERITIES as [string, ...string[]]),
  message: z.string(),
  file,
  range,
  control: z.string().optional(),
};

const coverage = z.strictObject({
  total: count,
  mapped: count.meta({ description: 'Controls that at least one document maps.' }),
  applicable: count,
  excluded: count,
  implemented: count,
  themes: z.array(
    z.strictObject({
      theme: z.enum(['organizational', 'people', 'physical', 'technological']),
      total: count,
      mapped: count,
    }),
  ),
});

const workspace = z.strictObject({
  root: z.string(),
  judgedBy: z
    .enum(['base', 'head'])
    .meta({ description: 'Whose configuration judges: "head" only where there was no ISMS before.' }),
  summary: z.strictObject({
    decisions: count,
    attention: count,
    information: count,
    documents: count,
    newFindings: count,
    fixedFindings: count,
    unchangedFindings: count,
  }),
  coverage: z.strictObject({ before: coverage.nullable(), after: coverage }),
  changes: z.array(change).meta({ description: 'By level, kind and subject.' }),
  documents: z.array(document).meta({ description: 'Documents that changed, by path.' }),
  findings: z.strictObject({
    new: z.array(z.strictObject(finding)),
    fixed: z.array(z.strictObject(finding)).meta({ description: 'Places are those of the base.' }),
    accepted: z
      .array(
        z.strictObject({
          ...finding,
          reason: z.string(),
          until: z.iso.date().optional(),
          by: z.string().optional(),
        }),
      )
      .meta({ description: 'Findings that a suppression hides which this change added.' }),
  }),
  notes: z.array(z.string()).meta({ description: 'What could not be compared, and why.' }),
});

/** The output of `isms impact --format json`, version 1. */
export const impactSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    kind: z.literal('isms.impact'),
    tool: z.strictObject({ name: z.literal('isms'), version: z.string() }),
    today: z.iso.date(),
    base: revision,
    head: revision,
    workspaces: z.array(workspace),
  })
  .meta({
    title: 'isms impact --format json',
    description: 'What a change does to one or more ISMSs.',
  });
