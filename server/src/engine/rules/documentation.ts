/** Where the pages of the rules are on the web: a rule's id is appended. Nothing else builds such an address. */
export function ruleBaseHref(homepage: string): string {
  return `${homepage.replace(/\/+$/, '')}/rules/`;
}

/** Where a rule's page is, relative to the folder `docs/`: in the repository and in the extension. */
export function rulePagePath(ruleId: string): string {
  return `rules/${ruleId}.md`;
}

/** What the page of a rule says that asks for more than the standard does. */
export const GOOD_PRACTICE = 'Good practice: this asks for more than the text of ISO/IEC 27001 does.';
