import type { ReadProblem } from '../facts/facts';
import type { FrontMatterBlock } from '../syntax/frontMatter';
import type { YamlError, YamlNode } from '../syntax/yaml';
import { firstLineOf } from '../text/lines';

/** Why a block cannot be read as keys and values; empty where it can. */
export function problemsOfBlock(
  text: string,
  block: FrontMatterBlock,
  root: YamlNode | undefined,
  errors: readonly YamlError[],
): ReadProblem[] {
  const faults = errors.map(({ span, message, hint }): ReadProblem => {
    return { kind: 'invalid-front-matter', span, detail: message, hint };
  });
  if (!block.closed) return [unclosed(block), ...faults];
  return faults.length > 0 || root === undefined || root.type === 'map' ? faults : [noPairs(text, root)];
}

/** A block that opens and never closes; marked on its opening line. */
function unclosed(block: FrontMatterBlock): ReadProblem {
  const [delimiter, sign] = block.form === 'toml' ? ['+++', ' ='] : ['---', ':'];
  return {
    kind: 'unclosed-front-matter',
    span: { start: block.span.start, end: block.span.start + 3 },
    detail: `the block opens with ${delimiter} and is never closed, so it cannot be told from the text`,
    hint: `Write ${delimiter} on a line of its own below the last "key${sign} value" line.`,
  };
}

/** A block of sound YAML that is a list or a mere text. */
function noPairs(text: string, root: YamlNode): ReadProblem {
  return {
    kind: 'invalid-front-matter',
    span: firstLineOf(text, root.span),
    detail: 'the front matter holds no "key: value" lines',
    hint: 'Write one "key: value" pair per line, for example title: Access control policy.',
  };
}
