import type { Finding } from '../check/finding';
import type { Isms } from '../index/model';
import { isSuppressible } from '../suppression/active';
import { writeSuppression, type SuppressionForm } from '../suppression/write';
import { lineBreakOf } from '../text/source';
import type { Span } from '../text/span';
import { tableRowAt } from './tableCursor';

/**
 * A suppression to insert at one place. The reason belongs between the two texts and only a person can give it: without
 * one nothing is suppressed, and a finding says so.
 */
export interface SuppressionOffer {
  readonly title: string;
  readonly path: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** Stands for the reason while the comment is written. */
const REASON = '@reason@';

/** The suppression of one finding in the form that its place allows. `undefined` where it cannot be suppressed. */
export function suppressionOffer(isms: Isms, finding: Finding): SuppressionOffer | undefined {
  if (!isSuppressible(finding.ruleId)) return undefined;
  const written = ofTable(isms, finding) ?? inPlace(isms, finding);
  if (written === undefined) return undefined;
  const { title, path, at, newText } = written;
  const [before = '', after = ''] = newText.split(REASON);
  return { title, path, at, before, after };
}

interface Written {
  readonly title: string;
  readonly path: string;
  readonly at: number;
  readonly newText: string;
}

const TITLES: Readonly<Record<SuppressionForm, string>> = {
  'next-line': 'Ignore this finding here…',
  'table row': 'Ignore this finding in this row…',
  'front matter line': 'Ignore this finding on this line…',
  'front matter': 'Ignore this finding in this document…',
  'isms.yaml': 'Ignore this finding in isms.yaml…',
};

function inPlace(isms: Isms, finding: Finding): Written | undefined {
  const written = writeSuppression(isms, finding, REASON);
  if (written === undefined) return undefined;
  const { path, span, newText } = written.edit;
  return { title: TITLES[written.form], path, at: span.start, newText };
}

/** The two places of a table where a comment above the line or in the row would do harm. */
function ofTable(isms: Isms, finding: Finding): Written | undefined {
  const file = isms.files.get(finding.path);
  if (file === undefined) return undefined;
  const { text } = file.source;
  const table = tableRowAt(text, finding.span.start);
  if (table === undefined) return undefined;
  const { path, ruleId, control } = finding;
  // In a header row the comment would silence all controls that have no row.
  if (table.row.start === table.header.start && control !== undefined)
    return forFile(finding, file.facts.frontMatter?.span, text);
  // A row without a closing bar: a comment above it would end the table.
  if (/\|\s*$/.test(text.slice(table.row.start, table.row.end))) return undefined;
  const newText = ` <!-- isms-disable-line ${ruleId} -- ${REASON} -->`;
  return { title: TITLES['table row'], path, at: table.row.end, newText };
}

function forFile({ path, ruleId, control }: Finding, frontMatter: Span | undefined, text: string): Written {
  const comment = `<!-- isms-disable-file ${ruleId} ${control} -- ${REASON} -->`;
  const gap = lineBreakOf(text).repeat(2);
  const title = `Ignore this finding about ${control} in this document…`;
  if (frontMatter === undefined) return { title, path, at: 0, newText: `${comment}${gap}` };
  return { title, path, at: frontMatter.end, newText: `${gap}${comment}` };
}
