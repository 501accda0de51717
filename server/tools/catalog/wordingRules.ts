/** Words and phrases that say nothing without saying what decides them, or claim what nobody may claim of somebody. */
export const BANNED = [
  'appropriate',
  'appropriately',
  'regularly',
  'as needed',
  'where feasible',
  'where necessary',
  'adequate',
  'robust',
  'ensure that',
  'best practice',
  'best practices',
  'compliant',
  'certified',
  'compliance is',
  "in today's",
  'crucial',
  'leverage',
  'comprehensive',
] as const;

const BANNED_PATTERN = new RegExp(`(?<![\\p{L}-])(?:${BANNED.join('|')})(?![\\p{L}-])`, 'giu');

/** Participles that do not end in -ed or -en. */
const IRREGULAR =
  'begun|bound|bought|brought|built|caught|cut|done|drawn|dealt|fed|felt|found|held|hung|kept|known|laid|left|lent|lost|made|meant|met|paid|put|read|rebuilt|run|seen|sent|set|shown|shut|sold|sought|spent|split|sworn|taught|thrown|told|torn|understood|withdrawn|won|worn';

const PASSIVE = new RegExp(
  `\\b(?:shall|should|must)\\s+(?:(?:not|never|always|also|only)\\s+)?(?:be|get)\\s+(?:\\w+ly\\s+)?(?:\\w+(?:ed|en)|${IRREGULAR})\\b`,
  'giu',
);

/** What a text says that no card may say. */
export function bannedIn(text: string): readonly string[] {
  return text.match(BANNED_PATTERN) ?? [];
}

/** Requirements in the passive, the manner of the standard: "must be reviewed". */
export function passivesIn(text: string): readonly string[] {
  return text.match(PASSIVE) ?? [];
}

/** Openings that put a condition, a place or nobody where the actor belongs. */
const NO_ACTOR =
  /^(?:after|as|at|before|by|during|for|from|if|in|it|once|on|prior|should|that|there|these|this|those|to|until|upon|when|whenever|where|while|with|within|without)\b/i;

const MODAL = /\b(?:must|shall)\b/;

/** Longer subjects hide who acts. */
const LONGEST_SUBJECT = 16;

/** What is wrong with a sentence that authors insert into a policy; empty where it is sound. */
export function wordingProblems(sentence: string): readonly string[] {
  const problems: string[] = [];
  const modal = MODAL.exec(sentence);
  if (NO_ACTOR.test(sentence)) problems.push('begins without a named actor');
  if (modal === null) problems.push('has neither "must" nor "shall"');
  else if (sentence.slice(0, modal.index).split(/\s+/).length > LONGEST_SUBJECT)
    problems.push('names its actor too far from "must"');
  if (!sentence.endsWith('.')) problems.push('does not end with a full stop');
  const withoutPlaceholders = sentence.replace(/\{\{[a-z][a-z0-9]*(?:_[a-z0-9]+)*\}\}/g, '');
  if (/[{}]/.test(withoutPlaceholders)) problems.push('has a placeholder that is not {{snake_case}}');
  return problems;
}
