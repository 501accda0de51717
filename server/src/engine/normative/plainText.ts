/** Marks that say something by themselves: comparisons, currencies, per cent, the ticks and crosses of tables, and `¦` between their cells. */
const TOKEN = /[\p{L}\p{N}]+|[\p{Sc}\p{So}¦%‰§≤≥<>=±≠≈×]/gu;

/** Soft hyphens, joiners and the selectors of an emoji's shape. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}/gu;

/**
 * What a text says, word by word: without emphasis, links and their targets, ids of headings, comments, HTML, quotation
 * marks, dashes, punctuation, upper case and the width of blanks. Two texts that differ in these alone are the same.
 */
export function plainWords(markdown: string): readonly string[] {
  const text = withoutMarkup(markdown).normalize('NFKC').toLowerCase();
  return text.replace(UNSEEN, '').replaceAll('ß', 'ss').match(TOKEN) ?? [];
}

/** Each pattern is bounded or cannot back up, so that hostile texts cost no more than others. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/<!--[^]*?(?:-->|$)/g, ' ')
    .replace(/\{#[\w-]{1,200}\}/g, ' ')
    .replace(/\[\^[^\]\s]{1,100}\]/g, ' ')
    .replace(/\]\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)/g, '] ')
    .replace(/\]\[[^\][]{0,200}\]/g, '] ')
    .replace(/\b(?:https?|mailto):[^\s<>)\]]{1,2000}/g, ' ')
    .replace(/<\/?[a-zA-Z][^<>]{0,2000}>/g, ' ')
    .replace(/&(?:nbsp|ensp|emsp|thinsp|shy);/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&[lg]e;/g, (entity) => (entity === '&le;' ? '≤' : '≥'))
    .replace(/-{1,3}>|<-{1,3}|=>/g, ' ')
    .replace(/<=/g, '≤')
    .replace(/>=/g, '≥');
}
