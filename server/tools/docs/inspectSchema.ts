import * as z from 'zod';

const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) }).meta({ description: 'Zero-based; characters are UTF-16 units, as in the Language Server Protocol.' });
const range = z.strictObject({ start: position, end: position }).meta({ description: 'The end is exclusive.' });
const count = z.int().min(0);
const carrier = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/).meta({ description: 'Where a fact stands: front-matter, document-table, quote, bold-line, plain-line, badge, history-table, compliance-table, annex-line, related-list.' });
const state = z.enum(['control', 'own', 'superseded', 'unknown', 'clause', 'whole-theme']).meta({ description: 'superseded: of the 2013 edition; unknown: in no catalogue; whole-theme: A.5 or all controls, which map nothing.' });
const title = z.string().nullable().meta({ description: 'null where the catalogue does not know it.' });

const document = z.strictObject({
  kind: z.string(),
  basis: z.enum(['isms.yaml', 'type', 'controls', 'table', 'document control', 'file name']),
  title: z.string(),
  status: z.enum(['draft', 'in-review', 'approved', 'retired']).nullable(),
  maps: z.boolean().meta({ description: 'Whether the controls that it lists count as mapped.' }),
  controlled: z.boolean().meta({ description: 'Whether it is under document control.' }),
  why: z.string(),
  range: range.nullable().meta({ description: 'The place that decided, where there is one.' }),
});

const field = z.strictObject({
  field: z.string(),
  key: z.string(),
  value: z.string(),
  carrier,
  range,
  outranked: z.array(z.strictObject({ value: z.string(), carrier, differs: z.boolean(), range })).meta({ description: 'The same field in carriers that count less.' }),
});

const table = z.strictObject({
  readAs: z.string(),
  heading: z.string().nullable(),
  columns: z.array(z.strictObject({ header: z.string(), meaning: z.string().nullable().meta({ description: 'null where it is not understood.' }) })),
  rows: count,
  understood: count,
  answers: z.record(z.string(), count).optional().meta({ description: 'Of a Statement of Applicability: how many rows say what of whether the control applies.' }),
  range,
});

/** The output of `isms inspect FILE --format json`. */
export const inspectSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.literal('isms'), version: z.string() }),
    file: z.string().meta({ description: 'Relative to the working directory, with "/".' }),
    document: document.nullable().meta({ description: 'null where the file is no document of the ISMS.' }),
    advice: z.array(z.string()).meta({ description: 'What would make a document of it.' }),
    metadata: z.array(field),
    controls: z.array(z.strictObject({ id: z.string(), state, title, written: z.string(), carrier, key: z.string(), section: z.string().nullable(), range })),
    citations: z.array(z.strictObject({ id: z.string(), state, title, ranges: z.array(range) })),
    sections: z.array(z.strictObject({ title: z.string(), depth: z.int().min(1).max(6), controls: z.array(z.string()), range })),
    tables: z.array(table),
    links: z.array(z.strictObject({ url: z.string(), text: z.string(), range })),
    suppressions: z.array(
      z.strictObject({
        kind: z.enum(['next-line', 'line', 'block', 'file']),
        rule: z.string(),
        controls: z.array(z.string()),
        reason: z.string().nullable(),
        until: z.string().nullable(),
        by: z.string().nullable(),
        range,
      }),
    ),
    ignored: z.array(z.strictObject({ kind: z.enum(['table', 'column', 'key', 'id', 'problem']), what: z.string(), why: z.string(), ranges: z.array(range) })).meta({ description: 'The parts that were not used, and why.' }),
  })
  .meta({ title: 'isms inspect --format json', description: 'What ISMS Policy understood of one file, and from where.' });
