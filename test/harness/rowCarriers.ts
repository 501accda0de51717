/** A record of an SoA or a register: header → value. The first field is its id, the second its title. */
export type Fields = Readonly<Record<string, string>>;

export interface Carrier {
  readonly name: string;
  readonly path: string;
  readonly write: (records: readonly Fields[]) => string;
}

/** Every way in which a set of records is written, each with the path of the file that would hold it. */
export function carriersFor(stem: string): readonly Carrier[] {
  return [
    { name: 'a Markdown table', path: `${stem}.md`, write: markdownTable },
    { name: 'a Markdown table without outer bars', path: `${stem}.md`, write: bareTable },
    {
      name: 'sections with bold labels',
      path: `${stem}.md`,
      write: (all) => sections(all, (key, value) => `**${key}:** ${value}`, '\n\n'),
    },
    {
      name: 'sections with bullets',
      path: `${stem}.md`,
      write: (all) => sections(all, (key, value) => `- **${key}**: ${value}`, '\n'),
    },
    { name: 'CSV', path: `${stem}.csv`, write: (all) => csv(all, ',', '\n') },
    { name: 'CSV with semicolons and CRLF', path: `${stem}.csv`, write: (all) => csv(all, ';', '\r\n') },
    { name: 'a YAML list', path: `${stem}.yaml`, write: yamlList },
    {
      name: 'YAML groups below a key',
      path: `${stem}.yaml`,
      write: (all) => `items:\n${yamlList(all).replace(/^/gm, '  ')}\n`,
    },
    { name: 'JSON', path: `${stem}.json`, write: (all) => `${JSON.stringify(all, undefined, 2)}\n` },
    { name: 'JSON on one line', path: `${stem}.json`, write: (all) => JSON.stringify({ items: all }) },
  ];
}

function markdownTable(records: readonly Fields[]): string {
  const lines = rowsOf(records).map(
    (cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`,
  );
  return withDashes(lines, `|${' --- |'.repeat(Object.keys(records[0] ?? {}).length)}`);
}

function bareTable(records: readonly Fields[]): string {
  const lines = rowsOf(records).map((cells) => cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | '));
  return withDashes(
    lines,
    Object.keys(records[0] ?? {})
      .map(() => '---')
      .join(' | '),
  );
}

function withDashes([header = '', ...rows]: readonly string[], dashes: string): string {
  return `# Title\n\n${[header, dashes, ...rows].join('\n')}\n`;
}

function sections(
  records: readonly Fields[],
  line: (key: string, value: string) => string,
  gap: string,
): string {
  const written = records.map((record) => {
    const [id = '', title = ''] = Object.values(record);
    const fields = Object.entries(record).slice(2);
    return `## ${id} ${title}\n\n${fields.map(([key, value]) => line(key, value)).join(gap)}\n`;
  });
  return `# Title\n\n${written.join('\n')}`;
}

function csv(records: readonly Fields[], separator: string, newline: string): string {
  const cell = (value: string): string =>
    value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
  return rowsOf(records)
    .map((cells) => cells.map(cell).join(separator) + newline)
    .join('');
}

function yamlList(records: readonly Fields[]): string {
  return records
    .map((record) =>
      Object.entries(record)
        .map(
          ([key, value], index) =>
            `${index === 0 ? '- ' : '  '}${key}: ${value === '' ? '' : JSON.stringify(value)}`,
        )
        .join('\n'),
    )
    .join('\n');
}

function rowsOf(records: readonly Fields[]): readonly (readonly string[])[] {
  return [Object.keys(records[0] ?? {}), ...records.map((record) => Object.values(record))];
}
