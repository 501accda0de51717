import type { Span } from '../text/span';

/** What is read from a Markdown body: plain data, so that another parser can stand in for remark. */
export interface MarkdownFacts {
  readonly headings: readonly Heading[];
  readonly tables: readonly Table[];
  readonly links: readonly Link[];
  /** As links, with the alternative text; what they show is their target. */
  readonly images: readonly Link[];
  /** Places that authors named in HTML. */
  readonly anchors: readonly Anchor[];
  readonly comments: readonly Comment[];
  /** Runs of text that a reader sees, table cells included; code blocks and raw HTML are not among them. */
  readonly prose: readonly ProseSegment[];
  readonly paragraphs: readonly Span[];
  readonly lists: readonly MarkdownList[];
}

export interface MarkdownList {
  readonly span: Span;
  /** The first paragraph of each item. */
  readonly items: readonly Span[];
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly span: Span;
}

export interface Link {
  readonly url: string;
  readonly text: string;
  readonly span: Span;
  /** The paragraph, heading or table row around it. */
  readonly block: Span;
  /** Where the target is written, for a link that names a definition; `readers/linkTargets.ts` adds it for the others. */
  readonly target?: Span;
}

export interface Anchor {
  readonly name: string;
  readonly span: Span;
}

export interface Comment {
  /** Between `<!--` and `-->`, trimmed. */
  readonly text: string;
  readonly span: Span;
  readonly inTable: boolean;
}

export interface ProseSegment {
  readonly span: Span;
  readonly block: Span;
  readonly code: boolean;
  /** True inside a table. */
  readonly cell?: boolean;
}

export interface Table {
  readonly span: Span;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  /** The last heading above the table. */
  readonly heading: Heading | undefined;
}

export interface TableRow {
  readonly span: Span;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** The content without the blanks around it; empty and just behind the bar where there is none. */
  readonly span: Span;
  /** From one bar to the next, blanks included. */
  readonly outer: Span;
  /** As a reader sees it: no emphasis, no link targets, no comments, `\|` as `|`. */
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly text: string; readonly span: Span }[];
}
