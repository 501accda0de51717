import type { IdMention } from './mention';

/** `All controls`, `Annex A (all)`, `all 93 controls`, `alle Maßnahmen`: words for everything where ids are expected. */
const EVERYTHING =
  /^["'\s]*(?:(?:all|alle|every|sämtliche|todos|toutes?)(?:\s+(?:the\s+)?\d{0,3}\s*(?:of\s+)?(?:annex\s+a\s+)?(?:controls?|maßnahmen|controles|mesures)?)?(?:\s+(?:of|in|from|aus|des)\s+annex\s+a)?|(?:iso(?:\/iec)?\s*27001(?::2022)?[\s,–-]*)?annex\s+a(?:\s+controls)?(?:\s*\(?\s*(?:all|complete|entire)\s*\)?)?|\*)["'\s]*$/i;

/** A value that stands for all of Annex A, as the coarse reference that it is; `undefined` for anything else. */
export function wholeAnnex(text: string, offset: number): IdMention | undefined {
  if (!EVERYTHING.test(text)) return undefined;
  const spelled = text.replace(/^["'\s]+|["'\s]+$/g, '');
  const start = offset + text.indexOf(spelled);
  return {
    span: { start, end: start + spelled.length },
    text: spelled,
    namespace: 'iso27001:2022',
    ids: [],
    form: 'coarse',
    canonical: false,
  };
}
