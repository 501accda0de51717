/** A text for people, written once and shown in a terminal or as Markdown. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Texts are Markdown: emphasis and code are taken out for the terminal. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'code'; readonly text: string };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const bullets = (items: readonly string[]): Block => ({ kind: 'list', ordered: false, items });
export const steps = (items: readonly string[]): Block => ({ kind: 'list', ordered: true, items });
export const code = (text: string): Block => ({ kind: 'code', text });
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  header,
  rows,
});

export function pageMarkdown({ title, blocks }: Page): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'heading') return `## ${block.text}`;
    if (block.kind === 'paragraph') return block.text;
    if (block.kind === 'code') return fenced(block.text);
    if (block.kind === 'list')
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`).join('\n');
    const rows = [
      block.header,
      block.header.map(() => '---'),
      ...block.rows.map((row) => row.map(tableCell)),
    ];
    return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  });
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`;
}

function tableCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\\?\|/g, '\\|');
}

/** A code block whose fence is longer than any in the text. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
