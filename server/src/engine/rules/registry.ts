import { unknownControl } from './mapping/unknownControl';
import type { Rule } from './rule';

/** Every rule there is, in the order of the documentation. */
export const RULES: readonly Rule[] = [unknownControl];
