import type { Citation, FileFacts } from '../../engine/facts/facts';
import type { RegisterTable } from '../../engine/facts/registerFacts';
import type { Span } from '../../engine/text/span';

/**
 * Facts as one line, in parts with tabs between them: what every check looks at, and then what few checks do. A
 * part of the latter kind is parsed when somebody asks for it.
 */
export function packFacts(facts: FileFacts): string {
  const { tables, citations, body, frontMatter, registers } = facts;
  const { paragraphs, ...restOfBody } = body;
  const first = {
    ...facts,
    ...{ tables: undefined, citations: undefined, body: restOfBody },
    frontMatter: frontMatter && { ...frontMatter, entries: undefined },
    registers: Object.fromEntries(
      Object.entries(byKind(registers)).map(([kind, tables]) => [
        kind,
        tables.map((table) => ({ ...table, rows: undefined })),
      ]),
    ),
  };
  const rows = tablesOf(registers).map((table) => table.rows);
  const parts = [first, tables, packCitations(citations), paragraphs, frontMatter?.entries ?? [], ...rows];
  return parts.map((part) => JSON.stringify(part)).join('\t');
}

type RegistersByKind = Readonly<Record<string, readonly RegisterTable<unknown>[]>>;

function tablesOf(registers: FileFacts['registers']): readonly RegisterTable<unknown>[] {
  return Object.values(byKind(registers)).flat();
}

function byKind(registers: FileFacts['registers']): RegistersByKind {
  return { ...registers };
}

/** The facts of a line that `packFacts` wrote. */
export function unpackFacts(line: string): FileFacts {
  const [first = '', tables = '', citations = '', paragraphs = '', entries = '', ...rows] = line.split('\t');
  const facts = JSON.parse(first) as Writable<FileFacts>;
  later(facts, 'tables', () => JSON.parse(tables) as FileFacts['tables']);
  later(facts, 'citations', () => unpackCitations(JSON.parse(citations) as PackedCitations));
  later(facts.body, 'paragraphs', () => JSON.parse(paragraphs) as readonly Span[]);
  const { frontMatter } = facts;
  if (frontMatter !== undefined)
    later(frontMatter, 'entries', () => JSON.parse(entries) as (typeof frontMatter)['entries']);
  let next = 0;
  for (const table of tablesOf(facts.registers)) {
    const own = rows[next++] ?? '';
    later(table, 'rows', () => JSON.parse(own) as readonly unknown[]);
  }
  return facts;
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** A property that is found out when it is asked for, once. */
function later<Owner extends object, Key extends keyof Owner>(
  owner: Owner,
  key: Key,
  find: () => Owner[Key],
): void {
  const define = (property: PropertyDescriptor): Owner =>
    Object.defineProperty(owner, key, { enumerable: true, configurable: true, ...property });
  define({ get: () => define({ value: find() })[key] });
}

type Mention = Citation['mention'];

/** Most of what an ISMS says in facts is that an id stands somewhere: numbers, and the few ids that a document names. */
interface PackedCitations {
  readonly mentions: readonly Omit<Mention, 'span'>[];
  /** For each citation: its mention, the two ends of its span and of its block, `inTable` + 2 × `inHistory`. */
  readonly numbers: readonly number[];
}

function packCitations(citations: readonly Citation[]): PackedCitations {
  const places = new Map<string, number>();
  const mentions: Omit<Mention, 'span'>[] = [];
  const numbers = citations.flatMap(({ mention: { span, ...mention }, block, inTable, inHistory }) => {
    const key = JSON.stringify(mention);
    const place = places.get(key) ?? mentions.push(mention) - 1;
    places.set(key, place);
    return [place, span.start, span.end, block.start, block.end, Number(inTable) + 2 * Number(inHistory)];
  });
  return { mentions, numbers };
}

function unpackCitations({ mentions, numbers }: PackedCitations): readonly Citation[] {
  const citations: Citation[] = [];
  const at = (index: number): number => numbers[index] ?? 0;
  for (let next = 0; next < numbers.length; next += 6) {
    const mention = mentions[at(next)] as Omit<Mention, 'span'>;
    const { text, namespace, ids, form, canonical } = mention;
    const span = { start: at(next + 1), end: at(next + 2) };
    const flags = at(next + 5);
    citations.push({
      mention: { span, text, namespace, ids, form, canonical },
      block: { start: at(next + 3), end: at(next + 4) },
      inTable: (flags & 1) > 0,
      inHistory: (flags & 2) > 0,
    });
  }
  return citations;
}
