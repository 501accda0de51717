import report from '../../../docs/schemas/check.schema.json';
import impact from '../../../docs/schemas/impact.schema.json';
import config from '../../../docs/schemas/isms.schema.json';
import inspect from '../../../docs/schemas/inspect.schema.json';
import reviews from '../../../docs/schemas/reviews.schema.json';
import trace from '../../../docs/schemas/trace.schema.json';

/** The JSON Schemas that `isms schema` prints: by name, with what each describes. */
export const SCHEMAS = {
  report: {
    describes: 'the output of "isms check --format json"',
    file: 'check.schema.json',
    schema: report,
  },
  impact: {
    describes: 'the output of "isms impact --format json"',
    file: 'impact.schema.json',
    schema: impact,
  },
  reviews: {
    describes: 'the output of "isms reviews --format json"',
    file: 'reviews.schema.json',
    schema: reviews,
  },
  trace: {
    describes: 'the output of "isms trace --format json"',
    file: 'trace.schema.json',
    schema: trace,
  },
  inspect: {
    describes: 'the output of "isms inspect FILE --format json"',
    file: 'inspect.schema.json',
    schema: inspect,
  },
  config: { describes: 'isms.yaml', file: 'isms.schema.json', schema: config },
} as const satisfies Readonly<
  Record<string, { readonly describes: string; readonly file: string; readonly schema: object }>
>;

export type SchemaName = keyof typeof SCHEMAS;
