import { unmappedControl } from './mapping/unmappedControl';
import { unknownControl } from './mapping/unknownControl';
import { supersededControl } from './mapping/supersededControl';
import { duplicateControl } from './mapping/duplicateControl';
import { noncanonicalId } from './mapping/noncanonicalId';
import { numericId } from './mapping/numericId';
import { excludedControl } from './mapping/excludedControl';
import type { Rule } from './rule';

/** Every rule there is, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  unmappedControl,
  unknownControl,
  supersededControl,
  duplicateControl,
  noncanonicalId,
  numericId,
  excludedControl,
];
