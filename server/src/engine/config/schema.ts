import * as z from 'zod';
import { isDate } from '../text/date';
import { KEY_MEANINGS, REQUIRED_FIELDS, SEVERITY_WORDS, STATUS_WORDS } from './words';

const paths = z.union([z.string(), z.array(z.string())]);
const DATE = 'a date such as 2026-12-31';
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, DATE)
  .refine(isDate, DATE);

/** One entry of `ignore`. */
export const ignoreEntrySchema = z.strictObject({
  rule: z
    .string()
    .meta({ description: 'The rule whose findings are accepted.', examples: ['soa/weak-justification'] }),
  files: paths.optional().meta({
    description: 'Only in these files: one glob pattern or a list.',
    examples: ['policies/legacy/**'],
  }),
  controls: z
    .array(z.string())
    .optional()
    .meta({ description: 'Only findings about these controls.', examples: [['A.7.4']] }),
  reason: z
    .string()
    .optional()
    .meta({ description: 'Why the finding is accepted. Without a reason nothing is ignored.' }),
  until: date
    .optional()
    .meta({ description: 'The last day on which the entry holds.', examples: ['2027-06-30'] }),
  by: z
    .string()
    .optional()
    .meta({ description: 'Who accepted it.', examples: ['CISO'] }),
});

/**
 * The shape of `isms.yaml`: the one source of the loader's checks, the JSON Schema that ships, and the settings'
 * documentation. Keys are those of the conventions; unknown keys are errors.
 */
export const configSchema = z
  .strictObject({
    organization: z
      .string()
      .optional()
      .meta({ description: 'The name of the organisation.', examples: ['ACME GmbH'] }),
    scope: z
      .string()
      .optional()
      .meta({
        description: 'The scope of the ISMS in a sentence.',
        examples: ['Development and operation of the ACME platform'],
      }),
    documents: z
      .strictObject({
        include: z
          .array(z.string())
          .optional()
          .meta({
            description: 'Glob patterns of the files that belong to the ISMS.',
            examples: [['**/*.md']],
          }),
        exclude: z
          .array(z.string())
          .optional()
          .meta({ description: 'Glob patterns of files to leave out.', examples: [['archive/**']] }),
      })
      .optional()
      .meta({
        description:
          'Which files are read. Default: all Markdown below this folder that git does not ignore.',
        examples: [{ include: ['policies/**/*.md'], exclude: ['archive/**'] }],
      }),
    soa: paths.optional().meta({
      description: 'The Statement of Applicability: a file, one per theme, or a folder with one per control.',
      examples: ['soa.md', ['soa/people.md', 'soa/physical.md'], 'soa/*.yaml'],
    }),
    riskRegister: paths.optional().meta({
      description:
        'The risk register, with its treatment plan: a file, several, or a folder with one per risk.',
      examples: ['risks.md', ['risks.csv', 'treatment-plan.csv'], 'risks/*.yaml'],
    }),
    evidenceRegister: paths.optional().meta({
      description: 'The register of the evidence that controls leave: a file, several, or a folder.',
      examples: ['evidence.md', 'evidence/*.yaml'],
    }),
    requirementsRegister: paths.optional().meta({
      description: 'The register of legal, contractual and business requirements.',
      examples: ['requirements.md', ['legal.csv', 'contracts.csv']],
    }),
    links: z
      .strictObject({
        root: z
          .string()
          .optional()
          .meta({
            description:
              'The folder that links with a leading slash (/policies/access.md) start at. Without it they are checked from this folder and never called broken.',
            examples: ['docs'],
          }),
        site: z
          .boolean()
          .optional()
          .meta({
            description:
              'True where the documents are read as a generated site (Docusaurus, MkDocs, Jekyll): then links without an ending or with .html stand for Markdown files, and are broken where there is none.',
            examples: [true],
          }),
        ignore: z
          .array(z.string())
          .optional()
          .meta({
            description: 'Glob patterns of targets, as they are written, that are not checked.',
            examples: [['../wiki/**']],
          }),
      })
      .optional()
      .meta({
        description: 'How links between documents are read.',
        examples: [{ root: 'docs', site: true }],
      }),
    controlKeys: z
      .record(z.string(), z.enum(KEY_MEANINGS))
      .optional()
      .meta({
        description: 'Further keys of front matter that hold ids, and what the ids are.',
        examples: [{ our_controls: 'iso27001' }],
      }),
    statuses: z
      .record(z.string(), z.enum(STATUS_WORDS))
      .optional()
      .meta({
        description: 'Words for the status of a document beyond those that are known.',
        examples: [{ 'signed off': 'approved' }],
      }),
    requiredFields: z
      .array(z.enum(REQUIRED_FIELDS))
      .optional()
      .meta({
        description: 'The fields that every controlled document needs.',
        examples: [['title', 'owner', 'version', 'status', 'next_review']],
      }),
    reviewCycle: z
      .union([z.string(), z.number()])
      .optional()
      .meta({
        description: 'How often documents are reviewed: a word, months, or an ISO 8601 duration.',
        examples: ['P1Y', 12, 'annual'],
      }),
    riskMatrix: z
      .record(z.string(), z.record(z.string(), z.number()))
      .optional()
      .meta({
        description: 'Score by likelihood and impact, where it is not their product.',
        examples: [{ '1': { '1': 1, '2': 2 } }],
      }),
    riskAppetite: z
      .number()
      .optional()
      .meta({
        description: 'The highest score that may be accepted without a named approver.',
        examples: [8],
      }),
    catalogs: z
      .array(z.string())
      .optional()
      .meta({ description: 'Further catalogue files of controls.', examples: [['catalog/custom.yaml']] }),
    rules: z
      .record(z.string(), z.enum(SEVERITY_WORDS))
      .optional()
      .meta({
        description: 'Severity of a rule, or "off".',
        examples: [{ 'soa/weak-justification': 'error' }],
      }),
    impact: z
      .strictObject({
        levels: z
          .record(
            z.string().regex(/^IMP\d{3}$/, 'a kind of change such as IMP131'),
            z.enum(['decision', 'attention', 'information', 'off']),
          )
          .optional()
          .meta({
            description: 'How grave a kind of change is, or "off".',
            examples: [{ IMP103: 'off', IMP133: 'decision' }],
          }),
        versionBump: z
          .enum(['pr', 'release'])
          .optional()
          .meta({
            description:
              'Whether changed requirements need a new version at once ("pr"), or a note in the change history until the next release ("release", the default).',
            examples: ['release'],
          }),
      })
      .optional()
      .meta({
        description: 'What "isms impact" reports about a change.',
        examples: [{ levels: { IMP133: 'decision' }, versionBump: 'pr' }],
      }),
    ignore: z
      .array(ignoreEntrySchema)
      .optional()
      .meta({
        description: 'Accepted findings, each with a reason.',
        examples: [
          [
            {
              rule: 'mapping/unmapped-control',
              controls: ['A.7.4'],
              reason: 'Landlord operates the cameras',
              until: '2027-06-30',
              by: 'CISO',
            },
          ],
        ],
      }),
  })
  .meta({ title: 'isms.yaml', description: 'Configuration of an ISMS that ISMS Policy checks.' });

export type Config = z.infer<typeof configSchema>;
export type IgnoreEntry = z.infer<typeof ignoreEntrySchema>;
export type ConfiguredSeverity = (typeof SEVERITY_WORDS)[number];
