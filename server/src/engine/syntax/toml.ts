import type * as Reader from './tomlReader';
import type { YamlDocument } from './yaml';

/**
 * Parses TOML with places, into the same nodes as YAML. Few documents have any: its parser is loaded by the first that
 * has. Never throws.
 */
export function parseToml(text: string, offset = 0): YamlDocument {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be evaluated at the start
  return (require('./tomlReader') as typeof Reader).readToml(text, offset);
}
