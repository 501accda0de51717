import type { CardElement, Control } from '../../catalog/catalog';
import type { Fix } from '../../check/finding';
import { appendListItem } from '../../edits/appendListItem';
import type { IsmsDocument } from '../../index/model';
import { choiceFix, type RuleContext } from '../rule';
import { citationsOf } from './namedInText';

/**
 * One fix for each sentence of a control's card that answers an open question: the sentence becomes a list item at the
 * end of the section that cites the control. The sentences are English, so only English documents get them.
 */
export function wordingFixes(
  control: Control,
  open: readonly CardElement[],
  document: IsmsDocument,
  { isms, elements }: RuleContext,
): readonly Fix[] {
  if (elements(document).language !== 'en') return [];
  const offset = sectionOffset(document, control);
  const answers = isms.catalog.wordingAnswers(control.id);
  return control.card.wording.flatMap((sentence, index) => {
    if (!open.some((element) => answers[index]?.includes(element.id) === true)) return [];
    const edit = appendListItem(document.source.text, offset, sentence);
    const title = `Insert wording: ${shortened(sentence)}`;
    return [choiceFix(title, [{ path: document.path, ...edit }])];
  });
}

/** Where the section ends that cites the control, rather by its heading than in passing; else the end of the file. */
function sectionOffset(document: IsmsDocument, control: Control): number {
  const { headings } = document.facts.body;
  const citations = citationsOf(document, control).filter((citation) => !citation.inTable);
  const cited =
    citations.find(({ mention }) => headings.some(({ span }) => holds(span, mention.span.start))) ??
    citations[0];
  const at = cited?.mention.span.start;
  const next = at === undefined ? undefined : headings.find(({ span }) => span.start > at);
  return next?.span.start ?? document.source.text.length;
}

function holds(span: { readonly start: number; readonly end: number }, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

const LONGEST_TITLE = 70;

function shortened(sentence: string): string {
  if (sentence.length <= LONGEST_TITLE) return sentence;
  return `${sentence.slice(0, sentence.lastIndexOf(' ', LONGEST_TITLE))}…`;
}
