export type StructuredFormat = 'csv' | 'yaml';

/** How a file that is no Markdown is read: by its ending. JSON is read as the YAML that it also is. */
export function structuredFormat(path: string): StructuredFormat | undefined {
  if (/\.csv$/i.test(path)) return 'csv';
  return /\.(?:ya?ml|json)$/i.test(path) ? 'yaml' : undefined;
}
