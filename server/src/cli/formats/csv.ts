/** A table as CSV. Lines end with a line feed, so that the same table is the same bytes everywhere. */
export function csvTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
}

/** Quoted where it must be; a leading sign that a spreadsheet would take for a formula is quoted apart. */
function csvField(value: string): string {
  const harmless = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
