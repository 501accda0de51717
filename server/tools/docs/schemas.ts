import * as z from 'zod';
import { configSchema } from '../../src/engine/config/schema';
import { checkSchema } from './checkSchema';
import { impactSchema } from './impactSchema';
import { inspectSchema } from './inspectSchema';
import { reviewsSchema } from './reviewsSchema';
import { traceSchema } from './traceSchema';

/** The JSON Schemas that ship: of `isms.yaml` and of the JSON that commands write. */
export function schemaFiles(homepage: string): ReadonlyMap<string, string> {
  const schemas = {
    ...{ isms: configSchema, check: checkSchema, impact: impactSchema },
    ...{ inspect: inspectSchema, reviews: reviewsSchema, trace: traceSchema },
  };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => {
      const path = `schemas/${name}.schema.json`;
      const json = { $id: `${homepage}/${path}`, ...(z.toJSONSchema(schema, { target: 'draft-7' }) as object) };
      return [`docs/${path}`, `${JSON.stringify(json, undefined, 2)}\n`];
    }),
  );
}
