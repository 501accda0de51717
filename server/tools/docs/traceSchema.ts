import * as z from 'zod';
import { EDGE_KINDS, EDGE_STATES } from '../../src/engine/trace/model';

const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) });
const key = z.string().min(1).meta({ description: 'Names a node within its workspace.' });

const node = z.strictObject({
  key,
  kind: z.enum(['risk', 'requirement', 'control', 'soa-row', 'document', 'section', 'evidence', 'exception']),
  name: z.string(),
  detail: z.string().meta({ description: 'The title of what has an id, or what is to be known of it.' }),
  file: z.string().optional().meta({ description: 'Relative to the working directory. Absent for a control and for what is missing.' }),
  range: z.strictObject({ start: position, end: position }).optional(),
});

const edge = z.strictObject({
  from: key,
  to: key,
  kind: z.enum(EDGE_KINDS),
  state: z.enum(EDGE_STATES),
  reason: z.string().meta({ description: 'Why the link does not hold; empty where it does.' }),
});

const workspace = z.strictObject({
  root: z.string(),
  subject: key.meta({ description: 'The node that was asked for.' }),
  notes: z.array(z.string()),
  controls: z.array(z.string()).meta({ description: 'The controls that the chain passes through.' }),
  nodes: z.array(node),
  edges: z.array(edge),
});

/** The output of `isms trace --format json`. */
export const traceSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.literal('isms'), version: z.string() }),
    today: z.iso.date(),
    workspaces: z.array(workspace),
  })
  .meta({ title: 'isms trace --format json', description: 'The chain of one control, risk or document as a graph.' });
