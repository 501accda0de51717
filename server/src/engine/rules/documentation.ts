/** Where the pages of the rules are on the web: a rule's id is appended. Nothing else builds such an address. */
export function ruleBaseHref(homepage: string): string {
  return `${homepage.replace(/\/+$/, '')}/rules/`;
}

/** Where a rule's page is, relative to the folder `docs/`: in the repository and in the extension. */
export function rulePagePath(ruleId: string): string {
  return `rules/${ruleId}.md`;
}
