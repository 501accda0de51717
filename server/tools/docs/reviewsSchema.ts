import * as z from 'zod';

const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) });
const range = z
  .strictObject({ start: position, end: position })
  .meta({ description: 'Zero-based, UTF-16, end exclusive, as in the Language Server Protocol.' });

const review = z.strictObject({
  kind: z.enum(['document', 'approval', 'risk', 'exclusion', 'exception', 'evidence', 'requirement']),
  id: z.string().meta({ description: 'Its id, else the path of the document or the title of the row.' }),
  title: z.string(),
  owner: z.string().nullable(),
  state: z.enum(['overdue', 'due', 'later', 'unknown']).meta({
    description: 'due: within 30 days. unknown: no date is named, or none that is understood.',
  }),
  due: z.iso.date().nullable().meta({ description: 'The last day on which it is in time.' }),
  file: z.string().meta({ description: 'Relative to the working directory, with "/".' }),
  range,
});

/** The output of `isms reviews --format json`. */
export const reviewsSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.literal('isms'), version: z.string() }),
    today: z.iso.date(),
    workspaces: z.array(
      z.strictObject({
        root: z.string(),
        reviews: z.array(review).meta({ description: 'By date; what has none comes last.' }),
      }),
    ),
  })
  .meta({ title: 'isms reviews --format json', description: 'The review calendar of one or more ISMSs.' });
