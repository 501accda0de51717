import type { Finding } from '../../src/engine/check/finding';
import type { Isms } from '../../src/engine/index/model';
import type { Rule } from '../../src/engine/rules/rule';
import { isSuppressible } from '../../src/engine/suppression/active';
import { writeSuppression, type SuppressionForm } from '../../src/engine/suppression/write';
import { applyEdits } from '../../src/engine/text/edits';
import { lineAround, lineBelow } from '../../src/engine/text/lines';
import { code, fenced } from './markdown';

/** The reason that the pages show: a hint to the reader that one is needed. */
export const EXAMPLE_REASON = 'why this is accepted';

/** How to accept one finding of a rule, shown on the first finding of its bad example. */
export function suppressionSection(rule: Rule, finding: Finding | undefined, isms: Isms): string[] {
  const heading = '## Accept one finding';
  if (!isSuppressible(rule.id)) {
    return [heading, 'Findings of this rule cannot be suppressed: otherwise a deviation could be hidden without a trace.'];
  }
  const written = finding === undefined ? undefined : writeSuppression(isms, finding, EXAMPLE_REASON);
  if (written === undefined) return [];
  const { edit, form } = written;
  const text = isms.files.get(edit.path)?.source.text ?? (edit.path === isms.config?.source.path ? isms.config.source.text : '');
  const changed = applyEdits(text, [edit]);
  const language = form === 'next-line' || form === 'table row' ? 'markdown' : 'yaml';
  return [
    heading,
    `${INTRODUCTIONS[form]} Without a reason nothing is suppressed; ${code('until=2027-06-30')} and ${code('by=CISO')} before the two hyphens say until when and by whom.`
      .replace(...(form === 'isms.yaml' ? YAML_WORDS : NO_WORDS)),
    fenced(language, excerpt(changed, edit.span.start, edit.newText, form)),
  ];
}

const NO_WORDS: readonly [string, string] = ['', ''];
const YAML_WORDS: readonly [string, string] = [
  '`until=2027-06-30` and `by=CISO` before the two hyphens say',
  'the keys `until` and `by` say',
];

const INTRODUCTIONS: Readonly<Record<SuppressionForm, string>> = {
  'next-line': 'With a comment on the line above it.',
  'table row': 'With a comment inside the row; on a line of its own it would end the table.',
  'front matter line': 'With a comment behind the line.',
  'front matter': 'With a comment in the front matter, for the whole file.',
  'isms.yaml': 'With an entry in `isms.yaml`.',
};

/** The lines that the suppression touches, with the one that it speaks of. */
function excerpt(text: string, start: number, newText: string, form: SuppressionForm): string {
  const first = lineAround(text, form === 'isms.yaml' && newText.startsWith('\n') ? start + 1 : start);
  const last = lineAround(text, start + newText.trimEnd().length);
  const below = form === 'next-line' ? lineBelow(text, last.end) : undefined;
  return text.slice(first.start, below?.end ?? last.end);
}
