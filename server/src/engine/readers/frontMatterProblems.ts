import type { ReadProblem } from '../facts/facts';
import type { FrontMatterBlock } from '../syntax/frontMatter';
import type { YamlNode } from '../syntax/yaml';
import { firstLineOf } from '../text/lines';

/** A block that opens and never closes; marked on its opening line. */
export function unclosed(block: FrontMatterBlock): ReadProblem {
  return {
    kind: 'unclosed-front-matter',
    span: { start: block.span.start, end: block.span.start + 3 },
    detail: 'the block opens with --- and is never closed, so it cannot be told from the text',
    hint: 'Write --- on a line of its own below the last "key: value" line.',
  };
}

/** A block of sound YAML that is a list or a mere text. */
export function noPairs(text: string, root: YamlNode): ReadProblem {
  return {
    kind: 'invalid-front-matter',
    span: firstLineOf(text, root.span),
    detail: 'the block between the two --- holds no "key: value" lines',
    hint: 'Write one "key: value" pair per line, for example title: Access control policy.',
  };
}
