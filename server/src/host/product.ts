import { ruleBaseHref } from '../engine/rules/documentation';

/** What the product says of itself. */
export interface Product {
  readonly name: string;
  readonly version: string;
  /** Every documentation address begins with it. */
  readonly homepage: string;
}

/** Written by esbuild.mjs from package.json; absent where the sources run unbundled, in unit tests. */
declare const ISMS_PRODUCT: Product | undefined;

export const PRODUCT: Product =
  typeof ISMS_PRODUCT === 'undefined'
    ? { name: 'isms-policy', version: '0.0.0', homepage: 'https://isms-policy.example' }
    : ISMS_PRODUCT;

/** Where the pages of the rules are on the web: a rule's id is appended. */
export const RULE_BASE_HREF = ruleBaseHref(PRODUCT.homepage);
