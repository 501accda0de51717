import {
  parseExample,
  printableExample,
  type Example,
  type ExampleFile,
} from '../../server/src/engine/rules/example';

/** Tests write workspaces in the notation of the rules' examples. */
export type Fixture = Example;
export type FixtureFile = ExampleFile;
export type { Mark } from '../../server/src/engine/rules/example';

export const parseFixture = parseExample;
/** The text of a fixture without its marks: what the documentation prints. */
export const unmarked = printableExample;
