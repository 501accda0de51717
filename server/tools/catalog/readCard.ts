import type { Card, CardElement } from '../../src/engine/catalog/catalog';
import { splitTerms } from './readTermGroups';

/** The parts of a card, in the order in which a card holds them; `New in 2022` only where the control is new. */
export const CARD_SECTIONS = [
  'Summary',
  'Why',
  'How',
  'New in 2022',
  'Elements',
  'Wording',
  'Evidence',
  'Findings',
  'Related',
] as const;

/** A card as it is written, with the terms of its elements. */
export interface WrittenCard extends Card {
  readonly elements: readonly WrittenElement[];
}

export interface WrittenElement extends CardElement {
  /** What shows it in a text: by language, or under `any` where a term holds words of several. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

export interface CardFile {
  readonly id: string;
  readonly title: string;
  readonly card: WrittenCard;
  readonly sections: readonly string[];
}

/**
 * Reads one card, `catalog/iso27001-2022/controls/A.5.15.md`. Throws with the file's name and the place where the card
 * does not have the shape that `catalog/README.md` describes: cards are ours, so a fault is a build error.
 */
export function readCard(text: string, file: string): CardFile {
  const fail = (what: string): never => {
    throw new Error(`${file}: ${what}`);
  };
  const head =
    /^---\nid: (A\.\d+\.\d+)\n---\n\n# (.+)\n/.exec(text) ??
    fail('must begin with front matter "id: A.n.n" and a title');
  const sections = splitSections(text.slice(head[0].length), '## ');
  const part = (name: string): string => sections.get(name) ?? fail(`has no section "${name}"`);
  const card: WrittenCard = {
    summary: part('Summary'),
    why: part('Why'),
    how: listItems(part('How'), /^\d+\. /),
    newIn2022: sections.get('New in 2022'),
    elements: [...splitSections(part('Elements'), '### ')].map(([id, body]) => readElement(id, body, fail)),
    wording: listItems(part('Wording'), /^- /),
    evidence: tableRows(part('Evidence')).map(([what = '', source = '', frequency = '']) => ({
      what,
      source,
      frequency,
    })),
    findings: listItems(part('Findings'), /^- /),
    related: listItems(part('Related'), /^- /).map((item) => readRelation(item, fail)),
  };
  return { id: head[1] ?? '', title: head[2] ?? '', card, sections: [...sections.keys()] };
}

function splitSections(text: string, marker: string): Map<string, string> {
  const sections = new Map<string, string>();
  for (const chunk of `\n${text}`.split(`\n${marker}`).slice(1)) {
    const lineEnd = chunk.indexOf('\n');
    sections.set(chunk.slice(0, lineEnd).trim(), chunk.slice(lineEnd).trim());
  }
  return sections;
}

/** The items of a list; a line that begins no item goes on with the one above. */
function listItems(text: string, bullet: RegExp): string[] {
  const items: string[] = [];
  for (const line of text.split('\n')) {
    if (bullet.test(line)) items.push(line.replace(bullet, '').trim());
    else if (line.trim() !== '' && items.length > 0) items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items;
}

function tableRows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function readElement(id: string, body: string, fail: (what: string) => never): WrittenElement {
  const question =
    body.split('\n').find((line) => line.trim() !== '' && !line.startsWith('- ')) ??
    fail(`element "${id}" asks no question`);
  const terms: Record<string, readonly string[]> = {};
  for (const item of listItems(body, /^- /)) {
    const match =
      /^([a-z]{2}|any): (.+)$/.exec(item) ??
      fail(`element "${id}" has a line that is no list of terms: ${item}`);
    terms[match[1] ?? ''] = splitTerms(match[2] ?? '');
  }
  return { id, question: question.trim(), terms };
}

function readRelation(item: string, fail: (what: string) => never): Card['related'][number] {
  const match = /^(A\.\d+\.\d+): (.+)$/.exec(item) ?? fail(`a relation is no "A.n.n: reason": ${item}`);
  return { id: match[1] ?? '', reason: match[2] ?? '' };
}
