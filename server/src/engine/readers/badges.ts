import type { MetadataFact } from '../facts/facts';
import type { Span } from '../text/span';
import type { ReadContext } from './context';

/** `badge/Label-value-colour`; a hyphen inside a part is written twice, a blank as underscore. */
const BADGE =
  /img\.shields\.io\/badge\/((?:[^-\s)"'?/]|--){1,60})-((?:[^-\s)"'?/]|--){1,80})-[^-\s)"'?/]{1,40}/g;

/** Reads shields.io badges above the second heading as metadata: `badge/Version-2.6-blue`. `head` is that part of the text. */
export function readBadges(text: string, head: Span, context: ReadContext): MetadataFact[] {
  const facts: MetadataFact[] = [];
  for (const match of text.slice(head.start, head.end).matchAll(BADGE)) {
    const [, label = '', value = ''] = match;
    const field = context.vocabulary.metadataLabel(badgeText(label));
    if (field === undefined) continue;
    const labelStart = head.start + match.index + 'img.shields.io/badge/'.length;
    const valueStart = labelStart + label.length + 1;
    facts.push({
      field,
      key: badgeText(label),
      keySpan: { start: labelStart, end: labelStart + label.length },
      value: badgeText(value),
      span: { start: valueStart, end: valueStart + value.length },
      carrier: 'badge',
    });
  }
  return facts;
}

function badgeText(part: string): string {
  const plain = part
    .replace(/__/g, '\u0000')
    .replace(/_/g, ' ')
    .replace(/\u0000/g, '_')
    .replace(/--/g, '-');
  try {
    return decodeURIComponent(plain);
  } catch {
    // A stray percent sign is part of the text.
    return plain;
  }
}
