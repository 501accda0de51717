/** What GitLab documents of a Code Quality report. */
export const GITLAB = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', minLength: 1 },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

const POSITION = {
  type: 'object',
  required: ['line', 'column'],
  additionalProperties: false,
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
};
const RANGE = {
  type: 'object',
  required: ['start', 'end'],
  additionalProperties: false,
  properties: { start: POSITION, end: POSITION },
};
const LOCATION = {
  type: 'object',
  required: ['path', 'range'],
  additionalProperties: false,
  properties: { path: { type: 'string', minLength: 1 }, range: RANGE },
};
const MESSAGE = { type: 'string', minLength: 1 };
const LINK = { type: 'string', pattern: '^https://' };

/** What reviewdog defines of one diagnostic. */
export const RDJSON_DIAGNOSTIC = {
  type: 'object',
  required: ['message', 'location', 'severity', 'code'],
  additionalProperties: false,
  properties: {
    message: MESSAGE,
    location: LOCATION,
    severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
    code: {
      type: 'object',
      required: ['value', 'url'],
      additionalProperties: false,
      properties: { value: MESSAGE, url: LINK },
    },
    suggestions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['range', 'text'],
        additionalProperties: false,
        properties: { range: RANGE, text: { type: 'string' } },
      },
    },
    related_locations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'location'],
        additionalProperties: false,
        properties: { message: MESSAGE, location: LOCATION },
      },
    },
  },
};

export const RDJSON = {
  type: 'object',
  required: ['source', 'diagnostics'],
  additionalProperties: false,
  properties: {
    source: {
      type: 'object',
      required: ['name', 'url'],
      additionalProperties: false,
      properties: { name: MESSAGE, url: LINK },
    },
    diagnostics: { type: 'array', items: RDJSON_DIAGNOSTIC },
  },
};

/** What Bitbucket documents of a report and its annotations, with its limits. */
export const BITBUCKET = {
  type: 'object',
  required: ['report', 'annotations'],
  additionalProperties: false,
  properties: {
    report: {
      type: 'object',
      required: ['title', 'details', 'report_type', 'result', 'data'],
      additionalProperties: false,
      properties: {
        title: MESSAGE,
        details: { type: 'string', minLength: 1, maxLength: 2000 },
        report_type: { enum: ['SECURITY', 'COVERAGE', 'TEST', 'BUG'] },
        reporter: MESSAGE,
        link: LINK,
        result: { enum: ['PASSED', 'FAILED'] },
        data: {
          type: 'array',
          maxItems: 6,
          items: {
            type: 'object',
            required: ['title', 'type', 'value'],
            properties: { title: MESSAGE, type: { enum: ['NUMBER', 'TEXT'] }, value: {} },
          },
        },
      },
    },
    annotations: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        required: ['external_id', 'annotation_type', 'summary', 'severity', 'path', 'line'],
        additionalProperties: false,
        properties: {
          external_id: MESSAGE,
          annotation_type: { enum: ['VULNERABILITY', 'CODE_SMELL', 'BUG'] },
          summary: { type: 'string', minLength: 1, maxLength: 450 },
          details: { type: 'string', minLength: 1, maxLength: 2000 },
          severity: { enum: ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] },
          path: MESSAGE,
          line: { type: 'integer', minimum: 1 },
          link: LINK,
        },
      },
    },
  },
};
