/** The formats of `isms check`, in the order in which everything lists them. */
export const CHECK_FORMAT_NAMES = [
  'text',
  'json',
  'sarif',
  'github',
  'gitlab',
  'rdjson',
  'rdjsonl',
  'checkstyle',
  'junit',
  'azure',
  'bitbucket',
  'markdown',
  'html',
] as const;

export type CheckFormat = (typeof CHECK_FORMAT_NAMES)[number];
