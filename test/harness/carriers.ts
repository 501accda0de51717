import fc from 'fast-check';
import type { Carrier, MetadataField } from '../../server/src/engine/facts/facts';
import { engine } from './engine';

/** Facts of a document, as an author may write them in any carrier. */
export type Facts = Readonly<Partial<Record<MetadataField, string>>>;

/** A text that holds facts in one carrier. */
export interface Written {
  readonly carrier: Carrier;
  readonly text: string;
  /** What is read of it; a badge or a history holds only some fields. */
  readonly facts: Facts;
  /** True for a block that must stand at the top of its file. */
  readonly onTop: boolean;
}

const word = fc.constantFrom(
  'CISO',
  'Ada',
  'Lovelace',
  'Übersee',
  '🔐',
  'R&D',
  '(CTO)',
  'IT-Betrieb',
  'O’Hara',
  'Head',
  'of',
  'security',
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2029 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);

/** Any set of facts: at least two, so that plain lines count. */
export const facts: fc.Arbitrary<Facts> = fc
  .record(
    {
      id: fc.integer({ min: 1, max: 999 }).map((number) => `POL-${number}`),
      title: words,
      version: fc.tuple(fc.nat(20), fc.nat(20)).map(([major, minor]) => `${major}.${minor}`),
      status: fc.constantFrom('Draft', 'approved', 'In review', 'Freigegeben', 'retired'),
      classification: fc.constantFrom('Internal', 'Confidential', 'Streng vertraulich'),
      owner: words,
      approver: words,
      approved_date: day,
      effective_date: day,
      review_cycle: fc.constantFrom('annual', 'P1Y', 'every 6 months', 'jährlich'),
      next_review: day,
    },
    { requiredKeys: ['owner', 'version'] },
  )
  .map((all) => ({ ...all }) as Facts);

type Writer = (facts: Facts, labels: Facts, style: number) => Written | undefined;

const entriesOf = (all: Facts): [MetadataField, string][] =>
  (Object.entries(all) as [MetadataField, string][]).filter(([, value]) => value !== '');
const yaml = (all: Facts): string =>
  entriesOf(all)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n');
const block =
  (text: string): Writer =>
  (all) => ({ carrier: 'front-matter', text: text.replace('@', () => yaml(all)), facts: all, onTop: true });

/** One line per fact, in the manner that `line` gives. */
const lines =
  (
    carrier: Carrier,
    styles: readonly ((label: string, value: string) => string)[],
    joints: readonly string[],
  ): Writer =>
  (all, labels, style) => {
    const line = styles[style % styles.length] ?? String;
    const text = entriesOf(all)
      .map(([field, value]) => line(labels[field] ?? field, value))
      .join(joints[style % joints.length] ?? '\n');
    return { carrier, text, facts: all, onTop: false };
  };

const table: Writer = (all, labels, style) => {
  const rows = entriesOf(all).map(([field, value]) => [labels[field] ?? field, value.replace('|', '\\|')]);
  const cells = [style % 2 === 0 ? ['Field', 'Value'] : ['Campo', 'Valor'], ['---', '---'], ...rows];
  const width = style % 3 === 0 ? Math.max(...cells.map(([label = '']) => label.length)) : 0;
  const text = cells.map(([label = '', value]) => `| ${label.padEnd(width)} | ${value} |`).join('\n');
  return { carrier: 'document-table', text, facts: all, onTop: false };
};

const badges: Writer = (all, labels) => {
  const part = (text: string): string =>
    encodeURIComponent(text.replace(/-/g, '--').replace(/_/g, '__').replace(/ /g, '_')).replace(
      /[()'’]/g,
      (sign) => (sign === '’' ? encodeURIComponent(sign) : `%${sign.charCodeAt(0).toString(16)}`),
    );
  const text = entriesOf(all)
    .map(
      ([field, value]) =>
        `![x](https://img.shields.io/badge/${part(labels[field] ?? field)}-${part(value)}-blue)`,
    )
    .join('\n');
  return { carrier: 'badge', text, facts: all, onTop: false };
};

const history: Writer = ({ version = '' }, _, style) => {
  const row = (number: string, date: string): string => `| ${number} | ${date} | Changed |`;
  const rows = [row('0.1', '2019-01-01'), row(version, '2019-02-01')];
  const ordered = style % 2 === 0 ? rows : [...rows].reverse();
  const text = ['| Version | Date | Change |', '| --- | --- | --- |', ...ordered].join('\n');
  return { carrier: 'history-table', text, facts: { version, updated: '2019-02-01' }, onTop: false };
};

const toml: Writer = (all) => ({
  carrier: 'front-matter',
  text: `+++\n${entriesOf(all)
    .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
    .join('\n')}\n+++`,
  facts: all,
  onTop: true,
});

export const FRONT_MATTER: readonly Writer[] = [
  block('---\n@\n---'),
  block('---\n@\n...'),
  block('\n \n---\n@\n---'),
  block('@\n---'),
  block('<!--\n@\n-->'),
  block('<!--\n---\n@\n---\n-->'),
  toml,
];

export const IN_TEXT: readonly Writer[] = [
  table,
  lines(
    'bold-line',
    [(label, value) => `**${label}:** ${value}`, (label, value) => `**${label}**: ${value}`],
    ['  \n', '\n\n', ' | ', '\\\n'],
  ),
  lines(
    'bold-line',
    [(label, value) => `- **${label}:** ${value}`, (label, value) => `* **🔐 ${label}:** ${value}`],
    ['\n'],
  ),
  lines(
    'quote',
    [(label, value) => `> ${label}: ${value}`, (label, value) => `> **${label}:** ${value}`],
    ['\n', '  \n'],
  ),
  lines('plain-line', [(label, value) => `${label}: ${value}`], ['\n', '  \n']),
  badges,
  history,
];

const labelsOfSomeLanguage = fc.constantFrom(...engine.vocabulary.writtenLabels);

/** Facts in one carrier out of several. */
export function writtenIn(
  writers: readonly Writer[],
  of: fc.Arbitrary<Facts> = facts,
): fc.Arbitrary<Written> {
  return fc
    .tuple(fc.constantFrom(...writers), of, labelsOfSomeLanguage, fc.nat(11))
    .map(([writer, all, labels, style]) => writer(all, labels, style))
    .filter((written) => written !== undefined);
}

export interface Layout {
  readonly crlf: boolean;
  readonly mark: boolean;
}

export const layout: fc.Arbitrary<Layout> = fc.record({ crlf: fc.boolean(), mark: fc.boolean() });

/** A document around carriers: what belongs on top, a title, the rest. */
export function documentOf(parts: readonly Written[], { crlf, mark }: Layout, body = ''): string {
  const top = parts.filter((part) => part.onTop).map((part) => `${part.text}\n\n`);
  const rest = parts.filter((part) => !part.onTop).map((part) => `${part.text}\n\n`);
  const text = `${top.join('')}# Zugriff 🔐\n\n${rest.join('')}${body}## Rules\n\nText.\n`;
  return `${mark ? '\uFEFF' : ''}${crlf ? text.replace(/\n/g, '\r\n') : text}`;
}
