import GithubSlugger from 'github-slugger';
import type { FileFacts } from '../facts/facts';

/** The places of a document that a link can name behind its `#`. */
export interface Anchors {
  has(anchor: string): boolean;
  /** As they are written in a link, in the order of the text. */
  readonly names: readonly string[];
}

/** What of a text makes its anchors. */
export interface Anchored {
  /** The texts of the headings. */
  readonly headings: readonly string[];
  /** The names that HTML in the text gives to places. */
  readonly given: readonly string[];
}

export function anchoredIn({ body }: FileFacts): Anchored {
  return { headings: body.headings.map(({ text }) => text), given: body.anchors.map(({ name }) => name) };
}

/** Headings by GitHub's rules, ids of HTML, and ids that authors gave to headings (`{#rules}`). */
export function anchorsOf({ headings, given }: Anchored): Anchors {
  const slugger = new GithubSlugger();
  const slugs = headings.map((text) => slugger.slug(text));
  const ofHeadings = headings.flatMap((text) => /\{#([\w-]{1,200})\}\s*$/.exec(text)?.[1] ?? []);
  const names = [...slugs, ...ofHeadings, ...given];
  const known = new Set(names.map(comparable));
  // Generators of sites leave out the hyphens that GitHub leaves behind for an emoji or an ampersand.
  for (const slug of slugs) known.add(withoutSpareHyphens(comparable(slug)));
  return { has: (anchor) => known.has(comparable(anchor)), names };
}

/** Browsers find anchors whatever their case on GitHub; the shape of an emoji is invisible to an author. */
function comparable(anchor: string): string {
  return anchor
    .normalize('NFC')
    .toLowerCase()
    .replace(/^user-content-/, '')
    .replace(/\p{Variation_Selector}/gu, '');
}

function withoutSpareHyphens(slug: string): string {
  return slug.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}
