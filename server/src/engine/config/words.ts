/** The words that keys of `isms.yaml` take. */
export const SEVERITY_WORDS = ['error', 'warning', 'information', 'hint', 'off'] as const;
export const KEY_MEANINGS = ['iso27001', 'clauses', 'other'] as const;
export const STATUS_WORDS = ['draft', 'in-review', 'approved', 'retired'] as const;
export const REQUIRED_FIELDS = [
  'id',
  'title',
  'version',
  'status',
  'classification',
  'owner',
  'approver',
  'approved_date',
  'effective_date',
  'review_cycle',
  'next_review',
] as const;
