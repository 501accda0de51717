import * as z from 'zod';
import { SEVERITIES } from '../../src/engine/check/finding';

const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) }).meta({ description: 'Zero-based; characters are UTF-16 units, as in the Language Server Protocol.' });
const range = z.strictObject({ start: position, end: position }).meta({ description: 'The end is exclusive.' });
const severity = z.enum(SEVERITIES as [string, ...string[]]);
const ruleId = z.string().regex(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
const controlId = z.string().regex(/^A\.\d+(?:\.\d+){1,2}$/);
const count = z.int().min(0);
const file = z.string().meta({ description: 'Relative to the working directory, with "/".' });

const control = z.strictObject({
  id: controlId,
  theme: z.enum(['organizational', 'people', 'physical', 'technological']),
  applicable: z.boolean().nullable().meta({ description: 'null where the Statement of Applicability does not say.' }),
  status: z
    .enum(['implemented', 'partial', 'planned', 'not-started', 'not-assessed', 'not-applicable', 'covered-elsewhere'])
    .nullable()
    .meta({ description: 'null where the Statement of Applicability does not say.' }),
  documents: z.array(file).meta({ description: 'The documents that map the control.' }),
  risks: z.array(z.string()).meta({ description: 'The risks whose treatment names the control.' }),
  evidence: z.array(z.string()),
});

const workspace = z.strictObject({
  root: z.string(),
  catalog: z.literal('iso27001:2022'),
  summary: z.strictObject({
    documents: count,
    errors: count,
    warnings: count,
    information: count,
    hints: count,
    suppressed: count,
    controls: z.strictObject({
      total: count,
      mapped: count.meta({ description: 'Named by at least one document that maps.' }),
      applicable: count,
      excluded: count,
      undecided: count,
      implemented: count.meta({ description: 'Applicable controls whose status is implemented.' }),
    }),
  }),
  controls: z.array(control).length(93).meta({ description: 'All controls of Annex A, in the order of the catalogue.' }),
});

const related = z.strictObject({ file, range, message: z.string() });

const diagnostic = z.strictObject({
  ruleId,
  severity,
  message: z.string(),
  file,
  range,
  control: controlId.optional().meta({ description: 'Present where the finding is about one control.' }),
  fix: z.enum(['safe', 'choice', 'none']),
  related: z.array(related),
});

const suppressed = z.strictObject({
  ruleId,
  file,
  range,
  reason: z.string().min(1),
  until: z.iso.date().optional(),
  by: z.string().optional(),
  where: z.enum(['inline', 'isms.yaml', 'baseline']),
});

/** The output of `isms check --format json`, version 1 of the contract. */
export const checkSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.literal('isms'), version: z.string() }),
    today: z.iso.date().meta({ description: 'The day on which all rules about dates stand.' }),
    comparison: z
      .strictObject({
        base: z.string().meta({ description: 'The revision as it was named.' }),
        commit: z.string(),
        new: count,
        fixed: count,
        unchanged: count,
        newOnly: z
          .boolean()
          .meta({ description: 'True where "diagnostics" holds only what the base does not have.' }),
      })
      .optional()
      .meta({ description: 'Present with --base.' }),
    workspaces: z.array(workspace),
    diagnostics: z.array(diagnostic).meta({ description: 'By path, line, column, rule.' }),
    suppressed: z.array(suppressed),
  })
  .meta({ title: 'isms check --format json', description: 'What ISMS Policy found in one or more ISMSs.' });
